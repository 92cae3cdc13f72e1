// What helps the payer and needs no program: it works before the program is there and after it died.
// It is inline in every payer's page, and shows what is on the page already: it asks nobody.
(() => {
  const find = (css) => document.querySelector(css);

  // The one place that speaks. The program keeps the text's node for what it says itself.
  const say = (text) => {
    const voice = find('[role=status]');
    if (voice) (voice.firstChild ?? voice).textContent = text;
  };

  const copied = (button) => {
    button.removeAttribute('aria-label');
    say((button.textContent = button.dataset.done));
  };
  const copy = async (button) => {
    try {
      await navigator.clipboard.writeText(button.dataset.text);
      copied(button);
    } catch {
      button.closest('div').querySelector('.caption').hidden = false;
    }
  };

  // A frame cannot show a wallet's page, so it opens beside and knows nothing of this one. Whether it
  // is open, was closed again or never opened stands under the button, and is said.
  const open = (link) => {
    const show = (which) => document.querySelectorAll('[data-window]').forEach((it) => {
      it.hidden = it.dataset.window !== which;
      if (!it.hidden) say(it.firstChild.data);
    });
    const beside = window.open('');
    show(beside ? 'open' : 'blocked');
    if (!beside) return;
    beside.opener = null;
    beside.location = link.href;
    const watch = setInterval(() => {
      if (!beside.closed) return;
      clearInterval(watch);
      show();
      // The program looks whether anything happened.
      document.dispatchEvent(new Event('visibilitychange'));
    }, 300);
  };
  addEventListener('click', (event) => {
    const button = event.target.closest('[data-act]');
    if (button?.dataset.act === 'copy') copy(button);
    if (button?.dataset.act === 'print') print();
    if (button?.dataset.act !== 'open') return;
    event.preventDefault();
    open(button);
  }, true);

  // A bank's late answer: the style waits, and shows the sentence.
  addEventListener('animationstart', ({ target, animationName }) => animationName === 'late' && say(target.textContent));

  // The last ten minutes are counted down, and said at the tenth, the fifth and the last.
  let said;
  const count = () => {
    const line = find('[data-expires]');
    const left = Math.ceil((Date.parse(line?.dataset.expires) - Date.now()) / 1000);
    const mark = [60, 300, 600].find((seconds) => left <= seconds);
    if (!mark || left < 0) return;
    const time = `${Math.floor(left / 60)}:${String(left % 60).padStart(2, '0')}`;
    line.firstChild.data = line.dataset.left.replace('{time}', time);
    if (mark !== said) say(line.textContent);
    said = mark;
  };
  setInterval(count, 1000);

  // What is typed and chosen outlives a reload and the way back, in this tab alone; a card never does.
  // It counts only where the server still printed what it printed then.
  const place = location.pathname + (new URLSearchParams(location.search).get('sid') ?? '');
  const kept = (() => {
    try {
      return JSON.parse(sessionStorage.getItem(place)) ?? {};
    } catch {
      return {};
    }
  })();
  const keep = (act) => {
    // Where a browser gives frames no storage, nothing is kept.
    try {
      act(sessionStorage);
    } catch {}
  };
  const CONTROLS = '#kassa-form :is(input, select)[name]:not([type=hidden], [data-card])';
  const printed = (control) => {
    if (control.type === 'radio') return String(control.defaultChecked);
    if (control.options) return [...control.options].find((it) => it.defaultSelected)?.value ?? '';
    return control.defaultValue;
  };
  const nameOf = ({ type, name, value }) => (type === 'radio' ? `${name} ${value}` : name);
  const valueOf = ({ type, checked, value }) => (type === 'radio' ? String(checked) : value);

  const put = (control, text) => {
    if (control.type === 'radio') control.checked = text === 'true';
    else control.value = text;
  };
  // What an earlier page kept and is not on this one yet. A list may get what was chosen only with the
  // fields of another country.
  const before = new Map(Object.entries(kept));
  const restore = () => {
    for (const control of document.querySelectorAll(CONTROLS)) {
      const name = nameOf(control);
      const [then, typed] = before.get(name) ?? [];
      if (typed === undefined) continue;
      if (then === printed(control) && valueOf(control) === then) {
        put(control, typed);
        if (valueOf(control) !== typed) {
          put(control, then);
          continue;
        }
        // The program hears what came after it.
        if (document.documentElement.dataset.kassa) control.dispatchEvent(new Event('input', { bubbles: true }));
      }
      before.delete(name);
    }
  };
  restore();
  // Most payers were not here before: nothing is watched for them.
  if (before.size) new MutationObserver(restore).observe(document.body, { childList: true, subtree: true });
  // A key does not wait for the storage.
  let writing;
  const write = () => {
    clearTimeout(writing);
    writing = undefined;
    keep((storage) => storage.setItem(place, JSON.stringify(kept)));
  };
  addEventListener('input', ({ target }) => {
    if (!target.matches(CONTROLS)) return;
    document.getElementsByName(target.name).forEach((control) => {
      kept[nameOf(control)] = [printed(control), valueOf(control)];
    });
    writing ??= setTimeout(write, 200);
  }, true);
  addEventListener('pagehide', () => {
    if (!find(CONTROLS)) keep((storage) => storage.removeItem(place));
    else if (writing) write();
  });
})();
