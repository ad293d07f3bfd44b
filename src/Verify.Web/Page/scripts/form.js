// The form in which a reviewer judges the open claim.
import { byId, key, make } from './dom.js';
import { keep } from './drafts.js';
import { kindOfNumber, asOther, asRead as numberAsRead, number } from './format.js';
import { asRead, isCorrected, otherReading, parseNumber } from './judgement.js';
import { t } from './words.js';

const ratings = [1, 2, 3, 4, 5];
const relations = ['=', '~', '>', '>=', '<', '<=', 'range'];
const reasons = ['notAClaim', 'notCheckable', 'notWorthChecking', 'duplicate', 'other'];

/**
 * One form for one claim. `send` is called when the reviewer is done; what was typed so far stands in `draft`, kept under `name`. With a `kind` it
 * corrects or retracts the claim's record, and `leave` is called when the editor does not want to after all.
 */
export class Form {
  constructor(view, draft, send, { kind = null, name = view.id, leave = null } = {}) {
    Object.assign(this, { view, draft, kind, name, leave });
    this.element = make('form', {
      class: 'form', novalidate: true, 'aria-label': t('judge.title'),
      on: { submit: event => { event.preventDefault(); send(); }, keydown: keepFromSending },
    });
    this.show();
  }

  /** Builds the form anew, then puts the focus on a field where one is named. */
  show(focus = null) {
    const { mode } = this.draft;
    this.element.replaceChildren(...(this.kind === 'retraction' ? [this.#why(), this.#revisionActions()] : [
      this.kind && this.#why(),
      mode !== 'reject' && this.#readings(),
      mode === 'correct' && this.#corrections(),
      mode === 'reject' ? this.#reasons() : this.#verdict(),
      mode !== 'reject' && this.#evidence(),
      this.#note(),
      this.kind ? this.#revisionActions() : this.#actions(),
    ]).flat().filter(Boolean));
    this.element.dataset.mode = mode;
    if (focus) byId(focus)?.focus();
  }

  become(mode, focus = null) {
    if (this.kind && mode === 'reject') return; // that is a retraction, and another form
    this.draft.mode = mode;
    this.#keep();
    this.show(focus);
  }

  /** The nth choice: of the verdict, or of the reason when rejecting. */
  choose(nth) {
    this.element.querySelectorAll(this.draft.mode === 'reject' ? '[name=reason]' : '[name=rating]')[nth - 1]?.click();
  }

  /** The other reading of the first figure that has two, or back to the one that was read. */
  chooseOther() {
    const index = this.view.reading.quantities.findIndex(quantity => quantity.ambiguous !== null);
    if (index >= 0 && this.draft.mode !== 'reject') this.#pick(index, !this.#isOther(index));
  }

  addEvidence() {
    if (this.draft.mode === 'reject') return;
    this.draft.evidence.push({ url: '', quote: '' });
    this.#keep();
    this.show(`evidence-${this.draft.evidence.length - 1}`);
  }

  /** Says what is missing and goes there. */
  point(field, words) {
    this.fail(t(words));
    const target = { rating: 'rating-1', reason: 'reason-0' }[field] ?? field.replace(/^(reading-\d+)$/, '$1-read');
    byId(target)?.focus();
    byId(target)?.scrollIntoView({ block: 'nearest' }); // which the focus alone does not, where it was there already
    byId(target)?.setAttribute('aria-invalid', 'true');
  }

  /** @param {(HTMLElement | null)[]} more What it is about, and buttons that lead out of it. */
  fail(words, ...more) {
    byId('failure').replaceChildren(make('p', {}, words), ...more.filter(Boolean));
  }

  busy(isBusy) {
    for (const button of this.element.querySelectorAll('.actions button')) button.disabled = isBusy;
    const primary = this.element.querySelector('.primary .label');
    if (primary) primary.textContent = isBusy ? t('judge.sending') : this.#primaryWords();
  }

  #keep() {
    keep(this.name, this.draft);
  }

  #primaryWords() {
    if (this.kind) return t(this.kind === 'retraction' ? 'revise.retractNow' : 'revise.correctNow');
    return t({ approve: 'judge.approve', correct: 'judge.correctNow', reject: 'judge.rejectNow' }[this.draft.mode]);
  }

  /** Nobody approves a figure with two readings without saying which is meant. */
  #readings() {
    return this.view.reading.quantities.map((quantity, index) => quantity.ambiguous !== null && make('fieldset', { class: 'readings' },
      make('legend', {}, t('judge.reading')),
      [false, true].map(isOther => make('label', {},
        make('input', {
          type: 'radio', name: `reading-${index}`, id: `reading-${index}-${isOther ? 'other' : 'read'}`, 'aria-keyshortcuts': isOther ? 'o' : null,
          checked: isOther ? this.#isOther(index) : this.draft.picked[index] === 'read', on: { change: () => this.#pick(index, isOther) },
        }),
        make('span', {}, isOther ? asOther(quantity) : numberAsRead(quantity), make('span', { class: 'small' }, ` (${kindOfNumber(isOther ? quantity.ambiguous : quantity.value)})`)),
        isOther && key('o'))))).filter(Boolean);
  }

  #isOther(index) {
    return this.draft.picked[index] === 'other' && isCorrected(this.draft, index);
  }

  #pick(index, isOther) {
    const { draft } = this;
    const { quantities } = this.view.reading;
    const other = otherReading(quantities[index]);
    const holds = draft.mode === 'correct' && draft.quantity === index;
    if (isOther) {
      // One judgement corrects one figure.
      for (const at of Object.keys(draft.picked)) if (draft.picked[at] === 'other') delete draft.picked[at];
      draft.correction = { ...(holds ? draft.correction : {}), ...other };
      draft.quantity = index;
      draft.mode = 'correct';
    } else if (holds) {
      for (const field of Object.keys(other)) delete draft.correction[field];
      if (Object.keys(draft.correction).length === 0) draft.mode = 'approve';
    }
    draft.picked[index] = isOther ? 'other' : 'read';
    this.become(draft.mode, `reading-${index}-${isOther ? 'other' : 'read'}`);
  }

  #verdict() {
    return make('fieldset', { class: 'verdict' }, make('legend', {}, t('judge.verdict')),
      make('div', { class: 'scale' }, ratings.map(rating => make('label', {},
        make('input', {
          type: 'radio', name: 'rating', id: `rating-${rating}`, value: rating, checked: this.draft.rating === rating, 'aria-keyshortcuts': rating,
          on: { change: () => { this.draft.rating = rating; this.#keep(); this.fail(''); } },
        }),
        make('span', { class: 'choice' }, make('b', {}, rating), make('span', {}, t(`verdict.${rating}`)))))));
  }

  #reasons() {
    return make('fieldset', { class: 'reasons-choice' }, make('legend', {}, t('judge.reason')),
      reasons.map((reason, index) => make('label', {},
        make('input', {
          type: 'radio', name: 'reason', id: `reason-${index}`, value: reason, checked: this.draft.reason === reason, 'aria-keyshortcuts': index + 1,
          on: { change: () => { this.draft.reason = reason; this.#keep(); this.fail(''); } },
        }),
        make('span', {}, t(`reason.${reason}`)), key(index + 1))));
  }

  #evidence() {
    return make('fieldset', { class: 'evidence' }, make('legend', {}, t('judge.evidence')),
      this.draft.evidence.map((one, index) => make('div', { class: 'evidence-row' },
        this.#text(t('judge.address'), { id: `evidence-${index}`, type: 'url', placeholder: 'https://' }, one, 'url'),
        this.#text(t('judge.quote'), { id: `quote-${index}` }, one, 'quote'),
        make('button', {
          type: 'button', class: 'plain remove', 'aria-label': t('judge.remove', index + 1),
          on: { click: () => { this.draft.evidence.splice(index, 1); this.#keep(); this.show('add-evidence'); } },
        }, '×'))),
      make('button', { type: 'button', class: 'plain add', id: 'add-evidence', 'aria-keyshortcuts': 'e', on: { click: () => this.addEvidence() } },
        `+ ${t('judge.addEvidence')} `, key('e')));
  }

  /** Among the buttons, which are always in sight: what they were told no for is not looked for below. */
  #failure() {
    return make('div', { class: 'failure', id: 'failure', role: 'alert' });
  }

  #why() {
    const area = make('textarea', { id: 'why', rows: 2, maxlength: 1000, required: true, on: { input: () => { this.draft.why = area.value; this.#keep(); } } });
    area.value = this.draft.why;
    return [
      make('p', { class: 'quiet small' }, t(this.kind === 'retraction' ? 'revise.retractHint' : 'revise.correctHint')),
      make('label', { class: 'field' }, make('span', {}, t('revise.why')), area),
    ];
  }

  #revisionActions() {
    const isCorrecting = this.draft.mode === 'correct';
    return make('div', { class: 'actions' }, this.#failure(),
      make('button', { class: `primary${this.kind === 'retraction' ? ' grave' : ''}`, 'aria-keyshortcuts': 'Control+Enter' }, make('span', { class: 'label' }, this.#primaryWords()), ' ', key('Ctrl ↵')),
      this.kind === 'correction' && make('button', { type: 'button', on: { click: () => isCorrecting ? this.become('approve', 'rating-1') : this.become('correct', 'value') } }, t(isCorrecting ? 'revise.asRead' : 'revise.reading')),
      make('button', { type: 'button', on: { click: () => this.leave() } }, t('revise.leave')));
  }

  #note() {
    const area = make('textarea', { id: 'note', rows: 2, maxlength: 4000, 'aria-keyshortcuts': 'n', on: { input: () => { this.draft.note = area.value; this.#keep(); } } });
    area.value = this.draft.note;
    return make('label', { class: 'field' }, make('span', {}, t('judge.note'), ' ', key('n')), area);
  }

  #corrections() {
    const { reading } = this.view;
    const read = asRead(reading, this.draft.quantity);
    const typed = { ...read, ...this.draft.correction };
    const text = (field, words, attributes = {}) => this.#text(t(words), { id: field, ...attributes }, typed, field, value => this.#correct(field, value, read));
    const relation = this.#select('relation', 'read.relation', relations.map(symbol => [symbol, `${symbol === 'range' ? '' : `${symbol}  `}${t(`relation.${symbol}`)}`]), typed.relation,
      value => { this.#correct('relation', value, read); this.show('relation'); });
    return make('fieldset', { class: 'corrections' }, make('legend', {}, t('judge.corrections')),
      make('p', { class: 'quiet small' }, t('judge.correctionsHint')),
      make('div', { class: 'grid' },
        reading.quantities.length > 1 && this.#select('quantity', 'judge.figure', reading.quantities.map((quantity, index) => [index, quantity.text]), this.draft.quantity,
          value => { this.draft.quantity = Number(value); this.draft.correction = {}; this.#keep(); this.show('quantity'); }),
        relation,
        this.#numberField('value', 'judge.value', typed, read),
        typed.relation === 'range' && this.#numberField('upper', 'judge.upper', typed, read),
        text('unit', 'read.unit'),
        text('counted', 'read.counted', { lang: this.view.article.language }),
        text('speaker', 'read.speaker', { lang: this.view.article.language }),
        text('time', 'judge.time', { lang: this.view.article.language })));
  }

  /** Shows beside the digits what they will be taken for: "1.250" typed with a point is one and a quarter. */
  #numberField(field, words, typed, read) {
    const echo = make('output', { class: 'quiet small', for: field });
    const say = value => { const known = parseNumber(value); echo.textContent = known === null ? '' : t('judge.readAs', number(known)); };
    say(typed[field]);
    const label = this.#text(t(words), { id: field, inputmode: 'decimal', autocomplete: 'off' }, typed, field, value => { this.#correct(field, value, read); say(value); });
    label.append(echo);
    return label;
  }

  #correct(field, value, read) {
    if (value === read[field]) delete this.draft.correction[field];
    else this.draft.correction[field] = value;
    this.#keep();
  }

  #text(words, attributes, holder, field, changed) {
    const input = make('input', {
      type: 'text', ...attributes,
      on: { input: () => { holder[field] = input.value; if (changed) changed(input.value); else this.#keep(); input.removeAttribute('aria-invalid'); } },
    });
    input.value = holder[field];
    return make('label', { class: 'field' }, make('span', {}, words), input);
  }

  #select(id, words, options, chosen, changed) {
    const select = make('select', { id, on: { change: () => changed(select.value) } },
      options.map(([value, label]) => make('option', { value, selected: value === chosen }, label)));
    return make('label', { class: 'field' }, make('span', {}, t(words)), select);
  }

  #actions() {
    const button = (name, letter, act) => make('button', { type: 'button', 'aria-keyshortcuts': letter, on: { click: act } }, t(`judge.${name}`), ' ', key(letter));
    const isApproving = this.draft.mode === 'approve';
    return make('div', { class: 'actions' }, this.#failure(),
      make('button', { class: `primary${this.draft.mode === 'reject' ? ' grave' : ''}`, 'aria-keyshortcuts': isApproving ? 'a' : 'Control+Enter' },
        make('span', { class: 'label' }, this.#primaryWords()), ' ', key(isApproving ? 'a' : 'Ctrl ↵')),
      isApproving && button('correct', 'c', () => this.become('correct', 'value')),
      isApproving && button('reject', 'r', () => this.become('reject', 'reason-0')),
      !isApproving && make('button', { type: 'button', 'aria-keyshortcuts': 'Escape', on: { click: () => this.become('approve', 'rating-1') } }, t('judge.cancel'), ' ', key('Esc')));
  }
}

// Enter in a field would send the whole judgement; it takes the button, its letter, or Ctrl and Enter.
function keepFromSending(event) {
  if (event.key === 'Enter' && !event.ctrlKey && !event.metaKey && event.target instanceof HTMLInputElement) event.preventDefault();
}
