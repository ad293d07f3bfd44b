// The article with the open claim marked in it. Its text is data: it enters the page as text nodes only.
import { byId, link, make } from './dom.js';
import { date } from './format.js';
import { cut, paragraphs } from './segments.js';
import { t } from './words.js';

const roles = ['number', 'counted', 'subject', 'speaker', 'time', 'sum'];

export function showNothing(words, more) {
  byId('article').replaceChildren(make('div', { class: 'nothing' }, make('p', { class: 'nothing-title' }, words), more && make('p', { class: 'quiet' }, more)));
}

/**
 * @param {(id: string) => void} open Called when another claim of the article is chosen.
 * @param {boolean} isAsked False when the claim opened by itself: then only this pane scrolls to it, never the whole page.
 */
export function showArticle(article, view, open, isAsked) {
  const text = make('div', { class: 'text', lang: article.summary.language });
  const marks = [...marksOf(view.reading), ...othersOf(article, view.id)];
  for (const { start, end } of paragraphs(article.text)) text.append(make('p', {}, paragraph(article.text, cut(start, end, marks), open)));
  byId('article').replaceChildren(head(article), legend(marks), text);
  const pane = byId('article');
  if (isAsked || pane.scrollHeight > pane.clientHeight) text.querySelector('.claim')?.scrollIntoView({ block: 'center' });
}

function head(article) {
  const byline = [
    article.publisher,
    article.authors.length > 0 && t('article.by', article.authors.join(', ')),
    article.published && (Number.isNaN(Date.parse(article.published)) ? article.published : date(article.published)),
  ].filter(Boolean).join(' · ');
  return make('header', {},
    make('h1', { id: 'article-title', tabindex: '-1', lang: article.summary.language }, article.summary.title ?? t('article.untitled')),
    make('p', { class: 'byline quiet' }, byline, byline && article.url ? ' · ' : '', article.url && link(article.url, t('article.source'), ' ↗')));
}

function legend(marks) {
  const entry = role => make('li', {}, make('span', { class: role === 'claim' ? 'claim' : `mark ${role}` }, t(`mark.${role}`)));
  return make('ul', { class: 'legend small', 'aria-label': t('article.legend') }, ['claim', ...roles.filter(role => role !== 'sum' || marks.some(mark => mark.role === role)), 'other'].map(entry));
}

function marksOf(reading) {
  const marks = [{ ...reading.claim, role: 'claim' }];
  const add = (place, role) => place && marks.push({ start: place.start, end: place.end, role });
  for (const quantity of reading.quantities) {
    add(quantity.number, 'number');
    add(quantity.counted, 'counted');
  }
  add(reading.subject, 'subject');
  add(reading.speaker, 'speaker');
  for (const time of reading.times) add(time, 'time');
  for (const discrepancy of reading.discrepancies ?? []) for (const figure of discrepancy.figures) add(figure, 'sum');
  return marks;
}

const othersOf = (article, id) => article.claims
  .filter(other => other.id !== id)
  .map(other => ({ start: other.claim.start, end: other.claim.end, role: 'other', id: other.id }));

/** Pieces of one claim stand in one element, so that it is one thing to point at and to hear. */
function paragraph(text, pieces, open) {
  const parts = [];
  let holder = null;
  for (const piece of pieces) {
    const claim = piece.marks.some(mark => mark.role === 'claim');
    const other = claim ? null : piece.marks.find(mark => mark.role === 'other')?.id ?? null;
    const holds = claim ? 'claim' : other;
    if (!holder || holder.holds !== holds) {
      holder = { holds, element: holderOf(claim, other, open) };
      parts.push(holder.element);
    }
    const marked = roles.filter(role => piece.marks.some(mark => mark.role === role));
    const words = text.slice(piece.start, piece.end);
    holder.element.append(marked.length > 0 ? make('span', { class: `mark ${marked.join(' ')}` }, words) : words);
  }
  return parts;
}

function holderOf(claim, other, open) {
  if (claim) return make('mark', { class: 'claim' });
  if (!other) return document.createDocumentFragment();
  return make('a', {
    class: 'other',
    href: `#${other}`,
    title: t('article.openOther'),
    on: { click: event => { event.preventDefault(); open(other); } },
  });
}
