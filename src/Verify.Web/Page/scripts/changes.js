// What reads differently in a claim than when it was shown, for who judged the earlier reading.
import { make } from './dom.js';
import { has, t } from './words.js';

// Places in the text and what follows from the rest say nothing to a reader.
const silent = new Set(['start', 'end', 'code', 'worth', 'reasons', 'risk', 'riskReasons', 'entities', 'discrepancies', 'number', 'sentence', 'claim', 'content', 'cue']);
const named = { value: 'judge.value', upper: 'judge.upper', times: 'judge.time', quantities: 'read.figure' };

/** @param {{ field: string, before: any, after: any }[] | null} changes
 *  @returns {HTMLElement | null} Null where nothing that a reader sees has changed. */
export function changesOf(changes) {
  const rows = (changes ?? []).map(row).filter(Boolean);
  return rows.length === 0 ? null : make('ul', { class: 'changes' }, rows);
}

function row({ field, before, after }) {
  const parts = field.split('/').slice(1);
  if (parts.some(part => silent.has(part))) return null;
  const name = parts.filter(part => !/^\d+$/.test(part) && part !== 'text').at(-1);
  const words = named[name] ?? `read.${name}`;
  if (!has(words)) return null;
  return make('li', {}, make('b', {}, t(words)), ' ', make('del', {}, said(name, before)), ' → ', make('ins', {}, said(name, after)));
}

function said(name, value) {
  if (value === null || value === undefined || value.length === 0) return t('read.nothing');
  if (Array.isArray(value)) return value.map(one => said(name, one)).join(', ');
  if (typeof value === 'object') return value.text;
  return has(`${name}.${value}`) ? t(`${name}.${value}`) : String(value);
}
