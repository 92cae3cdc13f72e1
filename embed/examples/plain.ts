/** A page without a framework: every attribute, method and event there is. */

import { Kassa, KassaCheckout, define } from '@kassa/embed';
import type {
  KassaEmbedOptions,
  KassaError,
  KassaEventMap,
  KassaMode,
  KassaPayment,
  KassaTheme,
  KassaValidation,
  PaymentStatus,
} from '@kassa/embed';

define();

const mode: KassaMode = 'overlay';
const theme: KassaTheme = 'auto';
const options: KassaEmbedOptions = {
  container: '#checkout',
  server: 'https://pay.example',
  session: 'cs_0123456789abcdefghijklmn',
  locale: 'en',
  validate: true,
  mode,
  theme,
};
const checkout: KassaCheckout = Kassa.embed(options);
const same: KassaCheckout | null = document.querySelector('kassa-checkout');
const made: KassaCheckout = document.createElement('kassa-checkout');

made.session = options.session;
made.mode = 'popup';
made.locale = 'de';
made.theme = 'dark';
made.server = 'https://pay.example';
made.validate = false;

const log = (text: string) => document.getElementById('log')?.append(`${text}\n`);

/** Whether the money is there the server is asked: this says what to show. */
const show = ({ reference, status, return_url, confirm_url }: KassaPayment) => {
  const over: PaymentStatus[] = ['captured', 'authorized'];
  log(`${reference} ${status} ${confirm_url ?? ''}`);
  if (over.includes(status) && return_url) location.assign(return_url);
};

/** The cart may have changed since the payer began: the page looks before they pay. */
const look = async ({ respond }: KassaValidation) => {
  const answer = await fetch('/cart/still-there');
  respond(answer.ok ? 'ok' : 'refused');
};

const explain = ({ code }: KassaError) => log(code);

checkout.addEventListener('kassa:ready', () => log('ready'));
checkout.addEventListener('kassa:height', ({ detail }) => log(`${detail.height.toFixed(0)} px`));
checkout.addEventListener('kassa:change', () => log('changed'));
checkout.addEventListener('kassa:confirm', () => log('confirmed'));
checkout.addEventListener('kassa:validate', (event) => {
  event.preventDefault();
  void look(event.detail);
});
checkout.addEventListener('kassa:payment', ({ detail }) => show(detail));
checkout.addEventListener('kassa:error', ({ detail }) => explain(detail));
checkout.addEventListener('kassa:cancel', () => log('called off'));
checkout.addEventListener('kassa:expired', () => log('expired'));
checkout.addEventListener('kassa:close', () => log('closed'));
addEventListener('kassa:locale', ({ detail }) => log(detail.locale.toUpperCase()));
document.addEventListener('kassa:payment', (event: KassaEventMap['kassa:payment']) => show(event.detail));

const change = async () => {
  if (!(await checkout.lock())) return;
  await fetch('/cart/other-shipping', { method: 'POST' });
  const found: boolean = await checkout.refresh();
  if (!found) checkout.close();
};

document.getElementById('pay')?.addEventListener('click', () => checkout.open());
document.getElementById('shipping')?.addEventListener('change', () => void change());
document.getElementById('german')?.addEventListener('click', () => same?.setLocale('de'));
window.Kassa.embed({ container: document.body, session: options.session, mode: 'redirect' });

// @ts-expect-error: there is no such mode.
made.mode = 'sideways';
// @ts-expect-error: an answer is `ok` or `refused`.
made.addEventListener('kassa:validate', ({ detail }) => detail.respond(true));
// @ts-expect-error: a checkout needs its session.
Kassa.embed({ container: document.body });
