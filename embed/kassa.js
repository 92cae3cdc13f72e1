/**
 * Kassa, the merchant's half: <kassa-checkout> frames a checkout, sizes it and relays what happens.
 * It knows frames, origins and messages; it must not know payments or wording.
 * To add an event: name it in EVENTS and describe it in kassa.d.ts and custom-elements.json.
 */

/** Where this script came from is where the checkout is. */
const HOME = new URL('.', import.meta.url);
const TAG = 'kassa-checkout';
const VERSION = 1;
const SESSION = /^cs_[A-Za-z0-9]{24}$/;
const EVENTS = ['ready', 'height', 'change', 'confirm', 'payment', 'error', 'cancel', 'expired', 'locale'];
const ATTRIBUTES = ['session', 'mode', 'locale', 'theme'];

/** How long a frame may take until its first word, and how long after its document has loaded. */
const LOADING_LIMIT_MS = 20_000;
const LOADED_LIMIT_MS = 4_000;
const ANSWER_LIMIT_MS = 10_000;

/** The only words of this half: the frame's title, and the name of the overlay's close button. */
const WORDS = /** @type {Record<string, [string, string]>} */ ({
  en: ['Checkout', 'Close'],
  es: ['Pago', 'Cerrar'],
});

/** @param {string} locale */
const wordsFor = (locale) => WORDS[(locale || document.documentElement.lang).slice(0, 2)] ?? WORDS.en;

const STYLE = `
:host { display: block }
:host([hidden]), slot[hidden] { display: none }
.place { display: grid }
.place > * { grid-area: 1 / 1; min-inline-size: 0 }
.fallback { display: block; z-index: 1; align-self: start }
iframe { display: block; inline-size: 100%; block-size: 40rem; border: 0; background: none }
iframe.waiting { visibility: hidden }
dialog { box-sizing: border-box; inset: 0; margin: auto; padding: 0; border: 0; border-radius: 12px; overflow: hidden;
  inline-size: min(36rem, 100vw); max-inline-size: none; max-block-size: 100dvh;
  background: Canvas; color: CanvasText }
dialog[open] { display: flex; flex-direction: column }
dialog div { min-block-size: 0; padding: 0 min(1.25rem, 4vw) 1rem; overflow: auto }
@media (max-width: 36rem) { dialog { border-radius: 0 } }
dialog::backdrop { background: rgb(0 0 0 / .5) }
dialog iframe.waiting { visibility: visible }
button { flex: none; align-self: end; margin: 4px;
  inline-size: 2.75rem; block-size: 2.75rem; border: 0; border-radius: 50%; background: Canvas; color: inherit; font: 1.5rem/1 system-ui;
  cursor: pointer }
button:focus-visible { outline: 2px solid; outline-offset: -6px }`;

/**
 * Says whether something that a window posted has the shape of a message of ours.
 * @param {any} data
 * @returns {data is { kassa: 1, session: string, type: string } & Record<string, unknown>}
 */
const isMessage = (data) =>
  typeof data === 'object' && data !== null && data.kassa === VERSION && typeof data.type === 'string';

/** A page rendered on a server may import this file too: there the class has nothing to stand on. */
const Base = globalThis.HTMLElement ?? /** @type {typeof HTMLElement} */ (class {});

/** One checkout inside the merchant's page. */
export class KassaCheckout extends Base {
  static observedAttributes = ATTRIBUTES;

  #root = this.attachShadow({ mode: 'open' });
  #slot = document.createElement('slot');
  /** @type {HTMLIFrameElement | null} */ #frame = null;
  /** @type {HTMLDialogElement | null} */ #dialog = null;
  /** @type {ReturnType<typeof setTimeout> | undefined} */ #timer;
  /** @type {Array<(found: boolean) => void>} */ #waiting = [];
  /** The session that the frame was made for. */ #shown = '';
  /** Whether the frame has said anything. */ #alive = false;
  /** Whether `kassa:ready` was told. */ #ready = false;
  /** Whether the frame never came, so that the fallback has to serve. */ #failed = false;
  /** Whether an update is due at the end of this turn. */ #due = false;

  constructor() {
    super();
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(STYLE);
    this.#root.adoptedStyleSheets = [sheet];
    this.#slot.className = 'fallback';
    this.addEventListener('click', this.#onClick);
  }

  get session() { return this.getAttribute('session') ?? ''; }
  set session(value) { this.setAttribute('session', value); }

  get mode() { return this.getAttribute('mode') === 'overlay' ? 'overlay' : 'inline'; }
  set mode(value) { this.setAttribute('mode', value); }

  get locale() { return this.getAttribute('locale') ?? ''; }
  set locale(value) { this.setAttribute('locale', value); }

  get theme() { return this.getAttribute('theme') ?? 'auto'; }
  set theme(value) { this.setAttribute('theme', value); }

  connectedCallback() {
    ATTRIBUTES.forEach((name) => this.#adopt(name));
    this.#schedule();
  }

  disconnectedCallback() { this.#tearDown(); }

  /** Where the browser can move an element without reloading its frame, nothing has to be done. */
  connectedMoveCallback() {}

  /** @param {string} name @param {string | null} before @param {string | null} now */
  attributeChangedCallback(name, before, now) {
    if (before === now) return;
    const live = this.#alive && this.session === this.#shown;
    if (live && name === 'locale') this.#post({ type: 'set_locale', locale: now ?? '' });
    else if (!live || name !== 'theme') this.#schedule();
  }

  /** Shows the checkout: the overlay, or a closed inline frame again. */
  open() {
    if (!this.isConnected || (!this.#frame && !this.#build())) return;
    if (!this.#dialog || this.#dialog.open) return;
    lockScrolling(this.#dialog);
    this.#dialog.showModal();
    this.#frame?.focus();
  }

  /** Hides the checkout. What the payer did so far stays with the session. */
  close() {
    if (this.#dialog) this.#dialog.close();
    else this.#tearDown();
  }

  /**
   * Has the frame read the session again.
   * @returns {Promise<boolean>} whether the server still knows the session; false too without an answer.
   */
  refresh() {
    if (!this.#alive) return Promise.resolve(false);
    return new Promise((answer) => {
      this.#waiting.push(answer);
      setTimeout(answer, ANSWER_LIMIT_MS, false);
      this.#post({ type: 'refresh' });
    });
  }

  /** @param {string} locale BCP 47 */
  setLocale(locale) { this.locale = locale; }

  /** Takes over a property that was set before the class was known. @param {string} name */
  #adopt(name) {
    if (!Object.hasOwn(this, name)) return;
    const self = /** @type {any} */ (this);
    const value = self[name];
    delete self[name];
    self[name] = value;
  }

  /** Attributes often come one by one: they are acted on together, when the turn is over. */
  #schedule() {
    if (this.#due) return;
    this.#due = true;
    queueMicrotask(() => {
      this.#due = false;
      if (this.isConnected) this.#update();
    });
  }

  #update() {
    this.#tearDown();
    this.#failed = false;
    if (!SESSION.test(this.session)) this.#fail('invalid_session');
    else if (this.mode === 'inline') this.#build();
  }

  /** @returns {boolean} whether there is a frame now */
  #build() {
    if (!SESSION.test(this.session)) return this.#fail('invalid_session');
    this.#shown = this.session;
    this.#failed = false;
    const frame = this.#frame = makeFrame(this);
    frame.addEventListener('load', this.#onLoad);
    addEventListener('message', this.#onMessage);
    this.#timer = setTimeout(() => this.#fail('unreachable'), LOADING_LIMIT_MS);
    const place = document.createElement('div');
    place.className = 'place';
    if (this.mode === 'overlay') {
      this.#dialog = makeDialog(frame, this.locale);
      place.append(this.#slot);
      this.#root.replaceChildren(place, this.#dialog);
    } else {
      place.append(this.#slot, frame);
      this.#root.replaceChildren(place);
    }
    return true;
  }

  /** Leaves the fallback alone on the page. */
  #tearDown() {
    clearTimeout(this.#timer);
    removeEventListener('message', this.#onMessage);
    this.#waiting.splice(0).forEach((answer) => answer(false));
    this.#dialog?.close();
    this.#frame = this.#dialog = null;
    this.#alive = this.#ready = this.#slot.hidden = false;
    this.#root.replaceChildren(this.#slot);
  }

  /** @param {string} code @returns {false} */
  #fail(code) {
    this.#tearDown();
    this.#failed = true;
    this.#tell('error', { code });
    return false;
  }

  /** A document is there: either it speaks soon, or the browser refused it. */
  #onLoad = () => {
    this.#post({ type: 'hello' });
    if (this.#alive) return;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#fail('unreachable'), LOADED_LIMIT_MS);
  };

  /** In an overlay the fallback is what opens it; when the frame failed it is a plain link again. */
  #onClick = (/** @type {MouseEvent} */ event) => {
    const target = /** @type {Element} */ (event.target);
    const plain = !event.defaultPrevented && !event.button && !event.metaKey && !event.ctrlKey && !event.shiftKey;
    if (this.mode !== 'overlay' || this.#failed || !plain || target === this || !target.closest('a, button')) return;
    event.preventDefault();
    this.open();
  };

  /** Source, origin, shape, session, in that order; anything else is ignored in silence. */
  #onMessage = (/** @type {MessageEvent} */ event) => {
    if (!this.#frame || event.source !== this.#frame.contentWindow) return;
    if (event.origin !== HOME.origin || !isMessage(event.data)) return;
    const { kassa, session, type, ...detail } = event.data;
    if (session === this.#shown) this.#hear(type, detail);
  };

  /** @param {string} type @param {Record<string, any>} detail */
  #hear(type, detail) {
    this.#appear();
    if (type === 'updated' || type === 'not_found') this.#waiting.shift()?.(type === 'updated');
    else if (type === 'close') this.#dialog?.close();
    else if (type === 'ready') this.#greet();
    else if (type === 'height') this.#resize(detail.height);
    else if (EVENTS.includes(type)) this.#tell(type, detail);
  }

  #appear() {
    if (this.#alive) return;
    this.#alive = true;
    clearTimeout(this.#timer);
    this.#frame?.classList.remove('waiting');
    this.#slot.hidden = !this.#dialog;
  }

  /** The payer may go from document to document in the frame: each is ready, the page hears it once. */
  #greet() {
    if (!this.#ready) this.#tell('ready', {});
    this.#ready = true;
  }

  /** @param {unknown} height CSS pixels */
  #resize(height) {
    if (!this.#frame || typeof height !== 'number' || !(height > 0 && height < 1e5)) return;
    const size = `${height}px`;
    if (size === this.#frame.style.blockSize) return;
    this.#frame.style.blockSize = size;
    this.#tell('height', { height });
  }

  /** @param {Record<string, unknown>} message */
  #post(message) {
    this.#frame?.contentWindow?.postMessage({ kassa: VERSION, session: this.#shown, ...message }, HOME.origin);
  }

  /** @param {string} type @param {Record<string, unknown>} detail */
  #tell(type, detail) {
    this.dispatchEvent(new CustomEvent(`kassa:${type}`, { detail, bubbles: true, composed: true }));
  }
}

/** @param {KassaCheckout} checkout */
const makeFrame = ({ session, locale, theme }) => {
  const url = new URL(`v1/view/${session}/?ui=inline`, HOME);
  if (locale) url.searchParams.set('locale', locale);
  if (theme !== 'auto') url.searchParams.set('theme', theme);
  const frame = document.createElement('iframe');
  frame.className = 'waiting';
  frame.allow = 'payment; clipboard-write';
  frame.title = wordsFor(locale)[0];
  // The frame answers its parent's origin: it has to be told even where the page hides its referrer.
  frame.referrerPolicy = 'origin';
  frame.src = url.href;
  return frame;
};

/** @param {HTMLIFrameElement} frame @param {string} locale */
const makeDialog = (frame, locale) => {
  const dialog = document.createElement('dialog');
  const button = document.createElement('button');
  const [title, close] = wordsFor(locale);
  dialog.ariaLabel = title;
  button.ariaLabel = close;
  button.type = 'button';
  button.textContent = '×';
  button.addEventListener('click', () => dialog.close());
  // The strip of the button stays; what is below it scrolls.
  const rest = document.createElement('div');
  rest.append(frame);
  dialog.append(button, rest);
  return dialog;
};

/** The page behind an overlay stays where it is until the overlay closes, however it closes. */
const lockScrolling = (/** @type {HTMLDialogElement} */ dialog) => {
  const { style } = document.documentElement;
  const before = style.overflow;
  style.overflow = 'hidden';
  dialog.addEventListener('close', () => { style.overflow = before; }, { once: true });
};

/** For those who prefer a function to an element. */
export const Kassa = {
  /**
   * @param {{ container: Element | string, session: string, mode?: string, locale?: string, theme?: string }} options
   * @returns {KassaCheckout} the element, which is also the handle
   */
  embed({ container, ...attributes }) {
    const place = typeof container === 'string' ? document.querySelector(container) : container;
    if (!place) throw new TypeError(`Kassa.embed: no element matches ${container}`);
    const checkout = /** @type {KassaCheckout} */ (document.createElement(TAG));
    Object.entries(attributes).forEach(([name, value]) => value !== undefined && checkout.setAttribute(name, value));
    if (SESSION.test(attributes.session)) checkout.append(linkTo(attributes.session, attributes.locale ?? ''));
    place.append(checkout);
    return checkout;
  },
};

/** The fallback of an embedded checkout that was given none. @param {string} session @param {string} locale */
const linkTo = (session, locale) => {
  const link = document.createElement('a');
  link.href = new URL(`v1/view/${session}/`, HOME).href;
  link.textContent = wordsFor(locale)[0];
  return link;
};

/** Makes the element known, once, however often this file is loaded. */
export const define = () => {
  if (globalThis.customElements && !customElements.get(TAG)) customElements.define(TAG, KassaCheckout);
};

define();
/** @type {any} */ (globalThis).Kassa ??= Kassa;
