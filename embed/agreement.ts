/** Compiled by the tests and never run: what kassa.d.ts promises is what the element is. */

import { KassaCheckout as Made } from './element.js';
import type { KassaCheckout as Promised } from './kassa.js';

/** Everything that is promised is there. */
export const kept = (made: Made): Promised => made;

/** Nothing is there that nobody was told of, but what the browser calls. */
type Called = 'connectedCallback' | 'disconnectedCallback' | 'connectedMoveCallback' | 'attributeChangedCallback';
type Untold = Exclude<keyof Made, keyof Promised | Called>;
export const told = (untold: Untold): never => untold;
