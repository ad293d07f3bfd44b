// From a draft to the judgement that the desk takes. Pure; what is missing is a Missing that names the field.

export class Missing extends Error {
  /** @param {string} words Name of the words to show. */
  constructor(field, words) {
    super(words);
    this.field = field;
    this.words = words;
  }
}

export function judgementOf(draft, reading) {
  const note = draft.note.trim() === '' ? null : draft.note.trim();
  if (draft.mode === 'reject') {
    if (!draft.reason) throw new Missing('reason', 'judge.needReason');
    if (draft.reason === 'other' && !note) throw new Missing('note', 'judge.needNote');
    return { judgement: 'reject', reason: draft.reason, note };
  }
  const open = reading.quantities.findIndex((quantity, index) => quantity.ambiguous !== null && !isPicked(draft, index));
  if (open >= 0) throw new Missing(`reading-${open}`, 'judge.needReading');
  const correction = draft.mode === 'correct' ? correctionOf(draft, reading) : null;
  if (!draft.rating) throw new Missing('rating', 'judge.needVerdict');
  const judged = { verdict: { rating: draft.rating }, evidence: evidenceOf(draft), note };
  const asRead = reading.quantities.flatMap((quantity, index) => quantity.ambiguous !== null && draft.picked[index] === 'read' ? [index] : []);
  if (asRead.length > 0) judged.asRead = asRead;
  return correction ? { judgement: 'correct', correction, ...judged } : { judgement: 'approve', ...judged };
}

/** Another number stands in the correction of this figure: the other reading is only picked while it does. */
export const isCorrected = (draft, index) => draft.mode === 'correct' && draft.quantity === index && 'value' in draft.correction;

/** A figure with two readings needs one: chosen, or typed in as a correction. */
const isPicked = (draft, index) => draft.picked[index] === 'read' || isCorrected(draft, index);

/** What to correct when the other reading is meant. */
export function otherReading(quantity) {
  const other = { value: String(quantity.ambiguous) };
  if (quantity.ambiguousUpper !== undefined) other.upper = String(quantity.ambiguousUpper);
  return other;
}

/** The fields of a correction as they were read, as text. */
export function asRead(reading, index) {
  const quantity = reading.quantities[index];
  return {
    relation: quantity.relation,
    value: String(quantity.value),
    upper: quantity.upper === null ? '' : String(quantity.upper),
    unit: quantity.unit?.code ?? quantity.unit?.text ?? '',
    counted: quantity.counted?.text ?? '',
    speaker: reading.speaker?.text ?? '',
    time: reading.times.find(time => time.of === 'stated')?.text ?? '',
  };
}

/** A number as typed: digits, one point for decimals, a sign. Null where it is none: separators are not guessed at. */
export function parseNumber(text) {
  const typed = text.trim().replace('−', '-');
  return /^-?\d{1,27}(\.\d{1,20})?$/.test(typed) ? typed : null;
}

function correctionOf(draft, reading) {
  const before = asRead(reading, draft.quantity);
  const after = { ...before, ...draft.correction };
  const changed = { quantity: draft.quantity };
  if (after.relation !== before.relation) changed.relation = after.relation;
  for (const field of ['value', 'upper']) {
    if (field === 'upper' && after.relation !== 'range') continue;
    if (after[field].trim() === '') throw new Missing(field, field === 'upper' ? 'judge.needUpper' : 'judge.needNumber');
    const typed = parseNumber(after[field]);
    if (typed === null) throw new Missing(field, 'judge.needNumber');
    if (before[field] === '' || Number(typed) !== Number(before[field])) changed[field] = exact(typed);
  }
  for (const field of ['unit', 'counted', 'speaker', 'time']) if (after[field].trim() !== before[field]) changed[field] = after[field].trim();
  if (Object.keys(changed).length === 1) throw new Missing('value', 'judge.nothingChanged');
  return changed;
}

// Written as typed where the browser can: a double holds 15 digits, the desk 28.
const exact = typed => JSON.rawJSON ? JSON.rawJSON(typed) : Number(typed);

function evidenceOf(draft) {
  return draft.evidence
    .map((one, index) => ({ url: one.url.trim(), quote: one.quote.trim() || null, index }))
    .filter(one => one.url || one.quote)
    .map(({ url, quote, index }) => {
      if (!/^https?:\/\/\S+$/.test(url)) throw new Missing(`evidence-${index}`, 'judge.needAddress');
      return { url, quote };
    });
}
