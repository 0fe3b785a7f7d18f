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
  let best = 0;
  let phrase: string | null = null;
  for (const { text, words } of reports) {
    for (let first = 0; first < words.length; first += 1) {
      let push = 0;
      for (const word of words.slice(first, first + MOST_WORDS)) {
        if (!isWord(word)) break;
        push += direction * word.share;
        if (push <= best) continue;
        best = push;
        phrase = text.slice(words[first]?.from, word.to).replaceAll(/\s+/g, ' ');
      }
    }
  }
  return phrase;
}

/** Ends of sentences and section headings belong to no phrase. */
function isWord({ token }: WordShare): boolean {
  return token !== '.' && (!token.startsWith('<') || token === '<number>');
}
