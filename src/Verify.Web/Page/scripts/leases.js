// Tells the desk which claim is being worked on here, for as long as this page shows it.
import { endLease, lease } from './api.js';

const beat = 120_000;
let held = null;

/** Takes a claim, or takes it over with a note. @returns {Promise<object>} The claim as the desk shows it then. */
export async function take(id, note = null) {
  const view = await lease(id, note);
  if (held !== null && held !== id) giveBack();
  held = id;
  return view;
}

/** Gives back what is held, if it is not this claim. */
export function giveBack(except = null) {
  if (held === null || held === except) return;
  endLease(held).catch(() => {}); // it ends by itself, too
  held = null;
}

/** The claim was decided: nothing is held any more. */
export function decided() {
  held = null;
}

setInterval(() => {
  if (held !== null && document.visibilityState === 'visible') lease(held).catch(() => {});
}, beat);

addEventListener('pagehide', () => giveBack());
