import { LOCALE } from '../words/locale.ts';

/** Longer texts are told apart by a number made of all their letters. */
const LONG = 60;
const KEPT = 40;

/**
 * What the server says in English (definitions, steps, reasons, groups), in the reader's language where the message files have it; else as it came, as names
 * of wards do. The id is made of the text itself: where the server begins to say something else, that is shown and not an old translation of it.
 */
export function said(english: string): string {
  const text = `:@@review-said.${keyOf(english)}:${english}`;
  return $localize(Object.assign([text], { raw: [text] }));
}

/** "NIHSS ≥ 8" → "nihss-ge-8". */
export function keyOf(english: string): string {
  const key = english
    .toLowerCase()
    .replaceAll('≥', 'ge')
    .replaceAll('<', 'lt')
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '');
  return key.length <= LONG ? key : `${key.slice(0, KEPT)}-${hashOf(english)}`;
}

/** FNV-1a of 32 bits. */
function hashOf(text: string): string {
  let hash = 0x811c9dc5;
  for (const letter of text) hash = Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 0x01000193);
  return (hash >>> 0).toString(36);
}

/** A name within a sentence: English begins it small, German leaves it as it stands alone. */
export function inSentence(name: string): string {
  return LOCALE.startsWith('en') ? name.toLowerCase() : name;
}
