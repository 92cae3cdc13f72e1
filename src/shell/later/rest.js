// The way to the second file. The build puts this where the glue would call what begins it.
//
// A session that does not ask for information needs all of the program at once, so that the second file
// is asked for together with the first one.
const FILE = new URL('kassa_rest.wasm', import.meta.url);
const PAUSES = [0, 1_000, 3_000];
const LIMIT = 20_000;

const send = () => {
  const abort = new AbortController();
  setTimeout(() => abort.abort(), LIMIT);
  return fetch(FILE, { signal: abort.signal });
};
let sent = document.querySelector('[value=confirm], .alone') ? undefined : send();
sent?.catch(() => {});

const load = async () => {
  const answer = sent ?? send();
  sent = undefined;
  const { instance } = await WebAssembly.instantiateStreaming(answer, { ...__wbg_get_imports(), b: wasm });
  instance.exports.kassa_later();
};

// It is tried again where it does not come. The window hears of it either way.
let coming;
const fetchRest = async () => {
  for (const pause of PAUSES) {
    await new Promise((go) => setTimeout(go, pause));
    try {
      await load();
      break;
    } catch {}
  }
  coming = undefined;
  dispatchEvent(new Event('kassalater'));
};
function kassaLater() {
  coming ??= fetchRest();
}
