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

/** Inside the page, or in a modal dialog that `open()` shows. */
export type KassaMode = 'inline' | 'overlay';

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
   * Otherwise a problem code of the API, or `network`.
   */
  code: string;
}

/** What each event carries in `detail`. */
export interface KassaEventDetails {
  'kassa:ready': Record<string, never>;
  'kassa:height': { height: number };
  'kassa:change': Record<string, never>;
  'kassa:confirm': Record<string, never>;
  'kassa:payment': KassaPayment;
  'kassa:error': KassaError;
  'kassa:cancel': Record<string, never>;
  'kassa:expired': Record<string, never>;
  'kassa:locale': { locale: string };
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

  /** Shows the overlay, or an inline checkout that was closed. */
  open(): void;
  /** Hides it. What the payer did so far stays with the session. */
  close(): void;
  /** Has the frame read the session again; answers whether the server still knows it. */
  refresh(): Promise<boolean>;
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
