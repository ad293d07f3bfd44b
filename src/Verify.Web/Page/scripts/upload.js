// A new article: by its address, pasted, dropped or chosen.
import { submit } from './api.js';
import { make } from './dom.js';
import { explain } from './failures.js';
import { time } from './format.js';
import { languages, t } from './words.js';

const mediaTypes = { txt: 'text/plain', html: 'text/html', htm: 'text/html', json: 'application/json' };

/** @param {() => void} arrived Called when the desk has it. */
export function upload(arrived) {
  const address = make('input', { type: 'url', id: 'address', placeholder: 'https://', maxlength: 2048, autocomplete: 'off', spellcheck: 'false' });
  const text = make('textarea', { id: 'text', rows: 6 });
  const file = make('input', { type: 'file', id: 'file', accept: '.txt,.html,.htm,.json,text/plain,text/html,application/json' });
  const lang = make('select', { id: 'lang' }, make('option', { value: '' }, t('articles.find')), Object.entries(languages).map(([tag, name]) => make('option', { value: tag }, name)));
  const status = make('p', { role: 'status' });
  const button = make('button', { class: 'primary' }, t('articles.send'));

  async function send(event) {
    event.preventDefault();
    const [chosen] = file.files;
    const [url, pasted] = [address.value.trim(), text.value.trim() !== ''];
    if (!chosen && !pasted && url === '') return void (status.textContent = t('articles.nothing'));
    if (chosen && url !== '') return void (status.textContent = t('articles.fileOrAddress'));
    button.disabled = true;
    if (url !== '' && !pasted) status.textContent = t('articles.fetching');
    try {
      const query = { ...(lang.value && { lang: lang.value }), ...(chosen && { name: chosen.name }) };
      const [body, type] = chosen ? [chosen, typeOf(chosen)]
        : url === '' ? [text.value, 'text/plain; charset=utf-8']
        : [JSON.stringify(pasted ? { text: text.value, url } : { url }), 'application/json'];
      const taken = await submit(body, type, query);
      status.textContent = taken.state === 'waiting' ? t('articles.waits', time(taken.nextTry)) : t(taken.isKnown ? 'articles.known' : 'articles.taken');
      form.reset();
      arrived();
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
    make('label', { class: 'field' }, make('span', {}, t('articles.address')), address),
    make('label', { class: 'field' }, make('span', {}, t('articles.text')), text),
    drop,
    make('div', { class: 'upload-end' }, make('label', { class: 'field' }, make('span', {}, t('articles.language')), lang), button),
    status);
  return form;
}

const typeOf = file => file.type || mediaTypes[file.name.split('.').pop().toLowerCase()] || 'application/octet-stream';
