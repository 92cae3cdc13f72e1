// Runs in every frame of a measured page, before anything of its own. Sees what a payer sees: the
// first input that can be typed into, and when what was typed is on the screen. Tells the topmost
// window, whose exact origin is put in below.
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
    const moments = { visible: once(), usable: once(), hydrated: once() };
    const shifts = new Map();
    const tasks = [];
    window.__bench = {
      moments,
      hear({ kassaBench: kind, value, frame }) {
        if (kind === "shift") shifts.set(frame, value);
        else if (kind === "task") tasks.push(value);
        else moments[kind]?.resolve(value - performance.timeOrigin);
      },
      wait(kind) {
        return moments[kind].promise;
      },
      report() {
        const requests = performance.getEntriesByType("resource").length + 1;
        const blocked = tasks.reduce((sum, duration) => sum + Math.max(0, duration - 50), 0);
        return { shift: [...shifts.values()].reduce((a, b) => a + b, 0), blocked, requests };
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
    return width > 0 && height > 0 && getComputedStyle(input).visibility === "visible" && !input.disabled;
  };
  const twoFramesLater = (then) => requestAnimationFrame(() => requestAnimationFrame(then));

  const typedInto = (input) => () => {
    const typed = input.value;
    twoFramesLater(() => {
      const kept = document.querySelector(`input[name="${CSS.escape(input.name)}"]`)?.value;
      if (typed !== "" && kept === typed) tell("usable", now());
    });
  };

  const look = () => {
    const input = [...document.querySelectorAll("input")].find((it) => isText(it) && isVisible(it));
    if (!input) return requestAnimationFrame(look);
    input.addEventListener("input", typedInto(input));
    input.focus({ preventScroll: true });
    requestAnimationFrame(() => tell("visible", now()));
  };
  requestAnimationFrame(look);
})();
