// Two decisions that differ, side by side, for the editor who settles them: each field is taken from the one or the other.
import { link, make } from './dom.js';
import { time } from './format.js';
import { asRead } from './judgement.js';
import { judged } from './outcome.js';
import { t } from './words.js';

/** @param {Form | null} form Where a choice goes; null for who only looks. */
export function differing(view, form) {
  if (!view.differing) return null;
  const { fields, decisions } = view.differing;
  return make('section', { class: 'differing', 'aria-labelledby': 'differing-title' },
    make('h3', { id: 'differing-title' }, t('differ.title')),
    make('p', { class: 'quiet small' }, t(form ? 'differ.settle' : 'differ.waits')),
    make('table', {},
      make('thead', {}, make('tr', {}, make('td'), decisions.map(one => make('th', { scope: 'col' }, one.by, make('span', { class: 'quiet small' }, ` ${time(one.at)}`))))),
      make('tbody', {}, fields.map(field => make('tr', {},
        make('th', { scope: 'row' }, nameOf(field)),
        decisions.map(one => make('td', {}, cell(view, field, one, form))))))),
    decisions.map(one => (one.judgement.note || one.judgement.evidence?.length > 0) && make('div', { class: 'said' },
      make('p', { class: 'quiet small' }, one.by), one.judgement.note && make('p', {}, one.judgement.note),
      one.judgement.evidence?.map(found => make('p', {}, link(found.url, found.url), ' ', found.quote && make('q', {}, found.quote))))));
}

function cell(view, field, decision, form) {
  const words = wordsOf(view, field, decision.judgement);
  return form
    ? make('button', { type: 'button', 'aria-label': t('differ.take', nameOf(field), words, decision.by), on: { click: () => take(view, field, decision.judgement, form) } }, words)
    : words;
}

function nameOf(field) {
  const parts = field.split('/');
  return t({ judgement: 'judge.title', verdict: 'judge.verdict', value: 'judge.value', upper: 'judge.upper', time: 'judge.time' }[parts.at(-1)] ?? `read.${parts.at(-1)}`);
}

function wordsOf(view, field, judgement) {
  if (field === '/judgement') return judged(judgement);
  if (field === '/verdict') return `${judgement.verdict.rating} · ${judgement.verdict.label ?? t(`verdict.${judgement.verdict.rating}`)}`;
  const { name, index } = placeOf(field);
  const text = textOf(view, index, name, judgement);
  return text === '' ? t('read.nothing') : name === 'relation' ? t(`relation.${text}`) : text;
}

function placeOf(field) {
  const parts = field.slice(1).split('/');
  return parts[0] === 'figures' ? { index: Number(parts[1]), name: parts[2] } : { index: null, name: parts[0] };
}

/** What a judgement says of a field, as the form writes it. */
function textOf(view, index, name, judgement) {
  const { correction } = judgement;
  const isMeant = correction && (index === null || correction.quantity === index) && correction[name] !== null && correction[name] !== undefined;
  return isMeant ? String(correction[name]) : asRead(view.reading, index ?? 0)[name];
}

function take(view, field, judgement, form) {
  const { draft } = form;
  if (field === '/judgement') all(view, judgement, draft);
  else if (field === '/verdict') draft.rating = judgement.verdict.rating;
  else {
    const { index, name } = placeOf(field);
    put(view, index ?? draft.quantity, name, textOf(view, index, name, judgement), draft);
  }
  form.become(draft.mode);
}

/** Everything that one of the two said. */
export function all(view, judgement, draft) {
  if (judgement.judgement === 'reject') {
    Object.assign(draft, { mode: 'reject', reason: judgement.reason, note: judgement.note ?? '' });
    return;
  }
  Object.assign(draft, { mode: 'approve', correction: {}, rating: judgement.verdict.rating });
  const { quantity = 0, ...fields } = judgement.correction ?? {};
  for (const name of Object.keys(fields)) if (fields[name] !== null) put(view, quantity, name, String(fields[name]), draft);
}

function put(view, index, name, text, draft) {
  if (draft.quantity !== index) Object.assign(draft, { quantity: index, correction: {} }); // one judgement corrects one figure
  if (text === asRead(view.reading, index)[name]) delete draft.correction[name];
  else draft.correction[name] = text;
  draft.mode = Object.keys(draft.correction).length > 0 ? 'correct' : 'approve';
}
