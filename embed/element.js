/**
 * <kassa-checkout>: frames a checkout or opens it in a window of its own, sizes it and relays what happens.
 * It knows frames, origins and messages; it must not know payments or wording.
 * To add an event: name it in EVENTS and describe it in kassa.d.ts and custom-elements.json.
 */

import { STYLE, addressOf, lockScrolling, makeDialog, makeFrame } from './parts.js';

/** Where this script came from is where the checkout is, unless the page says so. */
const HERE = import.meta.url;
const VERSION = 1;
export const SESSION = /^cs_[A-Za-z0-9]{24}$/;
const EVENTS = ['ready', 'height', 'change', 'confirm', 'payment', 'error', 'cancel', 'expired', 'locale'];
const ATTRIBUTES = ['session', 'mode', 'locale', 'theme', 'server', 'validate'];
const MODES = /** @type {const} */ (['inline', 'overlay', 'popup', 'redirect']);
/** What the checkout answers: to which question, and whether it means yes. */
const ANSWERS = /** @type {Record<string, [string, boolean]>} */ ({
  updated: ['refresh', true],
  not_found: ['refresh', false],
  locked: ['lock', true],
  lock_failed: ['lock', false],
});

/** How long a frame may take until its first word, and how long after its document has loaded. */
const LOADING_LIMIT_MS = 20_000;
const LOADED_LIMIT_MS = 4_000;
const ANSWER_LIMIT_MS = 10_000;
/** A window of its own says nothing when the payer closes it. */
const LOOK_EVERY_MS = 400;

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
  /** @type {Window | null} */ #popup = null;
  /** @type {ReturnType<typeof setTimeout> | undefined} */ #timer;
  /** @type {Array<[question: string, answer: (yes: boolean) => void]>} */ #waiting = [];
  /** The session that the frame was made for. */ #shown = '';
  /** Where it came from: nobody else is spoken to. */ #origin = '';
  /** Whether the checkout has said anything. */ #alive = false;
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

  get mode() { return MODES.find((mode) => mode === this.getAttribute('mode')) ?? 'inline'; }
  set mode(value) { this.setAttribute('mode', value); }

  get locale() { return this.getAttribute('locale') ?? ''; }
  set locale(value) { this.setAttribute('locale', value); }

  get theme() { return /** @type {'light' | 'dark' | 'auto'} */ (this.getAttribute('theme') ?? 'auto'); }
  set theme(value) { this.setAttribute('theme', value); }

  get server() { return this.getAttribute('server') ?? HERE; }
  set server(value) { this.setAttribute('server', value); }

  get validate() { return this.hasAttribute('validate'); }
  set validate(value) { this.toggleAttribute('validate', !!value); }

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
    else if (name === 'validate') live && this.#wish();
    else if (!live || name !== 'theme') this.#schedule();
  }

  /** Shows the checkout: the overlay, its window, its own page, or a closed inline frame again. */
  open() { this.#show(); }

  /** Hides the checkout. What the payer did so far stays with the session. */
  close() {
    if (this.#dialog) this.#dialog.close();
    else if (this.#popup) this.#popup.close();
    else this.#tearDown();
  }

  /**
   * Has the checkout read the session again.
   * @returns {Promise<boolean>} whether the server still knows the session; false too without an answer.
   */
  refresh() { return this.#ask('refresh'); }

  /**
   * Keeps the payer from confirming and paying while the merchant's server changes the session.
   * @returns {Promise<boolean>} whether it is locked; false too without an answer.
   */
  lock() { return this.#ask('lock'); }

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

  /** @returns {boolean} whether there is something to see now */
  #show() {
    if (!this.isConnected) return false;
    if (!SESSION.test(this.session)) return this.#fail('invalid_session');
    if (this.mode === 'redirect') location.assign(addressOf(this));
    else if (this.mode === 'popup') return this.#openWindow();
    else if (!this.#frame) this.#build();
    const dialog = this.#dialog;
    if (!dialog || dialog.open) return true;
    lockScrolling(dialog);
    dialog.addEventListener('close', () => dialog === this.#dialog && this.#tell('close', {}), { once: true });
    dialog.showModal();
    this.#frame?.focus();
    return true;
  }

  /**
   * The window is called by the session and by who opened it: so it knows whom to tell, also after it
   * went from document to document.
   */
  #openWindow() {
    if (!this.#popup) {
      const popup = open(addressOf(this), `${this.session} ${location.origin}`, 'popup,width=520,height=840');
      if (!popup) return this.#fail('blocked');
      this.#listen();
      this.#popup = popup;
      this.#timer = setInterval(() => popup.closed && this.#leave(), LOOK_EVERY_MS);
    }
    this.#popup.focus();
    return true;
  }

  #leave() {
    this.#tearDown();
    this.#tell('close', {});
  }

  #listen() {
    this.#shown = this.session;
    this.#origin = new URL(this.server).origin;
    this.#failed = false;
    addEventListener('message', this.#onMessage);
  }

  #build() {
    this.#listen();
    const frame = this.#frame = makeFrame(this);
    frame.addEventListener('load', this.#onLoad);
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
  }

  /** Leaves the fallback alone on the page. */
  #tearDown() {
    clearTimeout(this.#timer);
    removeEventListener('message', this.#onMessage);
    this.#waiting.splice(0).forEach(([, answer]) => answer(false));
    const dialog = this.#dialog;
    this.#frame = this.#dialog = this.#popup = null;
    dialog?.close();
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

  /** The fallback is what opens all that is not inline; where that failed it is a plain link again. */
  #onClick = (/** @type {MouseEvent} */ event) => {
    const target = /** @type {Element} */ (event.target);
    const plain = !event.defaultPrevented && !event.button && !event.metaKey && !event.ctrlKey && !event.shiftKey;
    if (this.mode === 'inline' || this.#failed || !plain || target === this || !target.closest('a, button')) return;
    if (this.#show()) event.preventDefault();
  };

  /** Source, origin, shape, session, in that order; anything else is ignored in silence. */
  #onMessage = (/** @type {MessageEvent} */ event) => {
    if (!event.source || event.source !== this.#guest) return;
    if (event.origin !== this.#origin || !isMessage(event.data)) return;
    const { kassa, session, type, ...detail } = event.data;
    if (session === this.#shown) this.#hear(type, detail);
  };

  /** @param {string} type @param {Record<string, any>} detail */
  #hear(type, detail) {
    this.#appear();
    const [question, yes] = ANSWERS[type] ?? [];
    if (question) this.#answered(question, !!yes);
    else if (type === 'validate') this.#validate(detail.attempt);
    else if (type === 'close') this.#dialog?.close();
    else if (type === 'ready') this.#greet();
    else if (type === 'height') this.#resize(detail.height);
    else if (EVENTS.includes(type)) this.#tell(type, detail);
  }

  #appear() {
    if (this.#alive) return;
    this.#alive = true;
    if (!this.#frame) return;
    clearTimeout(this.#timer);
    this.#frame.classList.remove('waiting');
    this.#slot.hidden = !this.#dialog;
  }

  /** @param {string} question @returns {Promise<boolean>} */
  #ask(question) {
    if (!this.#alive) return Promise.resolve(false);
    return new Promise((answer) => {
      const waits = /** @type {[string, typeof answer]} */ ([question, answer]);
      this.#waiting.push(waits);
      setTimeout(() => {
        // What was never answered must not take the answer of the next question.
        this.#waiting = this.#waiting.filter((it) => it !== waits);
        answer(false);
      }, ANSWER_LIMIT_MS);
      this.#post({ type: question });
    });
  }

  /** Questions of a kind are answered in their order. @param {string} question @param {boolean} yes */
  #answered(question, yes) {
    const place = this.#waiting.findIndex(([asked]) => asked === question);
    this.#waiting.splice(place, +(place >= 0)).forEach(([, answer]) => answer(yes));
  }

  /** Each press is answered once: by the page, or at once where it did not prevent that. @param {unknown} attempt */
  #validate(attempt) {
    let type = '';
    const respond = (/** @type {string} */ result) => {
      if (!type) this.#post({ type: type = result === 'ok' ? 'agree' : 'refuse', attempt });
    };
    if (this.#tell('validate', { respond })) respond('ok');
  }

  /** Says whether the page wants to be asked. */
  #wish() { this.#post({ type: 'set_validate', validate: this.validate }); }

  /** The payer may go from document to document in the frame: each is ready, the page hears it once. */
  #greet() {
    this.#wish();
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

  get #guest() { return this.#frame?.contentWindow ?? this.#popup; }

  /** @param {Record<string, unknown>} message */
  #post(message) {
    this.#guest?.postMessage({ kassa: VERSION, session: this.#shown, ...message }, this.#origin);
  }

  /** @param {string} type @param {Record<string, unknown>} detail @returns {boolean} whether nobody prevented it */
  #tell(type, detail) {
    const cancelable = type === 'validate';
    return this.dispatchEvent(new CustomEvent(`kassa:${type}`, { detail, cancelable, bubbles: true, composed: true }));
  }
}
