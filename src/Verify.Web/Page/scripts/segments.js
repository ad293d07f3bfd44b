// Pure cutting of a text at the ends of what is marked in it. Places are UTF-16 code units, as JavaScript counts them.

/**
 * Cuts [from, to) into the longest pieces over which the same marks hold.
 * @param {{start: number, end: number}[]} marks In any order, overlapping or not, also beyond [from, to).
 * @returns {{start: number, end: number, marks: object[]}[]} Ascending, without gaps.
 */
export function cut(from, to, marks) {
  const here = marks.filter(mark => mark.start < to && mark.end > from && mark.start < mark.end);
  const ends = new Set([from, to]);
  for (const mark of here) {
    if (mark.start > from) ends.add(mark.start);
    if (mark.end < to) ends.add(mark.end);
  }
  const places = [...ends].sort((one, other) => one - other);
  return places.slice(1).map((end, index) => ({
    start: places[index],
    end,
    marks: here.filter(mark => mark.start <= places[index] && mark.end >= end),
  }));
}

/** Where each paragraph of a text begins and ends; lines without anything but blanks are none. */
export function paragraphs(text) {
  const found = [];
  for (let start = 0; start <= text.length;) {
    let end = text.indexOf('\n', start);
    if (end < 0) end = text.length;
    if (text.slice(start, end).trim() !== '') found.push({ start, end });
    start = end + 1;
  }
  return found;
}
