// Why a claim is worth a check, and why a wrong approval would be bad: the extractor's phrases in the page's words.
import { make } from './dom.js';
import { percent } from './format.js';
import { has, language, t } from './words.js';

/** The phrases that speak against a claim; all others speak for it. */
const against = new Set([
  'vague number', 'small number', 'nothing counted', 'span of time', 'question', 'few words', 'many words', 'an aim', 'time to come', 'projected', 'hedged', 'conditional',
  'denied', 'wish or proposal', 'the speaker’s own story', 'talk about the talk', 'opinion', 'first person',
]);

/** @returns {HTMLElement} The worth with its reasons. */
export const worth = read => graded('worth', read.worth, read.reasons);

/** The risk with its reasons; null where a version without risks read the claim, or where nothing raises it. */
export const risk = read => read.riskReasons?.length ? graded('risk', read.risk, read.riskReasons) : null;

function graded(name, share, reasons) {
  return make('div', { class: `worth-line ${name}-line` },
    make('p', {}, make('span', { class: 'label' }, t(`read.${name}`)), ' ', worthBar(share), ' ', percent(share)),
    make('ul', { class: 'reasons small quiet' }, reasons.map(ground)));
}

/** One reason. A phrase without words here comes from another version, and stays English. */
function ground(reason) {
  const phrase = reason.replaceAll("'", '’');
  const name = `ground.${phrase}`;
  const words = has(name) ? t(name) : reason;
  return make('li', { lang: has(name) ? language : 'en' }, against.has(phrase) ? t('read.against', words) : words);
}

/** A small bar; the figure beside it says the same to who cannot see it. */
export function worthBar(share) {
  const fill = make('span', { class: 'worth-fill' });
  fill.style.width = `${Math.round(share * 100)}%`;
  return make('span', { class: 'worth', 'aria-hidden': 'true' }, fill);
}
