// What became of a published record: corrected, retracted; and the way to do either.
import { make } from './dom.js';
import { time } from './format.js';
import { judged } from './outcome.js';
import { t } from './words.js';

const recordAt = (id, words) => make('a', { href: `/api/records/${id}?format=view`, target: '_blank' }, words);

/**
 * @param {(kind: 'correction' | 'retraction') => void} revise Opens the form.
 * @param {(revision) => void} undo Takes one back.
 */
export function revisions(view, session, revise, undo) {
  if (view.state !== 'published') return null;
  const told = view.revisions ?? [];
  return make('section', { class: 'revisions' },
    told.map(one => banner(one, session, undo)),
    session.role === 'editor' && !told.some(one => one.newRecord === null || one.kind === 'retraction') && make('p', { class: 'revise' },
      make('button', { type: 'button', on: { click: () => revise('correction') } }, t('revise.correct')),
      make('button', { type: 'button', on: { click: () => revise('retraction') } }, t('revise.retract'))));
}

function banner(one, session, undo) {
  return make('div', { class: `revision ${one.kind}`, role: 'note' },
    make('p', { class: 'revision-title' }, t(`revise.${one.kind}`)),
    make('p', {}, one.reason),
    one.judgement && make('p', {}, judged(one.judgement)),
    make('p', { class: 'quiet small' }, t('done.by', one.by === session.id ? t('done.you') : one.by, time(one.at))),
    make('p', { class: 'links' }, recordAt(one.record, t('revise.before')),
      one.newRecord && recordAt(one.newRecord, t(one.kind === 'retraction' ? 'revise.retractionRecord' : 'revise.after'))),
    one.newRecord === null && make('p', { class: 'quiet small' }, t('revise.pending', time(one.undoUntil)), ' ',
      one.by === session.id && make('button', { type: 'button', on: { click: () => undo(one) } }, t('done.undo'))));
}
