// Every record, with the files that others can use.
import { records } from './api.js';
import { byId, make } from './dom.js';
import { time } from './format.js';
import { header } from './header.js';
import { table } from './lists.js';
import { t } from './words.js';

const list = table('records', ['claim', 'speaker', 'verdict', 'sealed', 'files'], records, ({ id, record }) => [
  make('span', {}, make('span', { lang: record.article.language }, record.text), record.article.title && make('span', { class: 'quiet small under', lang: record.article.language }, record.article.title)),
  make('span', { lang: record.article.language }, record.speaker ?? t('read.itself')),
  make('span', {}, make('b', {}, record.verdict.rating), ` ${record.verdict.label}`, record.figuresAsRead && make('span', { class: 'quiet small under' }, t('records.corrected'))),
  time(record.sealedAt),
  make('span', { class: 'links' }, make('a', { href: `/api/records/${id}` }, t('done.record')), make('a', { href: `/api/records/${id}?format=claimReview` }, t('done.claimReview')),
    make('a', { href: `/api/log/proof?record=${id}` }, t('records.proof'))),
]);

byId('main').replaceChildren(
  make('header', { class: 'list-head' }, make('h1', {}, t('records.title')),
    make('p', { class: 'links' }, t('records.export'), ['csv', 'jsonl'].map(format => make('a', { href: `/api/records/export?format=${format}` }, format.toUpperCase())))),
  list.element);
await Promise.all([header(), list.grow()]);
