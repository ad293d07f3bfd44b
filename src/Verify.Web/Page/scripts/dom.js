// Elements from code. Text becomes text nodes and nothing else: no string here is ever read as markup.

/** An element with attributes and children; `on` holds listeners, a `null` or `false` attribute or child is left out. */
export function make(name, attributes = {}, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (key === 'on') for (const [event, listener] of Object.entries(value)) element.addEventListener(event, listener);
    else if (value === true) element.setAttribute(key, '');
    else if (value !== null && value !== undefined && value !== false) element.setAttribute(key, value);
  }
  element.append(...children.flat().filter(child => child !== null && child !== undefined && child !== false));
  return element;
}

export const byId = id => document.getElementById(id);

/** A key as it is shown: for eyes only, since the control it belongs to names it in aria-keyshortcuts. */
export const key = letter => make('kbd', { 'aria-hidden': 'true' }, letter);

/** Only http and https addresses become links; anything else is shown as the text it is. */
export function link(address, ...children) {
  const safe = URL.canParse(address) && ['http:', 'https:'].includes(new URL(address).protocol);
  return safe
    ? make('a', { href: address, target: '_blank', rel: 'noopener noreferrer' }, ...children)
    : make('span', {}, ...children);
}
