/** Shorter parts of a name are too often words. */
const LEAST_NAME = 3;

/** Who must not be recognised in a text. */
export interface Known {
  /** The patient's name as registered, in any order and with any marks. */
  readonly name: string | null;
  /** Record numbers and the like. */
  readonly identifiers: readonly string[];
}

const DATES = [
  /\b\d{4}-\d{2}-\d{2}(?:[T ]\d{2}:\d{2}(?::\d{2})?)?\b/g,
  /\b\d{1,2}[./-]\d{1,2}[./-](?:\d{4}|\d{2})\b/g,
  /\b\d{1,2}\.? ?(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?,? \d{4}\b/gi,
  /\b(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.? \d{1,2},? \d{4}\b/gi,
];
/** A title and what follows it like a name: initials, particles, further titles, words with a capital. */
const TITLED =
  /\b(Dr|Drs|Prof|Professor|Doctor|Mr|Mrs|Ms|Herr|Frau|Sister|Nurse)\b\.?((?: (?:\p{Lu}\.|van|von|de|der|di|la|med\.|\p{Lu}[\p{L}'’-]+\.?))+)/gu;
const ADDRESS = /\b[\w.+-]+@[\w-]+(?:\.[\w-]+)+\b/g;
/** Accession numbers, record numbers: more digits than any measure has. */
const LONG_NUMBER = /(?<![\d.,])\d{5,}(?![.,]?\d)/g;
/** Telephone numbers, in groups. */
const GROUPED_NUMBER = /\+?\d[\d/() -]{5,}\d/g;
const FEWEST_GROUPED = 7;

/**
 * A report without what is recognised as a name, a date or a number of a person. That is less than everything: a rare finding, a nickname or a
 * name without title stay. Whoever shares a text must read it.
 */
export function maskText(text: string, { name, identifiers }: Known): string {
  let masked = text;
  for (const identifier of identifiers) {
    if (identifier.length >= LEAST_NAME)
      masked = masked.replaceAll(wholeWord(identifier), '[number]');
  }
  for (const part of partsOf(name)) masked = masked.replaceAll(wholeWord(part), '[name]');
  masked = masked.replaceAll(ADDRESS, '[address]');
  for (const date of DATES) masked = masked.replaceAll(date, '[date]');
  masked = masked.replaceAll(TITLED, (_all, title: string) => `${title} [name]`);
  masked = masked.replaceAll(LONG_NUMBER, '[number]');
  return masked.replaceAll(GROUPED_NUMBER, (group) =>
    group.replaceAll(/\D/g, '').length < FEWEST_GROUPED ? group : '[number]',
  );
}

function partsOf(name: string | null): readonly string[] {
  const parts = (name ?? '').split(/[^\p{L}\p{M}'’-]+/u);
  return parts.filter((part) => part.length >= LEAST_NAME);
}

function wholeWord(part: string): RegExp {
  const escaped = part.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return new RegExp(`(?<![\\p{L}\\p{M}\\p{N}])${escaped}(?![\\p{L}\\p{M}\\p{N}])`, 'giu');
}
