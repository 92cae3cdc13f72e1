//! From a key to the screen, on a slow processor.
//!
//! The keys are real ones to the browser. The time runs from when the browser got the key, which is
//! the event's own timestamp, until the frame is drawn that shows it: the page's listeners, the
//! program's work, style, layout and paint, and whatever kept the thread from them. What it is made
//! of is measured in fractions of a millisecond. Two things are not in it: handing the drawn frame
//! over to the screen, which no page can make quicker, and the wait for the screen's next turn, which
//! comes up to 16.7 ms later whatever the page does; so the browser is told to make frames as soon as
//! they are wanted. A plain input is typed into in the same run, for what the browser itself takes.
//!
//! Beside it stands what the browser's Event Timing says with the usual 60 frames a second, until the
//! frame was handed over and with the wait for it: in steps of 8 ms, and nothing below 16.
//!
//! It must not know how the program works. To measure one more field: a variant of [`Surface`].

mod surface;
mod measure;
mod report;

pub(crate) use measure::measure;
pub(crate) use report::Typing;
pub(crate) use surface::Surface;
