import type { Rng } from '../random/rng.ts';

/** What `{name}` stands for in a pattern. */
export type Words = Readonly<Record<string, string>>;

/** Innermost alternatives: `[a|b|]`. */
const ALTERNATIVES = /\[([^[\]]*)\]/;

function filled(text: string, words: Words): string {
  return text.replace(/\{(\w+)\}/g, (_, name: string) => {
    const word = words[name];
    if (word === undefined) throw new RangeError(`pattern names an unknown word: ${name}`);
    return word;
  });
}

/**
 * One wording of a pattern. `[a|b|]` is one of its alternatives, each as likely, the empty one included; they may hold others. `{name}` is
 * `words.name`; an unknown name is a mistake in the pattern and throws a RangeError.
 */
export function worded(rng: Rng, pattern: string, words: Words): string {
  let text = pattern;
  for (let found = ALTERNATIVES.exec(text); found; found = ALTERNATIVES.exec(text)) {
    const chosen = rng.pick((found[1] ?? '').split('|'));
    text = `${text.slice(0, found.index)}${chosen}${text.slice(found.index + found[0].length)}`;
  }
  return filled(text, words);
}

/** Everything a pattern can become before words are filled in. */
export function templatesOf(pattern: string): string[] {
  const found = ALTERNATIVES.exec(pattern);
  if (!found) return [pattern];
  const before = pattern.slice(0, found.index);
  const after = pattern.slice(found.index + found[0].length);
  const each = (found[1] ?? '').split('|').flatMap((one) => templatesOf(`${before}${one}${after}`));
  return [...new Set(each)];
}
