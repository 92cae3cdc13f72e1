/** What React 19 and TypeScript have to know of `<kassa-checkout>`: `import type {} from '@kassa/embed/react'`. */

import type { DetailedHTMLProps, HTMLAttributes } from 'react';
import type { KassaCheckout, KassaEventMap, KassaMode, KassaTheme } from './kassa.js';

/** Listeners, called as React calls those of custom elements: `onkassa:payment`. */
export type KassaListeners = {
  [Name in keyof KassaEventMap as `on${Name}`]?: (event: KassaEventMap[Name]) => void;
};

/** What the element takes. */
export interface KassaCheckoutProps extends KassaListeners {
  session: string;
  mode?: KassaMode;
  locale?: string;
  theme?: KassaTheme;
  server?: string;
  validate?: boolean;
}

declare module 'react' {
  namespace JSX {
    interface IntrinsicElements {
      'kassa-checkout': DetailedHTMLProps<HTMLAttributes<KassaCheckout>, KassaCheckout> & KassaCheckoutProps;
    }
  }
}
