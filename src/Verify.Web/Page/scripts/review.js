// The review desk: the queue, the article and the judgement, tied together.
import * as api from './api.js';
import { showArticle, showNothing } from './article.js';
import * as bars from './bars.js';
import { changesOf } from './changes.js';
import { differing } from './differing.js';
import { byId, key, make } from './dom.js';
import { decisionOf, draftOf, forget, keep } from './drafts.js';
import { explain } from './failures.js';
import { Form } from './form.js';
import { header } from './header.js';
import { help } from './help.js';
import { judgementOf, Missing } from './judgement.js';
import { listen } from './keys.js';
import * as leases from './leases.js';
import { notifications } from './notifications.js';
import { outcome } from './outcome.js';
import { Queue } from './queue.js';
import { reading } from './reading.js';
import { formOf, sendRevision, takenBack as revisionTakenBack } from './revising.js';
import { revisions } from './revisions.js';
import { taken } from './taken.js';
import { t } from './words.js';

const beat = 2_500;

/** The open claim: its view, and its form where it can be judged. */
let current = null;
let opening = null;

const told = make('button', { type: 'button', class: 'plain', hidden: true, on: { click: () => notifications(session) } }, t('page.notifications'));
const session = await header(told, make('button', { type: 'button', class: 'plain', 'aria-keyshortcuts': '?', on: { click: help } }, t('page.help'), ' ', key('?')));
told.hidden = !session.mayDecide;
const queue = new Queue(id => open(id), session.id);

listen({
  j: () => queue.move(1),
  k: () => queue.move(-1),
  a: () => current?.form && !current.form.kind && (current.form.draft.mode === 'approve' ? send() : current.form.become('approve', 'rating-1')),
  c: () => current?.form?.become('correct', 'value'),
  r: () => current?.form?.become('reject', 'reason-0'),
  e: () => current?.form?.addEvidence(),
  n: () => byId('note')?.focus(),
  o: () => current?.form?.chooseOther(),
  u: bars.undoLast,
  '/': () => queue.find.focus(),
  '?': help,
  ...Object.fromEntries([1, 2, 3, 4, 5].map(nth => [nth, () => current?.form?.choose(nth)])),
}, { send: () => current?.form && send(), back });

await queue.refresh(explain);
await openFirst();
setInterval(beatOnce, beat);
if (session.mayDecide && new URLSearchParams(location.search).has('notifications')) notifications(session);
document.addEventListener('visibilitychange', beatOnce);

/** Opens a claim, from the list, from its article or from an address. */
async function open(id, focus = true) {
  opening = id;
  queue.opened(id);
  history.replaceState(null, '', `#${id}`);
  leases.giveBack(id);
  try {
    const [seen, article] = await Promise.all([api.claim(id), api.article(id.split('-')[0])]);
    if (opening !== id) return;
    const view = isMine(seen) ? await take(seen) : seen;
    if (opening === id) show(view, article, focus);
    else leases.giveBack(opening);
  } catch (refused) {
    if (!(refused instanceof api.Refused)) throw refused;
    if (opening !== id) return;
    current = null;
    showNothing(explain(refused));
    byId('judging').replaceChildren();
  }
}

/** Whether it waits for who looks at it here. */
function isMine(view) {
  if (!session.mayDecide) return false;
  return view.state === 'open' || (view.state === 'disagreed' && session.role === 'editor' && !view.differing.decisions.some(one => one.by === session.id));
}

function isHeld(view) {
  return Boolean(view.lease) && view.lease.by !== session.id;
}

/** The claim as it is once this page has taken it; as it is now where it cannot. */
async function take(view) {
  try {
    return await leases.take(view.id);
  } catch (refused) {
    if (!(refused instanceof api.Refused)) throw refused;
    return refused.current ?? view; // the decision itself will say what is wrong
  }
}

function show(view, article, focus) {
  const form = isMine(view) && !isHeld(view) ? new Form(view, draftOf(view.id), send) : null;
  current = { view, article, form };
  showArticle(article, view, open, focus);
  byId('judging').replaceChildren(...[reading(view), differing(view, form), form?.element ?? closed(view)].filter(Boolean));
  byId('judging').scrollTop = 0;
  if (focus) byId('article-title').focus({ preventScroll: true });
}

function closed(view) {
  if (isMine(view) && isHeld(view)) return taken(view, note => takeOver(view.id, note));
  if (view.state === 'open') return make('p', { class: 'outcome' }, t('judge.mayNot', t(`role.${session.role}`)));
  // What became of a record is told before what was decided once.
  return make('div', {}, revisions(view, session, kind => revise(view, kind), one => takeRevisionBack(view, one)), outcome(view, session));
}

/** Puts the form of a correction or retraction in the place of the outcome. */
async function revise(view, kind) {
  try {
    const form = await formOf(view, kind, send, () => open(view.id));
    if (current?.view !== view) return;
    current.form = form;
    byId('judging').replaceChildren(reading(view), form.element);
    byId('why').focus();
  } catch (refused) {
    if (!(refused instanceof api.Refused)) throw refused;
    byId('judging').append(make('p', { class: 'outcome', role: 'alert' }, explain(refused)));
  }
}

async function takeRevisionBack(view, one) {
  try {
    await api.withdraw(view.id, one.id);
    revisionTakenBack(one.record, one.kind);
    await open(view.id);
  } catch (refused) {
    if (!(refused instanceof api.Refused)) throw refused;
    byId('judging').append(make('p', { class: 'outcome', role: 'alert' }, explain(refused)));
  }
}

async function takeOver(id, note) {
  try {
    await leases.take(id, note);
    await open(id);
  } catch (refused) {
    if (!(refused instanceof api.Refused)) throw refused;
    byId('failure').replaceChildren(make('p', {}, explain(refused)));
  }
}

async function send() {
  const { view, form } = current;
  const { draft } = form;
  try {
    if (form.kind) return await publish(view, form);
    const decision = decisionOf(draft, judgementOf(draft, view.reading));
    keep(view.id, draft);
    form.fail('');
    form.busy(true);
    const decided = await api.decide(view.id, view.shown, decision);
    forget(view.id);
    leases.decided();
    bars.show(decided, () => takenBack(view.id, draft), explain);
    await openNext(view.id);
  } catch (failed) {
    if (failed instanceof Missing) form.point(failed.field, failed.words);
    else if (failed instanceof api.Refused) refuse(form, failed);
    else throw failed;
  } finally {
    form.busy(false);
  }
}

async function publish(view, form) {
  form.fail('');
  form.busy(true);
  const revised = await sendRevision(form);
  bars.showRevision(revised, form.draft.sent.id, isTakenBack => {
    if (isTakenBack) revisionTakenBack(view.recordId, form.kind);
    else forget(form.name);
    if (current?.view.id === view.id) open(view.id, false);
  }, explain);
  await open(view.id);
}

/** Says why, and offers the way out: the same again where that can help, else the claim as it is now. */
function refuse(form, refused) {
  const again = make('button', { type: 'button', on: { click: send } }, t('fail.again'));
  const reload = make('button', { type: 'button', on: { click: () => open(form.view.id) } }, t('fail.reload'));
  // In another tab: the browser's session is one for all of them, and this one keeps what is written.
  const signIn = refused.signIn && make('a', { href: `${refused.signIn}?post_login_redirect_uri=/`, target: '_blank', rel: 'noopener' }, t('fail.signIn'));
  form.fail(explain(refused), ...(refused.isPassing ? [signIn, again] : [409, 412, 428].includes(refused.status) ? [changesOf(refused.changes), reload] : []));
}

async function takenBack(id, draft) {
  keep(id, { ...draft, sent: null });
  queue.restore(id);
  await open(id);
  await queue.refresh(explain);
}

async function openNext(id) {
  const next = queue.drop(id);
  if (next) await open(next);
  else nothingOpen();
}

async function openFirst() {
  const asked = location.hash.slice(1);
  if (asked) await open(asked, false);
  else await openFree();
}

/** Opens the first claim of the list that nobody else works on; of two who ask at once one gets it and the other the next. */
async function openFree(from = 0) {
  const tried = new Set();
  for (let id; queue.state.value === 'open' && (id = queue.free(from, tried)) !== null; tried.add(id)) {
    await open(id, false);
    if (current?.form || opening !== id || !session.mayDecide) return;
  }
  if (tried.size === 0) nothingOpen();
}

function nothingOpen() {
  leases.giveBack();
  current = null;
  opening = null;
  history.replaceState(null, '', location.pathname);
  byId('judging').replaceChildren();
  queue.opened(null);
  showNothing(t(queue.shown.length > 0 ? 'article.none' : 'queue.empty'), t(queue.shown.length > 0 ? 'article.noneMore' : 'queue.emptyMore'));
}

async function beatOnce() {
  if (document.visibilityState !== 'visible') return;
  await Promise.all([queue.refresh(explain), bars.refresh()]);
  if (opening === null && queue.free() !== null) await openFree();
  else await notice();
}

/** The open claim left the queue: somebody else decided it, or its time is over. What is typed stays until the reviewer looks. */
async function notice() {
  if (!current?.form || current.form.kind || queue.state.value !== 'open' || queue.has(current.view.id) || queue.find.value !== '') return;
  const { view, form } = current;
  const now = await api.claim(view.id).catch(() => null);
  if (now === null || isMine(now) || current?.view !== view || byId('failure').textContent !== '') return;
  form.fail(t('fail.alreadyDecided'), make('button', { type: 'button', on: { click: () => open(view.id) } }, t('fail.reload')));
}

function back(target) {
  if (target.matches('input:not([type=radio]), textarea, select')) target.blur();
  else if (current?.form && current.form.draft.mode !== 'approve') current.form.become('approve', 'rating-1');
}
