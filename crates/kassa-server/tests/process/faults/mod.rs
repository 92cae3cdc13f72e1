//! The store is lost for a while: its disk is full, its file is locked, its server is stopped.
//! Whoever asks is told to come again, nothing is written by halves, and it all goes on when the
//! store is back.

mod shop;
mod small_disk;
mod full_disk;
mod locked_file;
mod lost_database;
