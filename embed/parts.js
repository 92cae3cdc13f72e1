/**
 * What the element is made of: its words, its look, its frame and its dialog.
 * It must not know messages, nor when any of this is shown.
 */

/** @typedef {{ server: string, session: string, locale: string, theme: string }} Checkout */

/** The only words of this half: the frame's title, and the name of the overlay's close button. */
const WORDS = /** @type {Record<string, [string, string]>} */ ({
  en: ['Checkout', 'Close'],
  es: ['Pago', 'Cerrar'],
});

/** @param {string} locale */
export const wordsFor = (locale) => WORDS[(locale || document.documentElement.lang).slice(0, 2)] ?? WORDS.en;

export const STYLE = `
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

/** Where a checkout is. @param {Checkout} checkout @param {string} [ui] nothing for a whole page */
export const addressOf = ({ server, session, locale, theme }, ui) => {
  const url = new URL(`v1/view/${session}/`, server);
  const wishes = { ui, locale, theme: theme === 'auto' ? '' : theme };
  Object.entries(wishes).forEach(([name, value]) => value && url.searchParams.set(name, value));
  return url.href;
};

/** @param {Checkout} checkout */
export const makeFrame = (checkout) => {
  const frame = document.createElement('iframe');
  frame.className = 'waiting';
  frame.allow = 'payment; clipboard-write';
  frame.title = wordsFor(checkout.locale)[0];
  // The frame answers its parent's origin: it has to be told even where the page hides its referrer.
  frame.referrerPolicy = 'origin';
  frame.src = addressOf(checkout, 'inline');
  return frame;
};

/** @param {HTMLIFrameElement} frame @param {string} locale */
export const makeDialog = (frame, locale) => {
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
export const lockScrolling = (/** @type {HTMLDialogElement} */ dialog) => {
  const { style } = document.documentElement;
  const before = style.overflow;
  style.overflow = 'hidden';
  dialog.addEventListener('close', () => { style.overflow = before; }, { once: true });
};
