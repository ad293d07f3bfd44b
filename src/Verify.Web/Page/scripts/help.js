// The dialog that lists the keys and switches them off.
import { make } from './dom.js';
import { areOn, switchKeys } from './keys.js';
import { t } from './words.js';

const rows = [
  [['j', 'k', '↓', '↑'], 'move'], [['Enter'], 'open'], [['1', '…', '5'], 'verdict'], [['a'], 'approve'], [['c'], 'correct'], [['r'], 'reject'],
  [['e'], 'evidence'], [['n'], 'note'], [['o'], 'other'], [['Ctrl', 'Enter'], 'send'], [['u'], 'undo'], [['/'], 'find'], [['Esc'], 'back'], [['?'], 'help'],
];

export function help() {
  const toggle = make('input', { type: 'checkbox', checked: areOn(), on: { change: () => switchKeys(toggle.checked) } });
  const dialog = make('dialog', { class: 'help', 'aria-labelledby': 'help-title', on: { close: () => dialog.remove() } },
    make('h2', { id: 'help-title' }, t('help.title')),
    make('dl', {}, rows.map(([keys, name]) => make('div', {}, make('dt', {}, keys.map(letter => make('kbd', {}, letter))), make('dd', {}, t(`help.${name}`))))),
    make('label', { class: 'switch' }, toggle, t('help.switch')),
    make('p', { class: 'quiet small' }, t('help.switchHint')),
    make('form', { method: 'dialog' }, make('button', { class: 'primary' }, t('help.close'))));
  document.body.append(dialog);
  dialog.showModal();
}
