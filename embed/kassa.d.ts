/** The types of kassa.js. An event on the merchant's page is a hint for the screen; ask the API from your server before you ship. */

/** Where a payment stands, as on the wire. */
export type PaymentStatus =
  | 'created'
  | 'requires_action'
  | 'processing'
  | 'authorized'
  | 'captured'
  | 'partially_captured'
  | 'voided'
  | 'declined'
  | 'failed'
  | 'partially_refunded'
  | 'refunded';

/**
 * Inside the page; in a modal dialog; in a window of its own; or instead of the page. All but the first
 * are shown by `open()`, or by a press on a link or a button inside the element.
 */
export type KassaMode = 'inline' | 'overlay' | 'popup' | 'redirect';

/** Follows the payer's own setting where it is `auto`. */
export type KassaTheme = 'light' | 'dark' | 'auto';

/** The payment moved. */
export interface KassaPayment {
  /** The payment's name between people: the recipient's three letters and nine digits. */
  reference: string;
  status: PaymentStatus;
  /** Where the merchant's server wanted the payer back, if anywhere. */
  return_url: string | null;
  /**
   * Where your server creates the payment, as long as the payer only announced it: sessions with
   * `payment_creation: "merchant"`. It takes a POST with your secret key, never from the page.
   */
  confirm_url: string | null;
}

/** Something went wrong that the payer was told of. */
export interface KassaError {
  /**
   * `invalid_session`: the attribute is missing or is not a session's id.
   * `unreachable`: the frame never came, or the browser refused it on this origin; the fallback shows.
   * `blocked`: the browser opened no window; the fallback is a plain link again.
   * Otherwise a problem code of the API, or `network`.
   */
  code: string;
}

/** The payer pressed **Pay** and the page is asked first. Prevent the event to answer later. */
export interface KassaValidation {
  /**
   * Says whether the press counts, once: what comes after that, or after fifteen seconds, changes
   * nothing. Where nobody prevents the event it counts at once.
   */
  respond(result: 'ok' | 'refused'): void;
}

/** What each event carries in `detail`. */
export interface KassaEventDetails {
  'kassa:ready': Record<string, never>;
  'kassa:height': { height: number };
  'kassa:change': Record<string, never>;
  'kassa:confirm': Record<string, never>;
  /** Only with the attribute `validate`. A convenience for the screen, and no control. */
  'kassa:validate': KassaValidation;
  'kassa:payment': KassaPayment;
  'kassa:error': KassaError;
  'kassa:cancel': Record<string, never>;
  'kassa:expired': Record<string, never>;
  'kassa:locale': { locale: string };
  /** The overlay or the window is closed. What came of it your server knows. */
  'kassa:close': Record<string, never>;
}

/** The events themselves. All of them bubble and are composed. */
export type KassaEventMap = { [Name in keyof KassaEventDetails]: CustomEvent<KassaEventDetails[Name]> };

/** `<kassa-checkout session="cs_…">`: one checkout inside the merchant's page. */
export class KassaCheckout extends HTMLElement {
  /** The session's id. Changing it shows the other session. */
  session: string;
  mode: KassaMode;
  /** BCP 47. Empty: the session's own language, else the browser's. */
  locale: string;
  /** Taken up when the frame is made. */
  theme: KassaTheme;
  /** Where the checkout is, as a URL. Without it: where the script came from. */
  server: string;
  /** Whether `kassa:validate` asks this page before anything is paid. */
  validate: boolean;

  /**
   * Shows the overlay, the window, the checkout's own page, or an inline checkout that was closed. A
   * window has to be opened while a press of the payer's is handled, else browsers block it.
   */
  open(): void;
  /** Hides it. What the payer did so far stays with the session. */
  close(): void;
  /** Has the checkout read the session again; answers whether the server still knows it. */
  refresh(): Promise<boolean>;
  /**
   * Keeps the payer from confirming and paying, for five minutes or until your server has changed the
   * session; answers whether it is locked.
   */
  lock(): Promise<boolean>;
  /** Shows another language without losing anything that was typed. */
  setLocale(locale: string): void;
}

/** What `Kassa.embed` takes. */
export interface KassaEmbedOptions {
  /** Where the element goes: an element, or a selector of one. */
  container: Element | string;
  session: string;
  mode?: KassaMode;
  locale?: string;
  theme?: KassaTheme;
  server?: string;
  validate?: boolean;
}

/** For those who prefer a function to an element. Also `window.Kassa` once the script has run. */
export const Kassa: {
  /** Makes the element, puts it into the container and returns it: it is the handle. */
  embed(options: KassaEmbedOptions): KassaCheckout;
};

/** Makes the element known. The script does it by itself; doing it again changes nothing. */
export function define(): void;

type KassaApi = typeof Kassa;

declare global {
  interface HTMLElementTagNameMap {
    'kassa-checkout': KassaCheckout;
  }
  interface HTMLElementEventMap extends KassaEventMap {}
  interface DocumentEventMap extends KassaEventMap {}
  interface WindowEventMap extends KassaEventMap {}
  interface Window {
    Kassa: KassaApi;
  }
}
