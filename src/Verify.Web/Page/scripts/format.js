// Numbers, times and sizes in the words of the page's language.
import { language, t } from './words.js';

const minute = 60_000;

export const number = value => new Intl.NumberFormat(language, { maximumFractionDigits: 20 }).format(value);

/** "40 billion" where the digits alone are hard to read, else null. */
export const roundNumber = value => Math.abs(value) >= 1e6
  ? new Intl.NumberFormat(language, { notation: 'compact', compactDisplay: 'long', maximumFractionDigits: 2 }).format(value)
  : null;

export const percent = share => new Intl.NumberFormat(language, { style: 'percent' }).format(share);

export const date = text => new Intl.DateTimeFormat(language, { dateStyle: 'medium' }).format(new Date(text));

export const time = text => new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short' }).format(new Date(text));

/** "12 min", "3 h", "2 d". */
export function age(since) {
  const minutes = Math.max(0, Math.floor((Date.now() - new Date(since)) / minute));
  if (minutes < 1) return t('age.now');
  if (minutes < 60) return t('age.minutes', minutes);
  if (minutes < 48 * 60) return t('age.hours', Math.floor(minutes / 60));
  return t('age.days', Math.floor(minutes / (24 * 60)));
}

export const size = bytes => bytes < 1024
  ? t('size.bytes', number(bytes))
  : bytes < 1024 * 1024 ? t('size.kilobytes', number(Math.round(bytes / 1024))) : t('size.megabytes', number(Math.round(bytes / 104857.6) / 10));

/** Both ends of a range as the text leads through them: a fall begins with its upper end. */
const ends = (value, upper, change) => change === 'fall' ? [upper, value] : [value, upper];

const span = (value, upper, change) => upper === null || upper === undefined ? number(value) : t('relation.fromTo', ...ends(value, upper, change).map(number));

/** A figure's number as it was read, and as the same characters may be read too. */
export const asRead = quantity => span(quantity.value, quantity.upper, quantity.change);
export const asOther = quantity => span(quantity.ambiguous, quantity.ambiguousUpper, quantity.change);

/** What tells two readings apart that differ in a point only: "1.23 million", "whole", "with decimals". */
export const kindOfNumber = value => roundNumber(value) ?? t(Number.isInteger(value) ? 'judge.whole' : 'judge.decimals');

/** The unit as a person writes it: its own word, else its code. */
export const unit = quantity => quantity.unit?.text ?? quantity.unit?.code ?? null;

/** "more than 500 kapal nelayan", cut where the number stands so that it can be made to stand out; a unit stays on its side of the number. */
export function figure(quantity) {
  const value = quantity.relation === 'range'
    ? span(quantity.value, quantity.upper, quantity.change)
    : number(quantity.value);
  const counted = quantity.counted?.text ?? null;
  const isUnitFirst = quantity.unit !== null && quantity.unit.start < quantity.number.start;
  const relation = quantity.relation === '=' || quantity.relation === 'range' ? null : t(`relation.${quantity.relation}`);
  return {
    before: [relation, isUnitFirst && unit(quantity)].filter(Boolean).join(' '),
    value,
    after: [!isUnitFirst && unit(quantity), counted && quantity.kind === 'percent' ? t('figure.of', counted) : counted].filter(Boolean).join(' '),
    round: quantity.relation === 'range' && roundNumber(quantity.value) && roundNumber(quantity.upper)
      ? t('relation.fromTo', ...ends(quantity.value, quantity.upper, quantity.change).map(roundNumber))
      : quantity.relation === 'range' ? null : roundNumber(quantity.value),
  };
}
