// What stands in place of the form when a claim is not open: who decided what, and where the record is.
import { link, make } from './dom.js';
import { time } from './format.js';
import { t } from './words.js';

export function outcome(view, session) {
  const { decision } = view;
  return make('section', { class: 'outcome' },
    make('p', { class: 'outcome-state' }, view.revisions ? t('revise.first') : t(`state.${view.state}`)),
    view.state === 'awaitingSecond' && make('p', {}, t('second.waits'), ' ', decision?.secondFor?.map(reason => t(`second.${reason}`)).join(' ')),
    view.state === 'expired' && make('p', {}, t('done.expired')),
    decision && make('p', {}, judged(decision.judgement)),
    decision && make('p', { class: 'quiet small' }, t('done.by', decision.by === session.id ? t('done.you') : decision.by, time(decision.at))),
    decision?.judgement.note && make('p', { class: 'said' }, decision.judgement.note),
    decision?.judgement.evidence?.length > 0 && make('ul', { class: 'said' }, decision.judgement.evidence.map(one =>
      make('li', {}, link(one.url, one.url), one.quote && make('q', {}, one.quote)))),
    view.state === 'published' && recordLinks(view.revisions?.[0].record ?? view.recordId, Boolean(view.revisions)));
}

export function judged(judgement) {
  const said = t(`done.${judgement.judgement}`);
  if (judgement.judgement === 'reject') return `${said}: ${t(`reason.${judgement.reason}`)}`;
  return `${said}: ${judgement.verdict.rating} · ${judgement.verdict.label ?? t(`verdict.${judgement.verdict.rating}`)}`;
}

/** @param {boolean} isRevised Another record took its place: it is shown with that beside it. */
export const recordLinks = (id, isRevised = false) => make('p', { class: 'links' },
  make('a', { href: `/api/records/${id}${isRevised ? '?format=view' : ''}`, target: '_blank' }, t('done.record')), ' ',
  make('a', { href: `/api/records/${id}?format=claimReview`, target: '_blank' }, t('done.claimReview')));
