// What stands in place of the form while somebody else works on the claim.
import { make } from './dom.js';
import { time } from './format.js';
import { t } from './words.js';

/** @param {(note: string) => void} takeOver Called with the reason. */
export function taken(view, takeOver) {
  const note = make('input', { type: 'text', id: 'take-over', maxlength: 500, required: true });
  return make('form', { class: 'form taken', on: { submit: event => { event.preventDefault(); takeOver(note.value); } } },
    make('p', { class: 'outcome-state' }, t('lease.taken')),
    make('p', {}, t('lease.until', view.lease.by, time(view.lease.until))),
    make('label', { class: 'field' }, make('span', {}, t('lease.why')), note),
    make('div', { class: 'failure', id: 'failure', role: 'alert' }),
    make('div', { class: 'actions' }, make('button', {}, t('lease.takeOver'))));
}
