// The bar at the top of every page: where one is, who one is, the language, the way out.
import { session } from './api.js';
import { byId, make } from './dom.js';
import { choose, language, languages, t } from './words.js';

const pages = { '/': 'page.review', '/articles': 'page.articles', '/records': 'page.records' };

/** Builds the bar and gives who is signed in. @param {HTMLElement[]} extra Buttons of this page. */
export async function header(...extra) {
  document.documentElement.lang = language;
  document.title = `${t(pages[location.pathname] ?? 'page.review')} · Verify`;
  byId('skip').textContent = t('page.skip');
  const who = make('span', { class: 'who' });
  const signOut = make('form', { method: 'post', action: '/sign-out' }, make('button', { class: 'plain' }, t('page.signOut')));
  byId('top').replaceChildren(
    make('a', { class: 'brand', href: '/' }, make('span', { class: 'tick', 'aria-hidden': 'true' }, '✓'), 'Verify'),
    make('nav', { 'aria-label': t('page.main') }, Object.entries(pages).map(([path, name]) =>
      make('a', { href: path, 'aria-current': path === location.pathname ? 'page' : null }, t(name)))),
    make('span', { class: 'gap' }),
    ...extra,
    languageSwitch(),
    who,
    signOut,
  );
  const signedIn = await session();
  who.textContent = t('page.signedInAs', signedIn.name, t(`role.${signedIn.role}`));
  who.title = signedIn.id;
  // A link, for that way leads to the directory: our own policy lets no form be sent on to another host.
  if (signedIn.signOut) signOut.replaceWith(make('a', { class: 'plain', href: signedIn.signOut }, t('page.signOut')));
  return signedIn;
}

function languageSwitch() {
  const select = make('select', { 'aria-label': t('page.language'), on: { change: () => choose(select.value) } },
    Object.entries(languages).map(([tag, name]) => make('option', { value: tag, lang: tag, selected: tag === language }, name)));
  return select;
}
