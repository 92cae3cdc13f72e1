// What the page does before the program runs, and after it died. It is inline in every payer's page.
// It decides who hears this page: the one around it, else the one that opened it, when its origin is
// registered; nobody else, ever.
(() => {
  const asked = (window.kassaAsked = []);
  const root = document.documentElement.dataset;
  const merchant = parent === window ? opener : parent;
  let page, host, height;

  // The one place that knows the merchant's origin leaves it where the program's bridge reads it.
  const meet = (origin) => {
    if (!page.origins.includes(origin)) return;
    host = root.kassaHost = origin;
  };

  const tell = (message) => host && merchant.postMessage({ kassa: 1, session: page.id, ...message }, host);

  // Before the frame has a width every word stands below the other: such a height is nobody's.
  let laid;
  const measure = () => {
    if (!laid || !innerWidth) return;
    const now = Math.ceil(document.body.getBoundingClientRect().height);
    if (now && now !== height) tell({ type: 'height', height: (height = now) });
  };

  const greet = () => {
    height = undefined;
    measure();
    tell({ type: 'ready' });
  };

  // Source, origin, shape, session, in that order. What comes before the program is kept for it.
  const hear = ({ source, origin, data }) => {
    if (source !== merchant || !page.origins.includes(origin)) return;
    if (data?.kassa !== 1 || data.session !== page.id) return;
    meet(origin);
    if (data.type === 'hello') greet();
    else if (window.kassaAsked) {
      asked.push(data);
      dispatchEvent(new Event('kassaasked'));
    }
  };

  const start = () => {
    page = JSON.parse(document.getElementById('kassa-page').textContent).content.checkout?.view;
    if (!merchant || !page) return;
    meet(location.ancestorOrigins?.[0]);
    // A window that our element opened is called by the session and the page that opened it, and stays
    // so from document to document.
    if (!host) meet(name.split(' ')[1]);
    if (!host && document.referrer) meet(new URL(document.referrer).origin);
    addEventListener('message', hear);
    // An overlay closes on Escape, but only this frame hears the key while the payer is in it.
    addEventListener('keydown', (event) => event.key === 'Escape' && merchant === parent && tell({ type: 'close' }), true);
    greet();
    new ResizeObserver(() => measure((laid = true))).observe(document.body);
  };

  // The program's handlers would swallow what the payer does next and answer nothing: without them
  // the page is the plain form that it was before the program came, and a press that was not answered
  // can be made again.
  const bury = () => {
    const stop = (event) => event.stopPropagation();
    'click submit input change keydown keyup focus blur focusin focusout paste'.split(' ').forEach((type) => addEventListener(type, stop, true));
    document.querySelectorAll('.busy').forEach((button) => {
      button.classList.remove('busy');
      button.removeAttribute('aria-disabled');
    });
    root.kassa = 'dead';
    const note = document.getElementById('kassa-crashed');
    if (note) note.hidden = false;
  };
  const died = (reason) => reason instanceof WebAssembly.RuntimeError && bury();
  addEventListener('error', (event) => died(event.error));
  addEventListener('unhandledrejection', (event) => died(event.reason));

  // Only the program can send a card: a press that comes before it waits for it, or for so long that
  // the server may say what is wrong.
  let held;
  addEventListener('submit', (event) => {
    const { target, submitter } = event;
    if (root.kassa || held === false || submitter?.value !== 'pay' || new FormData(target).get('method') !== 'card') return;
    event.preventDefault();
    event.stopImmediatePropagation();
    if (held) return;
    const late = Date.now() + 10_000;
    submitter.classList.add('busy');
    held = setInterval(() => {
      if (!root.kassa && Date.now() < late) return;
      clearInterval(held);
      held = false;
      submitter.classList.remove('busy');
      target.requestSubmit(submitter);
    }, 50);
  }, true);

  // What is said of a field that is left could move what is being pressed away from the pointer.
  // So it is left once the press is over.
  let pressed;
  const left = [];
  addEventListener('mousedown', () => (pressed = true), true);
  addEventListener('focusout', (event) => {
    if (!pressed) return;
    event.stopImmediatePropagation();
    left.push(event);
  }, true);
  addEventListener('mouseup', () => {
    pressed = false;
    setTimeout(() => left.splice(0).forEach(({ target, relatedTarget }) => target.dispatchEvent(new FocusEvent('focusout', { bubbles: true, relatedTarget }))));
  }, true);

  if (document.getElementById('kassa-page')) start();
  else document.addEventListener('readystatechange', start, { once: true });
})();
