// Single-letter keys for who reviews all day. Off while typing, and off for good where somebody switches them off (WCAG 2.1.4).

const kept = 'verify.keys';

export const areOn = () => localStorage.getItem(kept) !== 'off';

export const switchKeys = on => localStorage.setItem(kept, on ? 'on' : 'off');

const isTyping = target => target.closest?.('input:not([type=radio]):not([type=checkbox]), textarea, select, [contenteditable]') !== null;

/** @param {Record<string, () => void>} letters What each key does. @param {{send: () => void, back: (target) => void}} always Work while typing too. */
export function listen(letters, always) {
  document.addEventListener('keydown', event => {
    if (event.defaultPrevented || event.isComposing || document.querySelector('dialog[open]')) return;
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) return act(event, always.send);
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === 'Escape') return act(event, () => always.back(event.target));
    if (isTyping(event.target) || !areOn() || !(event.key in letters)) return;
    act(event, letters[event.key]);
  });
}

function act(event, what) {
  event.preventDefault();
  what();
}
