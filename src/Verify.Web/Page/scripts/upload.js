// A new article: pasted, dropped or chosen.
import { submit } from './api.js';
import { make } from './dom.js';
import { explain } from './failures.js';
import { languages, t } from './words.js';

const mediaTypes = { txt: 'text/plain', html: 'text/html', htm: 'text/html', json: 'application/json' };

/** @param {() => void} taken Called when the desk has it. */
export function upload(taken) {
  const text = make('textarea', { id: 'text', rows: 6 });
  const file = make('input', { type: 'file', id: 'file', accept: '.txt,.html,.htm,.json,text/plain,text/html,application/json' });
  const lang = make('select', { id: 'lang' }, make('option', { value: '' }, t('articles.find')), Object.entries(languages).map(([tag, name]) => make('option', { value: tag }, name)));
  const status = make('p', { role: 'status' });
  const button = make('button', { class: 'primary' }, t('articles.send'));

  async function send(event) {
    event.preventDefault();
    const [chosen] = file.files;
    if (!chosen && text.value.trim() === '') return void (status.textContent = t('articles.nothing'));
    button.disabled = true;
    try {
      const query = { ...(lang.value && { lang: lang.value }), ...(chosen && { name: chosen.name }) };
      const { isKnown } = await submit(chosen ?? text.value, chosen ? typeOf(chosen) : 'text/plain; charset=utf-8', query);
      status.textContent = t(isKnown ? 'articles.known' : 'articles.taken');
      form.reset();
      taken();
    } catch (refused) {
      status.textContent = explain(refused);
    } finally {
      button.disabled = false;
    }
  }

  const drop = make('label', {
    class: 'drop field',
    on: {
      dragover: event => event.preventDefault(),
      drop: event => { event.preventDefault(); if (event.dataTransfer.files.length > 0) file.files = event.dataTransfer.files; },
    },
  }, make('span', {}, t('articles.file')), file);

  const form = make('form', { class: 'upload', 'aria-label': t('articles.add'), on: { submit: send } },
    make('h2', { class: 'section-title' }, t('articles.add')),
    make('label', { class: 'field' }, make('span', {}, t('articles.text')), text),
    drop,
    make('div', { class: 'upload-end' }, make('label', { class: 'field' }, make('span', {}, t('articles.language')), lang), button),
    status);
  return form;
}

const typeOf = file => file.type || mediaTypes[file.name.split('.').pop().toLowerCase()] || 'application/octet-stream';
