// "How it was read": what the extractor made of the words, in words.
import { make } from './dom.js';
import { asOther, asRead, figure, number } from './format.js';
import { risk, worth } from './grounds.js';
import { namesRow, personHint, takenNote } from './names.js';
import { t } from './words.js';

/** @returns {HTMLElement} The section for a claim. */
export function reading(view) {
  const read = view.reading;
  return make('div', { class: 'reading' },
    make('h2', { id: 'judging-title', class: 'section-title', tabindex: '-1' }, t('read.title')),
    read.quantities.map((quantity, index) => statement(quantity, index, read.quantities.length, view.article.language)),
    discrepancies(read, view.article.language),
    make('dl', { class: 'facts' }, facts(read, view.article.language), namesRow(read, view.article.language)),
    personHint(read),
    worth(read),
    risk(read),
    make('p', { class: 'quiet small extractor' }, t('read.extractor', view.extractor)));
}

function statement(quantity, index, count, language) {
  const { before, value, after, round } = figure(quantity);
  return make('div', { class: 'statement' },
    count > 1 && make('p', { class: 'quiet small' }, t('read.figureOf', index + 1, count)),
    make('p', { class: 'figure' }, before && `${before} `, make('strong', {}, value), after && ' ', after && make('span', { lang: language }, after)),
    round && make('p', { class: 'quiet small' }, round),
    quantity.ambiguous !== null && make('p', { class: 'warning' },
      make('span', { 'aria-hidden': 'true' }, '⚠ '), t('read.ambiguous', asRead(quantity), asOther(quantity))));
}

/** The sums that do not come out. Their numbers come as JSON writes them and are shown as the page writes numbers. */
function discrepancies(read, language) {
  return (read.discrepancies ?? []).map(one => make('div', { class: 'warning discrepancy' },
    make('p', {}, make('span', { 'aria-hidden': 'true' }, '⚠ '), t(`discrepancy.${one.kind}`)),
    make('p', { class: 'sum' }, one.sum.replace(/\d+(\.\d+)?/g, digits => number(digits))),
    make('p', { class: 'small' }, t('discrepancy.figures'), ' ', one.figures.flatMap((figure, index) => [index > 0 && ' · ', make('q', { lang: language }, figure.text)]))));
}

function facts(read, language) {
  const times = of => read.times.filter(time => time.of === of).map(time => time.text).join(', ');
  const said = words => words && make('span', { lang: language }, words);
  const [first] = read.quantities;
  return [
    ['relation', `${t(first.change ? `change.${first.change}` : `relation.${first.relation}`)}${first.relation === 'range' ? '' : ` (${first.relation})`}`],
    ['kind', t(`kind.${first.kind}`)],
    ['unit', first.unit && [said(first.unit.text), first.unit.code && first.unit.code !== first.unit.text && make('span', { class: 'quiet' }, ` ${t('read.code', first.unit.code)}`)]],
    ['counted', said(first.counted?.text)],
    ['subject', read.subject && [said(read.subject.text), takenNote(read, 'subject')]],
    ['speaker', read.speaker
      ? [said(read.speaker.text), read.cue && make('span', { class: 'quiet', lang: language }, ` ${t('read.cue', read.cue.text)}`), takenNote(read, 'speaker')]
      : t('read.itself')],
    ['saying', said(times('saying'))],
    ['stated', said(times('stated'))],
    ['modality', t(`modality.${read.modality}`)],
  ].map(([name, value]) => make('div', {},
    make('dt', {}, t(`read.${name}`)),
    make('dd', { class: value ? null : 'quiet' }, value || t('read.nothing'))));
}
