// The dialog in which a person chooses what they are told of, when and where.
import * as api from './api.js';
import { make } from './dom.js';
import { explain } from './failures.js';
import { language, languages, t } from './words.js';

const kinds = ['newClaims', 'reminder', 'escalation', 'disagreement', 'publication', 'correction'];
const every = [1, 2, 3, 4, 6, 8, 12];

export async function notifications(session) {
  const said = make('p', { class: 'said', role: 'status' });
  const wrong = make('p', { class: 'wrong', role: 'alert', id: 'notify-wrong' });
  const body = make('div', {});
  const dialog = make('dialog', { class: 'help notifications', 'aria-labelledby': 'notify-title', on: { close: () => dialog.remove() } },
    make('h2', { id: 'notify-title' }, t('notify.title')), body, wrong, said);
  document.body.append(dialog);
  dialog.showModal();
  await attempt(async () => show(await api.notifications()));

  function show(view) {
    body.replaceChildren(...(view.hasMail ? [addressOf(view), choiceOf(view)] : [make('p', { class: 'quiet' }, t('notify.noMail')), close()]));
  }

  function addressOf(view) {
    const code = make('input', { id: 'notify-code', type: 'text', inputmode: 'numeric', autocomplete: 'one-time-code', maxlength: '12', required: true, 'aria-describedby': 'notify-wrong' });
    const state = view.address && make('p', { class: 'quiet small' }, t('notify.toldAt', view.address));
    if (!view.unconfirmed) return make('div', {}, state);
    return make('div', {}, state,
      make('form', { class: 'code', on: { submit: event => { event.preventDefault(); attempt(async () => { show(await api.confirmAddress(code.value)); say('notify.confirmed'); }); } } },
        make('label', { class: 'field' }, make('span', {}, t('notify.code', view.unconfirmed)), code),
        make('button', { class: 'primary' }, t('notify.confirm')),
        make('button', { type: 'button', class: 'plain', on: { click: () => attempt(async () => { show(await api.sendCode()); say('notify.sent'); }) } }, t('notify.again'))));
  }

  function choiceOf(view) {
    const isNew = !view.address && !view.unconfirmed;
    const choice = isNew ? { ...view.choice, language, timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone ?? view.choice.timeZone } : view.choice;
    const address = make('input', { id: 'notify-address', type: 'email', autocomplete: 'email', maxlength: '254', 'aria-describedby': 'notify-wrong' });
    address.value = view.unconfirmed ?? view.address ?? '';
    const boxes = kinds.map(kind => make('input', { type: 'checkbox', value: kind, checked: choice.kinds.includes(kind) }));
    const times = ['atOnce', 'daily', 'everyHours'].map(when => make('input', { type: 'radio', name: 'when', value: when, checked: choice.when === when }));
    const hour = select([...Array(24).keys()].map(hour => [hour, `${String(hour).padStart(2, '0')}:00`]), choice.hour, t('notify.hour'));
    const hours = select(every.map(count => [count, String(count)]), choice.everyHours, t('notify.hours'));
    const words = select(Object.entries(languages), choice.language);
    const zone = make('input', { id: 'notify-zone', type: 'text', list: 'notify-zones', autocomplete: 'off', 'aria-describedby': 'notify-wrong' });
    zone.value = choice.timeZone;

    const chosen = () => ({
      kinds: boxes.filter(box => box.checked).map(box => box.value), when: times.find(time => time.checked).value, hour: Number(hour.value), everyHours: Number(hours.value),
      language: words.value, timeZone: zone.value.trim(),
    });
    const save = event => {
      event.preventDefault();
      attempt(async () => {
        const kept = await api.setNotifications({ choice: chosen(), address: address.value.trim() || null });
        show(kept);
        say(kept.unconfirmed ? 'notify.sent' : 'notify.saved');
        if (kept.unconfirmed) document.getElementById('notify-code').focus();
      });
    };
    return make('form', { novalidate: true, on: { submit: save } },
      make('label', { class: 'field' }, make('span', {}, t('notify.address')), address),
      make('fieldset', {}, make('legend', {}, t('notify.what')),
        // A disagreement is for editors; what others have chosen of it is left as it is.
        kinds.map((kind, index) => make('label', { class: 'notify-row', hidden: kind === 'disagreement' && session.role !== 'editor' }, boxes[index], t(`notify.${kind}`)))),
      make('fieldset', {}, make('legend', {}, t('notify.when')),
        make('label', { class: 'notify-row' }, times[0], t('notify.atOnce')),
        make('div', { class: 'notify-row' }, make('label', { class: 'notify-row' }, times[1], t('notify.daily')), hour),
        make('div', { class: 'notify-row' }, make('label', { class: 'notify-row' }, times[2], t('notify.everyHours')), hours)),
      make('div', { class: 'grid' },
        make('label', { class: 'field' }, make('span', {}, t('notify.language')), words),
        make('label', { class: 'field' }, make('span', {}, t('notify.zone')), zone, zones())),
      make('div', { class: 'notify-ends' },
        make('button', { class: 'primary' }, t('notify.save')),
        !isNew && make('button', { type: 'button', on: { click: () => attempt(async () => { show(await api.forgetNotifications()); say('notify.removed'); }) } }, t('notify.remove')),
        make('button', { type: 'button', class: 'plain', on: { click: () => dialog.close() } }, t('help.close'))));
  }

  async function attempt(act) {
    wrong.textContent = '';
    said.textContent = '';
    for (const input of body.querySelectorAll('[aria-invalid]')) input.removeAttribute('aria-invalid');
    try {
      await act();
    } catch (refused) {
      if (!(refused instanceof api.Refused)) throw refused;
      wrong.textContent = explain(refused);
      const input = body.querySelector({ '/address': '#notify-address', '/code': '#notify-code', '/timeZone': '#notify-zone' }[refused.field] ?? ':not(*)');
      input?.setAttribute('aria-invalid', 'true');
      input?.focus();
      if (!body.hasChildNodes()) body.append(close());
    }
  }

  function say(name) {
    said.textContent = t(name);
  }

  function close() {
    return make('form', { method: 'dialog' }, make('button', { class: 'primary' }, t('help.close')));
  }
}

function select(options, chosen, label = null) {
  return make('select', { 'aria-label': label }, options.map(([value, words]) => make('option', { value, selected: String(value) === String(chosen) }, words)));
}

function zones() {
  return make('datalist', { id: 'notify-zones' }, (Intl.supportedValuesOf?.('timeZone') ?? []).map(zone => make('option', { value: zone })));
}
