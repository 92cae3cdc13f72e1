/** A React 19 page: the checkout comes and goes, and what it says is state. */

import '@kassa/embed';
import type { KassaCheckout } from '@kassa/embed';
import type {} from '@kassa/embed/react';
import { StrictMode, useEffect, useRef, useState } from 'react';
import { createRoot } from 'react-dom/client';

const root = document.getElementById('root')!;
const { server = '', session = '' } = root.dataset;

const Checkout = ({ say }: { say: (text: string) => void }) => {
  const checkout = useRef<KassaCheckout>(null);
  useEffect(() => {
    const element = checkout.current;
    const refresh = () => void element?.refresh();
    addEventListener('focus', refresh);
    return () => removeEventListener('focus', refresh);
  }, []);
  return (
    <kassa-checkout
      ref={checkout}
      server={server}
      session={session}
      theme="light"
      validate
      onkassa:ready={() => say('ready')}
      onkassa:validate={(event) => {
        event.preventDefault();
        say('validate');
        setTimeout(() => event.detail.respond('ok'), 100);
      }}
      onkassa:payment={({ detail }) => say(detail.status)}
      onkassa:error={({ detail }) => say(detail.code)}
    >
      <a href={`${server}/v1/view/${session}/`}>Pay on the checkout's own page</a>
    </kassa-checkout>
  );
};

const Shop = () => {
  const [shown, show] = useState(true);
  const [heard, hear] = useState<string[]>([]);
  return (
    <main>
      <button id="toggle" onClick={() => show(!shown)}>
        {shown ? 'Back to the cart' : 'Go on'}
      </button>
      {shown && <Checkout say={(text) => hear((before) => [...before, text])} />}
      <p id="heard">{heard.join(' ')}</p>
    </main>
  );
};

createRoot(root).render(
  <StrictMode>
    <Shop />
  </StrictMode>,
);
