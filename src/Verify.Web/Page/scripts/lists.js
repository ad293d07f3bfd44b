// What the two list pages share: a table that grows by pages.
import { make } from './dom.js';
import { explain } from './failures.js';
import { t } from './words.js';

/**
 * @param {string} words Prefix of the columns' words.
 * @param {string[]} columns
 * @param {(query) => Promise<{items: object[], next: string | null}>} load
 * @param {(item) => (string | HTMLElement)[]} cells
 */
export function table(words, columns, load, cells) {
  const body = make('tbody');
  const status = make('p', { class: 'quiet', role: 'status' });
  const more = make('button', { type: 'button', hidden: true, on: { click: () => grow() } }, t('page.more'));
  const whole = make('table', { hidden: true }, make('thead', {}, make('tr', {}, columns.map(column => make('th', { scope: 'col' }, t(`${words}.column.${column}`))))), body);
  let next = null;

  async function grow(afresh = false) {
    try {
      const page = await load(next === null || afresh ? { limit: 50 } : { limit: 50, cursor: next });
      if (afresh) body.replaceChildren();
      body.append(...page.items.map(item => make('tr', {}, cells(item).map((cell, at) => make(at === 0 ? 'th' : 'td', at === 0 ? { scope: 'row' } : {}, cell)))));
      next = page.next;
      more.hidden = next === null;
      whole.hidden = body.children.length === 0;
      status.textContent = body.children.length === 0 ? t(`${words}.none`) : '';
    } catch (refused) {
      status.textContent = explain(refused);
    }
  }

  return { element: make('div', { class: 'table' }, whole, status, more), grow };
}
