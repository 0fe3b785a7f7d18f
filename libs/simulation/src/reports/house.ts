import type { Rng } from '../random/rng.ts';
import type { Words } from './pattern.ts';
import { worded } from './pattern.ts';
import { PROSE } from './prose-book.ts';
import type { PhraseBook, ReportContent, Saying } from './sayings.ts';
import type { SlipRates } from './slips.ts';
import { typed } from './slips.ts';
import { TERSE } from './terse-book.ts';

/**
 * How a house writes. `prose`: whole sentences, sections under capitals, findings first, American. `terse`: fragments, abbreviations, the opinion
 * first, British, with its own terms for the same findings.
 */
export const HOUSE_STYLES = ['prose', 'terse'] as const;
export type HouseStyle = (typeof HOUSE_STYLES)[number];
/** One house, or either by chance, patient by patient. */
export type HouseChoice = HouseStyle | 'mixture';

/** Share of patients whose reports come from the house that writes prose. */
export const PROSE_SHARE = 0.6;

/** Own choices: dictated and proof-read, or typed by hurried people. */
export const SLIPS: Readonly<Record<HouseStyle, SlipRates>> = {
  prose: { abbreviated: 0.05, mistyped: 0.005 },
  terse: { abbreviated: 0.5, mistyped: 0.015 },
};

export const PHRASE_BOOKS: Readonly<Record<HouseStyle, PhraseBook>> = {
  prose: PROSE,
  terse: TERSE,
};

const SIGNATURES = [
  'Electronically signed by the reporting radiologist.',
  'Reported by the radiologist on duty.',
  'Preliminary reading by the resident, confirmed by the consultant.',
];

/** Says one thing in the words of the house. */
type Say = (saying: Saying) => string;

const spaced = (say: Say, sayings: readonly Saying[]): string => sayings.map(say).join(' ');

function prose(rng: Rng, content: ReportContent, say: Say): string {
  const { history, findings, addendum } = content;
  const impression = [...content.impression, ...(content.advice ? (['advice'] as const) : [])];
  return [
    `EXAMINATION: ${say(content.title)}`,
    ...(history.length === 0 ? [] : [`CLINICAL HISTORY: ${spaced(say, history)}`]),
    `TECHNIQUE: ${say(content.technique)}`,
    `COMPARISON: ${say(content.prior)}`,
    `FINDINGS: ${spaced(say, findings)}`,
    `IMPRESSION:\n${impression.map((one, n) => `${String(n + 1)}. ${say(one)}`).join('\n')}`,
    ...(rng.chance(0.5) ? [rng.pick(SIGNATURES)] : []),
    ...(addendum === null ? [] : [`ADDENDUM: ${say(addendum)}`]),
  ].join('\n\n');
}

function terse(rng: Rng, content: ReportContent, say: Say): string {
  const { history, findings, addendum, technique, prior } = content;
  const opinion = rng.pick(['Opinion', 'Opinion', 'Conclusion']);
  const asked = rng.pick(['Indication', 'Clinical information']);
  return [
    say(content.title),
    ...(history.length === 0 ? [] : [`${asked}: ${history.map(say).join(', ')}`]),
    `${opinion}: ${spaced(say, content.impression)}${content.advice ? ` ${say('advice')}` : ''}`,
    `Report: ${spaced(say, findings)}`,
    ...(rng.chance(0.6) ? [`cf ${say(prior)} ${say(technique)}`] : []),
    ...(addendum === null ? [] : [`Addendum: ${say(addendum)}`]),
  ].join('\n');
}

const LAYOUTS = { prose, terse } as const;

/** The report as the house sends it. The same content and chance in another style is another text that says the same. */
export function written(
  rng: Rng,
  style: HouseStyle,
  { content, words }: { readonly content: ReportContent; readonly words: Words },
): string {
  const say: Say = (saying) => {
    const pattern = rng.pick(PHRASE_BOOKS[style][saying]);
    return typed(rng, worded(rng, pattern, words), SLIPS[style]);
  };
  return LAYOUTS[style](rng, content, say);
}
