// How long a payer waits for an answer: longer than the server waits for a processor, so that a slow charge
// is told by the server and not guessed here.
const LIMIT_MS = 30_000;

// One question to a server and its answer. Beside the content's type it has at most one header, written as
// name, space and value. Nobody knows what a question without an answer led to: its status is 0. An answer
// without JSON still has one: it may be a proxy's.
export async function ask(method, address, header, body, answered) {
  const headers = {};
  const [name, value] = header.split(' ');
  if (name) headers[name] = value;
  const json = typeof body === 'object';
  if (body) headers['content-type'] = json ? 'application/json' : 'application/x-www-form-urlencoded';
  const abort = new AbortController();
  const timer = setTimeout(() => abort.abort(), LIMIT_MS);
  let status = 0;
  let later;
  let read;
  try {
    const answer = await fetch(address, {
      method,
      headers,
      body: json ? JSON.stringify(body) : body,
      signal: abort.signal,
    });
    status = answer.status;
    later = Number(answer.headers.get('retry-after')) || undefined;
    read = await answer.json();
  } catch {}
  clearTimeout(timer);
  answered(status, later, read);
}
