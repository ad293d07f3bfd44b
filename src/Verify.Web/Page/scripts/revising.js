// The form in which an editor corrects or retracts a published record: the form of a judgement, filled with what the record states.
import * as api from './api.js';
import { all } from './differing.js';
import { decisionOf, draftOf, keep } from './drafts.js';
import { Form } from './form.js';
import { judgementOf, Missing } from './judgement.js';

const nameOf = (record, kind) => `${record}.${kind}`;

/** What was written stays; sent again, it is another one. */
export function takenBack(record, kind) {
  keep(nameOf(record, kind), { ...draftOf(nameOf(record, kind)), sent: null });
}

/** @param {'correction' | 'retraction'} kind */
export async function formOf(view, kind, send, leave) {
  const name = nameOf(view.recordId, kind);
  const draft = draftOf(name);
  if (kind === 'correction' && !draft.isBegun) await begin(view, draft);
  return new Form(view, draft, send, { kind, name, leave });
}

/** Sends it; a Missing says what is not filled in. */
export async function sendRevision({ view, kind, draft, name }) {
  const reason = draft.why.trim();
  if (reason === '') throw new Missing('why', 'revise.needReason');
  const revision = decisionOf(draft, { ...(kind === 'correction' ? judgementOf(draft, view.reading) : {}), reason });
  keep(name, draft);
  return await api.revise(view.recordId, kind, revision);
}

/** A correction states the claim anew as a whole, so it begins with all that stands. */
async function begin(view, draft) {
  const { record } = await api.record(view.recordId);
  const judgement = view.revisions?.at(-1)?.judgement ?? view.decision.judgement;
  all(view, judgement, draft);
  draft.rating = record.verdict.rating;
  draft.evidence = record.evidence.map(({ url, quote }) => ({ url, quote: quote ?? '' }));
  draft.note = record.note ?? '';
  for (const index of judgement.asRead ?? []) draft.picked[index] = 'read';
  draft.isBegun = true;
}
