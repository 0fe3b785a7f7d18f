import { FACT_UNIT, type Explanation } from '@endwatch/contracts';
import { HOUR } from '@endwatch/clinical';
import { age } from '../../words/ages.ts';
import { NBSP, measured, signedFixed } from '../../words/figures.ts';
import { findingName, inputWord, unitWord } from '../../words/input-words.ts';

/** One finding on the scale of its panel. */
export interface WhyLine {
  readonly name: string;
  /** Value with unit; empty where there is none. */
  readonly figure: string;
  /** "+6.1", "−0.4": hundredths of risk. */
  readonly points: string;
  readonly up: boolean;
  /** 0–1 of the longest bar. */
  readonly length: number;
}

const NEW = $localize`:@@why.new:new`;
const YES = $localize`:@@why.yes:yes`;
const NO = $localize`:@@why.no:no`;
const YEARS = $localize`:@@why.years:years`;

/** Shares below a twentieth of a point are not told apart from nothing. */
const LEAST_POINTS = 0.05;

/** The findings that count most, and all others in one line. */
export function inputLines(explanation: Explanation, shown: number): readonly WhyLine[] {
  const told = explanation.inputs.slice(0, shown).map((one) => ({
    name: findingName(one),
    figure: [figureOf(one.name, one.value, one.unit), ageOf(one.ageHours)]
      .filter(Boolean)
      .join(', '),
    share: one.share,
  }));
  const rest = explanation.inputs.slice(shown);
  const others = rest.reduce((sum, { share }) => sum + share, 0);
  const line = {
    name: $localize`:@@why.others:${rest.length}:count: others together`,
    figure: '',
    share: others,
  };
  return scaled(rest.length > 0 ? [...told, line] : told);
}

/** What changed since the score before; empty where nothing did. */
export function changeLines({ change }: Explanation, shown: number): readonly WhyLine[] {
  if (change === null) return [];
  const told = change.inputs.slice(0, shown).map((one) => ({
    name: findingName(one),
    figure: one.isNew
      ? [NEW, figureOf(one.name, one.after, one.unit)].filter(Boolean).join(': ')
      : moved(one.name, one),
    share: one.share,
  }));
  const time = {
    name: $localize`:@@why.hours:Hours since admission`,
    figure: '',
    share: change.timeShare,
  };
  const lines = [...told, time].filter(({ share }) => Math.abs(share * 100) >= LEAST_POINTS);
  return scaled(lines.sort((a, b) => Math.abs(b.share) - Math.abs(a.share)));
}

interface Moved {
  readonly before: number | null;
  readonly after: number | null;
  readonly unit: string;
}

function moved(name: string, { before, after, unit }: Moved): string {
  if (after === null) return name === 'report' ? '' : $localize`:@@why.out-of-date:out of date`;
  const [then, now] = [figureOf(name, before, unit), figureOf(name, after, unit)];
  if (before === null) return now;
  // What weighs more or less than before though it is as it was.
  return then === now
    ? $localize`:@@why.still:still ${now}:value:`
    : $localize`:@@why.from-to:${measured(before)}:before: to ${now}:after:`;
}

export function figureOf(name: string, value: number | null, unit: string): string {
  if (value === null) return '';
  if (unit === FACT_UNIT) return value === 1 ? YES : NO;
  const word = unit === 'a' ? YEARS : unitWord(unit);
  return word === '' ? measured(value) : `${measured(value)}${NBSP}${word}`;
}

function ageOf(hours: number | null): string {
  return hours === null ? '' : $localize`:@@why.age:${age(0, hours * HOUR)}:age: old`;
}

function scaled(
  lines: readonly { readonly name: string; readonly figure: string; readonly share: number }[],
): readonly WhyLine[] {
  const longest = Math.max(...lines.map(({ share }) => Math.abs(share)), 1e-9);
  return lines.map(({ name, figure, share }) => ({
    ...{ name, figure, points: points(share), up: share >= 0 },
    length: Math.abs(share) / longest,
  }));
}

/** "+6.1": hundredths of risk. */
export function points(share: number): string {
  if (Math.abs(share * 100) < LEAST_POINTS) return '0';
  return signedFixed(share * 100, 1);
}

export type Weight = 'none' | 'some' | 'much';

/** A stretch of a report that is drawn alike. */
export interface Stretch {
  readonly text: string;
  readonly up: boolean;
  readonly weight: Weight;
  /** For who points at it; empty where it carries nothing. */
  readonly says: string;
}

const MUCH = 0.5;
const SOME = 0.2;
/** The end of a sentence may carry weight and says nothing to a reader. */
const READABLE = /[\p{L}\p{N}]/u;

/** The sentences in which something was heard, each word as heavy as its share of the heaviest of all reports. "…" stands for what is left out. */
export function stretchesOf(
  { text, words }: NonNullable<Explanation['reports']>['texts'][number],
  heaviest: number,
): readonly Stretch[] {
  const stretches: Stretch[] = [];
  let done = 0;
  for (const { from, to, share } of words) {
    const part = heaviest > 0 ? Math.abs(share) / heaviest : 0;
    if (part < SOME || !READABLE.test(text.slice(from, to))) continue;
    if (from > done)
      stretches.push(plain(shortened(text.slice(done, from), done === 0 ? 'before' : 'between')));
    const weight = part >= MUCH ? 'much' : 'some';
    stretches.push({ text: text.slice(from, to), up: share > 0, weight, says: points(share) });
    done = to;
  }
  if (stretches.length === 0) return [];
  if (done < text.length) stretches.push(plain(shortened(text.slice(done), 'after')));
  return stretches;
}

const SENTENCE_END = /[.;:?]?\s*\n|[.;?]\s/g;

/** Text around marked words: to the end of the sentence before it, and from the beginning of the one after it. */
function shortened(text: string, where: 'before' | 'between' | 'after'): string {
  const ends = [...text.matchAll(SENTENCE_END)];
  const [first, last] = [ends[0], ends.at(-1)];
  if (!first || !last) return text;
  const head = text.slice(0, first.index + 1).trimEnd();
  const tail = text.slice(last.index + last[0].length);
  if (where === 'before') return `… ${tail}`;
  if (where === 'after') return `${head} …`;
  return ends.length === 1 ? text.replaceAll(/\s*\n\s*/g, ' ') : `${head} … ${tail}`;
}

function plain(text: string): Stretch {
  return { text, up: false, weight: 'none', says: '' };
}

export function heaviestWord({ reports }: Explanation): number {
  const shares = reports?.texts.flatMap(({ words }) => words.map(({ share }) => Math.abs(share)));
  return Math.max(0, ...(shares ?? []));
}

/** Names of what the model asks for and did not have. */
export function missingWords({ missing }: Explanation): readonly string[] {
  return missing.map(inputWord);
}
