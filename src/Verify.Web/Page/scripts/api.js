// The desk's HTTP interface. Every failure is a Refused: what the desk answered, or that it did not.

const longestWait = 15_000;

export class Refused extends Error {
  /** @param {number} status 0 when no answer came: what was sent may or may not have arrived. */
  constructor(status, problem) {
    super(problem.detail ?? problem.title ?? 'refused');
    this.status = status;
    this.code = problem.code ?? 'unexpected';
    this.field = problem.field ?? null;
    this.current = problem.current ?? null;
    /** What reads differently than it was shown; null where that is not known. */
    this.changes = problem.changes ?? null;
    /** Where a person signs in again; null where a link does it. */
    this.signIn = problem.signIn ?? null;
  }

  /** True when the same request may be sent again and can succeed. */
  get isPassing() {
    return this.status === 0 || this.status === 401 || this.status >= 500;
  }
}

/** The answer's JSON. */
export async function ask(path, { method = 'GET', headers = {}, body, keepalive = false } = {}) {
  let answer;
  try {
    answer = await fetch(path, { method, headers, body, keepalive, credentials: 'same-origin', cache: 'no-store', signal: AbortSignal.timeout(longestWait) });
  } catch {
    throw new Refused(0, { code: 'offline' });
  }
  const isJson = /json/.test(answer.headers.get('Content-Type') ?? '');
  const content = isJson ? await answer.json().catch(() => ({})) : {};
  if (!answer.ok) throw new Refused(answer.status, content);
  return content;
}

export const session = () => ask('/api/session');
export const claims = query => ask(`/api/claims?${new URLSearchParams(query)}`);
export const claim = id => ask(`/api/claims/${id}`);
export const article = id => ask(`/api/articles/${id}`);
export const articles = query => ask(`/api/articles?${new URLSearchParams(query)}`);
export const records = query => ask(`/api/records?${new URLSearchParams(query)}`);

/** A record with what became of it beside it. */
export const record = id => ask(`/api/records/${id}?format=view`);

export const revise = (record, kind, revision) => ask(`/api/records/${record}/${kind}s`, {
  method: 'POST',
  headers: { 'Content-Type': 'application/json', 'If-Match': `"${record}"` },
  body: JSON.stringify(revision),
});

export const decide = (id, shown, decision) => ask(`/api/claims/${id}/decisions`, {
  method: 'POST',
  headers: { 'Content-Type': 'application/json', 'If-Match': `"${shown}"` },
  body: JSON.stringify(decision),
});

/** Says that this person works on a claim; with a note, in place of somebody else. */
export const lease = (id, note = null) => ask(`/api/claims/${id}/lease`, {
  method: 'POST',
  headers: { 'Content-Type': 'application/json' },
  body: note === null ? undefined : JSON.stringify({ note }),
});

/** Also while the page is being left. */
export const endLease = id => ask(`/api/claims/${id}/lease`, { method: 'DELETE', keepalive: true });

export const withdraw = (id, decisionId) => ask(`/api/claims/${id}/decisions/${decisionId}`, { method: 'DELETE' });

const json = (method, body) => ({ method, headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) });

export const notifications = () => ask('/api/me/notifications');
export const setNotifications = choice => ask('/api/me/notifications', json('PUT', choice));
export const confirmAddress = code => ask('/api/me/notifications/confirmation', json('POST', { code }));
export const sendCode = () => ask('/api/me/notifications/code', { method: 'POST' });
export const forgetNotifications = () => ask('/api/me/notifications', { method: 'DELETE' });

export const submit = (body, mediaType, query) => ask(`/api/articles?${new URLSearchParams(query)}`, {
  method: 'POST',
  headers: { 'Content-Type': mediaType },
  body,
});
