/**
 * Kassa, the merchant's half: makes <kassa-checkout> known, and a function for those who prefer one.
 * The class is in element.js, what it is made of in parts.js; the server hands out all three as one.
 */

import { KassaCheckout, SESSION } from './element.js';
import { addressOf, wordsFor } from './parts.js';

export { KassaCheckout };

const TAG = 'kassa-checkout';

/** For those who prefer a function to an element. */
export const Kassa = {
  /**
   * @param {{ container: Element | string } & Record<string, any>} options
   * @returns {KassaCheckout} the element, which is also the handle
   */
  embed({ container, ...properties }) {
    const place = typeof container === 'string' ? document.querySelector(container) : container;
    if (!place) throw new TypeError(`Kassa.embed: no element matches ${container}`);
    const checkout = /** @type {KassaCheckout} */ (document.createElement(TAG));
    Object.entries(properties).forEach(([name, value]) => {
      if (value !== undefined) /** @type {any} */ (checkout)[name] = value;
    });
    if (SESSION.test(checkout.session)) checkout.append(linkTo(checkout));
    place.append(checkout);
    return checkout;
  },
};

/** The fallback of an embedded checkout that was given none. @param {KassaCheckout} checkout */
const linkTo = (checkout) => {
  const link = document.createElement('a');
  link.href = addressOf(checkout);
  link.textContent = wordsFor(checkout.locale)[0];
  return link;
};

/** Makes the element known, once, however often this file is loaded. */
export const define = () => {
  if (globalThis.customElements && !customElements.get(TAG)) customElements.define(TAG, KassaCheckout);
};

define();
/** @type {any} */ (globalThis).Kassa ??= Kassa;
