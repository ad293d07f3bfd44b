// Whom the claim's sentence names, as a service beside the extractor found it. A desk that asks none has no word of it.
import { make } from './dom.js';
import { t } from './words.js';

const isName = named => named.kind === 'person' || named.kind === 'organisation';

/** Behind a subject or a speaker that is a name the service found: where it comes from, and what stood there before. */
export function takenNote(read, part) {
  const taken = read.entities?.taken.find(one => one.part === part);
  return taken && make('span', { class: 'quiet' }, ` ${taken.inPlaceOf ? t('names.completed', taken.inPlaceOf.text) : t('names.filledIn')}`);
}

/** The row of names; null where nobody was asked. */
export function namesRow(read, language) {
  const { entities } = read;
  if (!entities) return null;
  const names = [...new Map(entities.named.filter(isName).map(named => [`${named.kind} ${named.text}`, named])).values()];
  const why = entities.state === 'unavailable' && make('span', { class: 'quiet' }, t(`names.${entities.reason}`));
  return make('div', { class: 'names' },
    make('dt', {}, t('names.title')),
    make('dd', {}, names.length === 0
      ? why || make('span', { class: 'quiet' }, t('names.none'))
      : [names.map(named => make('span', { class: 'name' }, make('span', { lang: language }, named.text), ` (${t(`names.${named.kind}`)})`)), why && [' ', why]].flat()));
}

/** A wrong approval would be about somebody: said where the judgement is made. */
export const personHint = read => read.entities?.named.some(named => named.kind === 'person')
  ? make('p', { class: 'risk small' }, t('names.risk'))
  : null;
