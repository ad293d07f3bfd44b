// The bars that follow a decision: undo while there is time, then where it ended.
import { claim as load, withdraw } from './api.js';
import { byId, key, make } from './dom.js';
import { recordLinks } from './outcome.js';
import { t } from './words.js';

const most = 3;
const beat = 250;
let bars = [];

/**
 * Shows a decision that was just taken.
 * @param {object} view The claim as the desk answered.
 * @param {() => void} undone Called when it was taken back.
 * @param {(refused) => string} explain Words for a refusal.
 */
export function show(view, undone, explain, more = {}) {
  const left = new Date(view.undoUntil) - new Date(view.decision.at);
  const bar = { view, undone, explain, see: now => now, ended: () => {}, undoneWords: 'done.undone', ...more, until: performance.now() + left, element: make('div', { class: 'bar' }) };
  bars.push(bar);
  while (bars.length > most) bars.shift().element.remove();
  byId('bars').append(bar.element);
  draw(bar);
}

/**
 * Shows a correction or retraction of a record that was just taken.
 * @param {(isTakenBack: boolean) => void} ended Called when it was published or taken back.
 */
export function showRevision(view, id, ended, explain) {
  const see = now => {
    const one = now.revisions?.find(revision => revision.id === id);
    return one && { ...now, state: one.newRecord === null ? 'decided' : 'published', recordId: one.newRecord, undoUntil: one.undoUntil, decision: { id, at: one.at, judgement: { judgement: one.kind } } };
  };
  show(see(view), () => ended(true), explain, { see, ended: () => ended(false), undoneWords: 'revise.undone' });
}

/** Takes the last decision back that still can be. */
export function undoLast() {
  const bar = bars.findLast(canUndo);
  if (bar) undo(bar);
}

/** Asks how decisions ended that were still under way. */
export async function refresh() {
  for (const bar of bars.filter(one => one.view.state === 'decided')) {
    const view = bar.see(await load(bar.view.id).catch(() => null) ?? {});
    if (!view?.id || view.decision?.id !== bar.view.decision.id) continue;
    if (view.state !== bar.view.state) {
      bar.view = view;
      draw(bar);
      bar.ended();
    }
  }
}

setInterval(() => bars.forEach(tick), beat);

// Decided alone, or as one of two: either way there is time to take it back.
const isUnderWay = bar => bar.view.state === 'decided' || bar.view.state === 'awaitingSecond';

const canUndo = bar => isUnderWay(bar) && performance.now() < bar.until;

function draw(bar) {
  const { view } = bar;
  const end = { published: 'done.published', rejected: 'done.rejected' }[view.state];
  bar.seconds = make('span', { class: 'seconds', 'aria-hidden': 'true' });
  bar.element.replaceChildren(...[
    make('p', {}, make('strong', {}, t(`done.${view.decision.judgement.judgement}`)), ' ', make('span', { class: 'quiet', lang: view.article.language }, view.reading.quantities[0].text)),
    end ? make('p', {}, t(end)) : make('button', { type: 'button', class: 'undo', 'aria-keyshortcuts': 'u', on: { click: () => undo(bar) } }, t('done.undo'), ' ', bar.seconds, ' ', key('u')),
    view.state === 'awaitingSecond' && make('p', { class: 'quiet' }, t('second.waits')),
    view.state === 'published' && recordLinks(view.recordId),
    make('p', { class: 'bar-fail' }),
    make('button', { type: 'button', class: 'plain close', 'aria-label': t('done.dismiss'), on: { click: () => remove(bar) } }, '×'),
  ].filter(Boolean));
  tick(bar);
}

function tick(bar) {
  if (!isUnderWay(bar)) return;
  const left = Math.ceil((bar.until - performance.now()) / 1000);
  bar.seconds.textContent = left > 0 ? t('done.seconds', left) : '';
  if (left <= 0) bar.element.querySelector('.undo')?.replaceWith(make('p', { class: 'quiet' }, t(bar.view.state === 'decided' ? 'done.closing' : 'done.final')));
}

async function undo(bar) {
  bar.element.querySelector('.undo').disabled = true;
  try {
    await withdraw(bar.view.id, bar.view.decision.id);
    bars = bars.filter(one => one !== bar);
    bar.element.replaceChildren(make('p', {}, t(bar.undoneWords)));
    setTimeout(() => bar.element.remove(), 4_000);
    bar.undone();
  } catch (refused) {
    draw(bar);
    bar.element.querySelector('.bar-fail').textContent = bar.explain(refused);
  }
}

function remove(bar) {
  bars = bars.filter(one => one !== bar);
  bar.element.remove();
}
