// The list of claims at the left: refreshed by itself, selection and focus kept.
import { claims as load } from './api.js';
import { byId, key, make } from './dom.js';
import { age, number, percent } from './format.js';
import { worthBar } from './grounds.js';
import { language, languages, t } from './words.js';

/** A risk from here on is told in the list already. */
const shownRisk = 0.5;

const states = ['open', 'awaitingSecond', 'disagreed', 'decided', 'published', 'rejected', 'expired'];
const limit = 200;

export class Queue {
  #entries = [];
  #hasMore = false;
  #written = '';
  #selected = null;
  #opened = null;
  #decided = new Set(); // here, and perhaps not yet gone from the desk's list

  /** @param {(id: string) => void} open Called when a claim is chosen. @param {string} reviewer Who looks: what others work on is not offered. */
  constructor(open, reviewer) {
    this.open = open;
    this.reviewer = reviewer;
    this.find = make('input', { type: 'search', id: 'find', placeholder: t('queue.find'), 'aria-label': t('queue.find'), 'aria-keyshortcuts': '/', on: { input: () => this.#draw() } });
    this.state = choice('queue.state', states.map(state => [state, t(`state.${state}`)]), () => this.refresh());
    this.language = choice('page.language', [['', t('queue.anyLanguage')], ...Object.entries(languages)], () => this.refresh());
    this.count = make('span', { class: 'count' });
    this.list = make('ul', { class: 'entries', role: 'listbox', 'aria-labelledby': 'queue-title', on: { keydown: event => this.#press(event) } });
    this.empty = make('div', { class: 'nothing', hidden: true });
    this.failure = make('p', { class: 'queue-failure', role: 'status' });
    byId('queue').replaceChildren(
      make('header', {},
        make('h2', { id: 'queue-title', class: 'section-title' }, t('queue.title'), ' ', this.count),
        make('div', { class: 'find' }, this.find, key('/')),
        make('div', { class: 'filters' }, this.state, this.language)),
      this.failure, this.list, this.empty);
  }

  /** What the list shows now, filtered. */
  get shown() {
    const sought = this.find.value.trim().toLocaleLowerCase(language);
    return sought === ''
      ? this.#entries
      : this.#entries.filter(entry => [entry.text, entry.speaker, entry.title].some(text => text?.toLocaleLowerCase(language).includes(sought)));
  }

  get selected() {
    return this.#selected;
  }

  /** Loads the list anew. @param {(refused) => string} explain Words for a refusal. */
  async refresh(explain = null) {
    const query = { state: this.state.value, lang: this.language.value, limit };
    try {
      const page = await load(query);
      if (query.state !== this.state.value || query.lang !== this.language.value) return;
      this.failure.textContent = '';
      const listed = new Set(page.items.map(entry => entry.id));
      if (query.state === 'open') for (const id of this.#decided) if (!listed.has(id)) this.#decided.delete(id);
      this.#entries = query.state === 'open' ? page.items.filter(entry => !this.#decided.has(entry.id)) : page.items;
      this.#hasMore = page.next !== null;
      this.#draw();
    } catch (refused) {
      if (explain) this.failure.textContent = `${t('fail.queue')} ${explain(refused)}`;
    }
  }

  /** The first claim from here on that nobody else works on, else from the top; null where there is none. */
  free(from = 0, without = new Set()) {
    const shown = this.shown;
    const isFree = entry => !without.has(entry.id) && (!entry.lease || entry.lease.by === this.reviewer);
    return (shown.slice(Math.max(from, 0)).find(isFree) ?? shown.find(isFree))?.id ?? null;
  }

  has(id) {
    return this.#entries.some(entry => entry.id === id);
  }

  /** Takes a claim out at once, without waiting for the desk; gives the one that follows it. */
  drop(id) {
    this.#decided.add(id);
    const at = this.shown.findIndex(entry => entry.id === id);
    this.#entries = this.#entries.filter(entry => entry.id !== id);
    const next = this.free(at);
    this.select(next);
    this.#draw();
    return next;
  }

  /** The decision was taken back: the claim may be listed again. */
  restore(id) {
    this.#decided.delete(id);
  }

  select(id, focus = false) {
    this.#selected = id;
    this.#mark();
    const option = this.#option(id);
    option?.scrollIntoView({ block: 'nearest' });
    if (focus) option?.focus({ preventScroll: true });
  }

  opened(id) {
    this.#opened = id;
    this.select(this.has(id) ? id : this.#selected);
  }

  move(by) {
    const shown = this.shown;
    if (shown.length === 0) return;
    const at = shown.findIndex(entry => entry.id === this.#selected);
    const to = at < 0 ? 0 : Math.min(Math.max(at + by, 0), shown.length - 1);
    this.select(shown[to].id, true);
  }

  #press(event) {
    const step = { ArrowDown: 1, ArrowUp: -1, Home: -Infinity, End: Infinity }[event.key];
    if (step) this.move(step);
    else if (event.key === 'Enter' || event.key === ' ') this.#selected && this.open(this.#selected);
    else return;
    event.preventDefault();
  }

  #draw() {
    const shown = this.shown;
    const written = JSON.stringify([shown, this.#hasMore, Math.floor(Date.now() / 60_000)]);
    if (written === this.#written) return;
    this.#written = written;
    const hadFocus = this.list.contains(document.activeElement);
    this.count.textContent = `${number(shown.length)}${this.#hasMore ? '+' : ''}`;
    this.count.title = t('queue.count', this.count.textContent);
    this.list.replaceChildren(...shown.map(entry => this.#entry(entry)));
    this.list.hidden = shown.length === 0;
    this.empty.hidden = shown.length > 0;
    const isFiltered = this.#entries.length > 0 || this.state.value !== 'open' || this.language.value !== '';
    this.empty.replaceChildren(make('p', { class: 'nothing-title' }, t(isFiltered ? 'queue.noMatch' : 'queue.empty')), !isFiltered && make('p', { class: 'quiet' }, t('queue.emptyMore')) || '');
    if (!shown.some(entry => entry.id === this.#selected)) this.#selected = shown[0]?.id ?? null;
    this.#mark();
    if (hadFocus) this.#option(this.#selected)?.focus({ preventScroll: true });
  }

  #entry(entry) {
    const at = entry.text.indexOf(entry.figure);
    const clause = at < 0
      ? [make('strong', {}, entry.figure), ' · ', entry.text]
      : [entry.text.slice(0, at), make('strong', {}, entry.figure), entry.text.slice(at + entry.figure.length)];
    return make('li', { role: 'option', id: `claim-${entry.id}`, tabindex: '-1', on: { click: () => this.open(entry.id) } },
      entry.isDisagreed && make('p', { class: 'escalated small' }, '⚑ ', t('queue.disagreed')),
      entry.revised && make('p', { class: 'escalated small' }, '⚑ ', t(`revise.${entry.revised}`)),
      entry.isEscalated && make('p', { class: 'escalated small' }, '⚑ ', t('queue.escalated')),
      make('p', { class: 'clause', lang: entry.language }, clause),
      make('p', { class: 'about small quiet' },
        make('span', { class: 'speaker-name', lang: entry.speaker ? entry.language : null }, entry.speaker ?? t('queue.noSpeaker')),
        make('span', { class: 'tag' }, entry.language.toUpperCase()),
        make('time', { datetime: entry.openedAt }, age(entry.openedAt)),
        worthBar(entry.worth), make('span', { class: 'unseen' }, t('queue.worth', percent(entry.worth))),
        entry.lease && entry.lease.by !== this.reviewer && make('span', { class: 'tag' }, t('queue.leased')),
        entry.risk >= shownRisk && make('span', { class: 'tag' }, t('queue.risk', percent(entry.risk)))));
  }

  #mark() {
    for (const option of this.list.children) {
      const isSelected = option.id === `claim-${this.#selected}`;
      option.setAttribute('aria-selected', isSelected);
      option.tabIndex = isSelected ? 0 : -1;
      option.toggleAttribute('data-open', option.id === `claim-${this.#opened}`);
    }
  }

  #option(id) {
    return id === null ? null : byId(`claim-${id}`);
  }
}

function choice(words, options, changed) {
  return make('select', { 'aria-label': t(words), on: { change: changed } }, options.map(([value, label]) => make('option', { value }, label)));
}
