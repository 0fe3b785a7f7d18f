import type { Duty } from './rota.ts';

const WORDS: readonly (readonly [Duty, string])[] = [
  ['first-on-call', 'First on call'],
  ['second-on-call', 'Second on call'],
  ['nurse-in-charge', 'Nurse in charge'],
];

/** As a ward says it: "First on call". */
export function dutyWords(duty: Duty): string {
  return WORDS.find(([one]) => one === duty)?.[1] ?? duty;
}

/** Every duty that a text names. */
export function dutiesIn(text: string): readonly Duty[] {
  return WORDS.flatMap(([duty, words]) => (pattern(words).test(text) ? [duty] : []));
}

/** A text without what it says of duties. */
export function withoutDuties(text: string): string {
  return WORDS.reduce((left, [, words]) => left.replace(pattern(words), ' '), text);
}

/** "first-on-call" and "FIRST ON CALL" too. */
function pattern(words: string): RegExp {
  return new RegExp(`(?<!\\p{L})${words.replaceAll(' ', '[\\s-]+')}(?!\\p{L})`, 'iu');
}
