import type { WordShare } from './attribution.ts';

/** Longer phrases are not read at a glance. */
const MOST_WORDS = 5;

interface Read {
  readonly text: string;
  readonly words: readonly WordShare[];
}

/**
 * The few neighbouring words of one sentence that together push the risk most in one direction, as they stand in the text.
 *
 * @param direction 1 = up, −1 = down
 * @returns null where no word pushes that way
 */
export function strongestPhrase(reports: readonly Read[], direction: 1 | -1): string | null {
  const none: Phrase = { push: 0, words: null };
  const best = reports
    .flatMap(({ text, words }) =>
      words.map((_, first) => strongestFrom({ text, words }, first, direction)),
    )
    .reduce((most, one) => (one.push > most.push ? one : most), none);
  return best.words?.replaceAll(/\s+/g, ' ') ?? null;
}

interface Phrase {
  readonly push: number;
  readonly words: string | null;
}

/** The best of those that begin at word `first`. */
function strongestFrom({ text, words }: Read, first: number, direction: 1 | -1): Phrase {
  let best: Phrase = { push: 0, words: null };
  let push = 0;
  for (const word of phraseFrom(words, first)) {
    push += direction * word.share;
    if (push > best.push) best = { push, words: text.slice(words[first]?.from, word.to) };
  }
  return best;
}

/** Up to the end of the sentence. */
function phraseFrom(words: readonly WordShare[], first: number): readonly WordShare[] {
  const some = words.slice(first, first + MOST_WORDS);
  const end = some.findIndex((word) => !isWord(word));
  return end === -1 ? some : some.slice(0, end);
}

/** Ends of sentences and section headings belong to no phrase. */
function isWord({ token }: WordShare): boolean {
  return token !== '.' && (!token.startsWith('<') || token === '<number>');
}
