/** Longer texts are told apart by a number made of all their letters. */
const LONG = 60;
const KEPT = 40;

/** Of the message that says in another language what the server says: "NIHSS ≥ 8" → "said.nihss-ge-8". Of other words, another one. */
export function phraseId(english: string): string {
  const key = english
    .toLowerCase()
    .replaceAll('≥', 'ge')
    .replaceAll('<', 'lt')
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '');
  return `said.${key.length <= LONG ? key : `${key.slice(0, KEPT)}-${hashOf(english)}`}`;
}

/** FNV-1a of 32 bits. */
function hashOf(text: string): string {
  let hash = 0x811c9dc5;
  for (const letter of text) hash = Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 0x01000193);
  return (hash >>> 0).toString(36);
}
