// Runs in every frame of a measured page, before anything of its own. Sees what a payer sees: the
// first input that can be typed into, and when what was typed is on the screen. Tells the topmost
// window, whose exact origin is put in below. Where the topmost window is another one, because the
// payer was led elsewhere or a window was opened, that one hears.
(() => {
  "use strict";
  const TOP = __TOP__;
  const now = () => performance.timeOrigin + performance.now();
  const isTop = window === window.top;

  const tell = (kind, value) => {
    const note = { kassaBench: kind, value, frame: location.href };
    if (isTop) window.__bench.hear(note);
    else window.top.postMessage(note, TOP);
  };

  if (isTop) {
    const once = () => {
      let resolve;
      const promise = new Promise((done) => (resolve = done));
      return { promise, resolve };
    };
    const moments = { present: once(), visible: once(), usable: once(), hydrated: once() };
    const shifts = new Map();
    const tasks = [];
    window.__bench = {
      moments,
      hear({ kassaBench: kind, value, frame }) {
        if (kind === "shift") shifts.set(frame, value);
        else if (kind === "task") tasks.push(value);
        else moments[kind]?.resolve(value);
      },
      // In milliseconds of the clock on the wall: pages of several windows are compared.
      wait(kind) {
        return moments[kind].promise;
      },
      report() {
        const blocked = tasks.reduce((sum, duration) => sum + Math.max(0, duration - 50), 0);
        return { shift: [...shifts.values()].reduce((a, b) => a + b, 0), blocked };
      },
    };
    window.addEventListener("message", ({ data }) => data?.kassaBench && window.__bench.hear(data));
  }

  const watch = (type, each) =>
    new PerformanceObserver((list) => list.getEntries().forEach(each)).observe({ type, buffered: true });

  let shift = 0;
  // Even those shortly after our own key press, which moves nothing by itself.
  watch("layout-shift", (entry) => tell("shift", (shift += entry.value)));
  // The topmost window hears of every task of the thread that all frames share.
  if (isTop) watch("longtask", (entry) => tell("task", entry.duration));
  // The program says so on the document once its first render has taken the page over.
  new MutationObserver((_, observer) => {
    if (document.documentElement.dataset.kassa !== "ready") return;
    observer.disconnect();
    tell("hydrated", now());
  }).observe(document, { attributes: true, subtree: true, attributeFilter: ["data-kassa"] });

  const isText = (input) => ["text", "email", "tel", "search", ""].includes(input.type);
  const isVisible = (input) => {
    const { width, height } = input.getBoundingClientRect();
    const shows = input.checkVisibility({ opacityProperty: true, visibilityProperty: true });
    return width > 0 && height > 0 && shows && !input.disabled;
  };
  const twoFramesLater = (then) => requestAnimationFrame(() => requestAnimationFrame(then));

  const typedInto = (input) => () => {
    const typed = input.value;
    twoFramesLater(() => {
      const kept = document.querySelector(`input[name="${CSS.escape(input.name)}"]`)?.value;
      if (typed !== "" && kept === typed) tell("usable", now());
    });
  };

  let isPresent = false;
  const look = () => {
    const inputs = [...document.querySelectorAll("input")].filter(isText);
    // What is in the document may still be hidden from who should type into it.
    if (inputs.length && !isPresent) tell("present", now());
    isPresent ||= inputs.length > 0;
    const input = inputs.find(isVisible);
    if (!input) return requestAnimationFrame(look);
    input.addEventListener("input", typedInto(input));
    input.focus({ preventScroll: true });
    requestAnimationFrame(() => tell("visible", now()));
  };
  requestAnimationFrame(look);
})();
