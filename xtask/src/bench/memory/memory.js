// Runs before the program: keeps hold of the memories that it makes, to say how large they are.
(() => {
  "use strict";
  const memories = [];
  for (const name of ["instantiate", "instantiateStreaming"]) {
    const make = WebAssembly[name];
    WebAssembly[name] = async (...given) => {
      const made = await make.apply(WebAssembly, given);
      const { exports } = made.instance ?? made;
      memories.push(...Object.values(exports).filter((it) => it instanceof WebAssembly.Memory));
      return made;
    };
  }
  window.__programBytes = () => memories.reduce((sum, { buffer }) => sum + buffer.byteLength, 0);
})();
