// What a reviewer has begun to say of each claim. Kept in this tab, so that a failed send or a new sign-in loses nothing.

const prefix = 'verify.draft.';

const blank = () => ({ mode: 'approve', isBegun: false, why: '', rating: null, evidence: [], note: '', quantity: 0, correction: {}, picked: {}, reason: null, sent: null });

export function draftOf(id) {
  try {
    return { ...blank(), ...JSON.parse(sessionStorage.getItem(prefix + id) ?? '{}') };
  } catch {
    return blank();
  }
}

export function keep(id, draft) {
  try {
    sessionStorage.setItem(prefix + id, JSON.stringify(draft));
  } catch {
    // A full or forbidden store costs the draft at a reload, nothing else.
  }
}

export function forget(id) {
  sessionStorage.removeItem(prefix + id);
}

/**
 * The decision to send. Its id is made once for what it says and kept while that stays, so that sending it again after a lost
 * answer is the same decision; saying something else is another one.
 */
export function decisionOf(draft, judgement) {
  const says = JSON.stringify(judgement);
  if (draft.sent?.says !== says) draft.sent = { id: crypto.randomUUID(), says };
  return { id: draft.sent.id, ...judgement };
}
