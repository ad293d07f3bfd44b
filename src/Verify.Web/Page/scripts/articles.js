// Every article, and the way in for a new one.
import { articles } from './api.js';
import { byId, make } from './dom.js';
import { size, time } from './format.js';
import { header } from './header.js';
import { table } from './lists.js';
import { upload } from './upload.js';
import { t } from './words.js';

const list = table('articles', ['title', 'language', 'received', 'size', 'claims', 'state'], articles, article => [
  make('a', { href: `/api/articles/${article.id}`, lang: article.language }, article.title ?? t('article.untitled')),
  article.language.toUpperCase(),
  time(article.receivedAt),
  size(article.bytes),
  article.claims === null ? '–' : `${article.closed} / ${article.claims}`,
  t(`outcome.${article.outcome ?? 'underWay'}`),
]);

const session = await header();
byId('main').replaceChildren(
  make('h1', {}, t('articles.title')),
  session.maySubmit ? upload(() => list.grow(true)) : make('p', { class: 'quiet' }, t('articles.mayNot')),
  list.element);
await list.grow();
