// Every record, with the files that others can use.
import { records } from './api.js';
import { byId, make } from './dom.js';
import { time } from './format.js';
import { header } from './header.js';
import { table } from './lists.js';
import { t } from './words.js';

const recordAt = (id, words) => make('a', { href: `/api/records/${id}?format=view` }, words);

/** What became of a record stands before everything else that is said of it, with the way to the other one. */
const revised = ({ record: { supersedes }, supersededBy, retractedBy }) => [
  retractedBy && make('strong', { class: 'under revision retraction' }, t('records.retractedBy', retractedBy.reason), ' ', recordAt(retractedBy.record, t('revise.retractionRecord'))),
  supersededBy && make('strong', { class: 'under revision correction' }, t('records.supersededBy', supersededBy.reason), ' ', recordAt(supersededBy.record, t('records.after'))),
  supersedes && make('span', { class: 'under small quiet' }, t(supersedes.kind === 'retraction' ? 'records.retracts' : 'records.corrects', supersedes.reason), ' ', recordAt(supersedes.record, t('records.before'))),
];

const verdict = record => record.verdict
  ? make('span', {}, make('b', {}, record.verdict.rating), ` ${record.verdict.label}`, record.figuresAsRead && make('span', { class: 'quiet small under' }, t('records.corrected')))
  : t('records.noVerdict');

const list = table('records', ['claim', 'speaker', 'verdict', 'sealed', 'files'], records, item => [
  make('span', {}, revised(item), make('span', { lang: item.record.article.language, class: item.retractedBy ? 'retracted' : null }, item.record.text),
    item.record.article.title && make('span', { class: 'quiet small under', lang: item.record.article.language }, item.record.article.title)),
  make('span', { lang: item.record.article.language }, item.record.speaker ?? t('read.itself')),
  verdict(item.record),
  time(item.record.sealedAt),
  make('span', { class: 'links' }, make('a', { href: `/#${item.record.claim}` }, t('records.claim')),
    make('a', { href: `/api/records/${item.id}${item.latest ? '?format=view' : ''}` }, t('done.record')), make('a', { href: `/api/records/${item.id}?format=claimReview` }, t('done.claimReview')),
    make('a', { href: `/api/log/proof?record=${item.id}` }, t('records.proof'))),
]);

byId('main').replaceChildren(
  make('header', { class: 'list-head' }, make('h1', {}, t('records.title')),
    make('p', { class: 'links' }, t('records.export'), ['csv', 'jsonl'].map(format => make('a', { href: `/api/records/export?format=${format}` }, format.toUpperCase())))),
  list.element);
await Promise.all([header(), list.grow()]);
