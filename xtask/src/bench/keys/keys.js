// Runs before anything of the page's own. Takes the time from a key to the end of the frame in which
// its field shows what it should: the text with the new sign, in groups of four where it is grouped.
(() => {
  "use strict";
  const taken = [];
  const late = [];
  let open = null;
  const squeezed = (text) => text.replaceAll(" ", "");
  const inFours = (text) => squeezed(text).replace(/(.{4})(?=.)/g, "$1 ");

  const shows = ({ field, expected }) =>
    squeezed(field.value) === squeezed(expected) &&
    (!window.__keys.grouped || field.value.trimEnd() === inFours(field.value));

  // A task that is posted by a frame's callback runs when that frame's style, layout and paint are done.
  const { port1, port2 } = new MessageChannel();
  const atTheFramesEnd = () => requestAnimationFrame(() => port2.postMessage(null));
  port1.onmessage = () => {
    if (!open) return;
    if (!shows(open)) return atTheFramesEnd();
    taken.push(performance.now() - open.at);
    open = null;
  };

  const pressed = ({ key, timeStamp: at }) => {
    if (key.length !== 1) return;
    const field = document.activeElement;
    const { value, selectionStart: from, selectionEnd: to } = field;
    open = { field, at, expected: value.slice(0, from) + key + value.slice(to) };
    atTheFramesEnd();
  };
  addEventListener("keydown", pressed, true);

  // What the browser itself says: until the pixels are handed over, in steps of 8 ms, from 16 ms on.
  const noted = (list) =>
    list.getEntries().forEach(({ name, duration }) => name === "keydown" && late.push(duration));
  new PerformanceObserver(noted).observe({ type: "event", durationThreshold: 16 });

  window.__keys = { grouped: false, taken, late, isWaiting: () => open !== null };
})();
