import type { Rng } from '../../random/rng.ts';

/** A radiology report before it is laid out. */
export interface ReportParts {
  readonly title: string;
  readonly history: string | null;
  readonly technique: string;
  readonly comparison: string;
  readonly findings: readonly string[];
  readonly impression: readonly string[];
  readonly addendum: string | null;
}

/** How one department writes: full sections under capitals, or two short paragraphs. */
export type HouseStyle = 'sections' | 'brief';

/** Replaces `{name}` by `words.name`; an unknown name is a mistake in the phrase and throws. */
export function filled(template: string, words: Readonly<Record<string, string>>): string {
  return template.replace(/\{(\w+)\}/g, (_, name: string) => {
    const word = words[name];
    if (word === undefined) throw new RangeError(`phrase names an unknown word: ${name}`);
    return word;
  });
}

const SIGNATURES = [
  'Electronically signed by the reporting radiologist.',
  'Reported by the radiologist on duty; findings discussed with the stroke team by telephone.',
  'Preliminary reading by the resident, confirmed by the consultant.',
];

function sections(rng: Rng, parts: ReportParts): string {
  const impression = parts.impression.map((line, n) => `${String(n + 1)}. ${line}`);
  return [
    `EXAMINATION: ${parts.title}`,
    ...(parts.history === null ? [] : [`CLINICAL HISTORY: ${parts.history}`]),
    `TECHNIQUE: ${parts.technique}`,
    `COMPARISON: ${parts.comparison}`,
    `FINDINGS: ${parts.findings.join(' ')}`,
    `IMPRESSION:\n${impression.join('\n')}`,
    ...(rng.chance(0.6) ? [rng.pick(SIGNATURES)] : []),
    ...(parts.addendum === null ? [] : [`ADDENDUM: ${parts.addendum}`]),
  ].join('\n\n');
}

function brief(parts: ReportParts): string {
  const history = parts.history === null ? '' : `Indication: ${parts.history}\n`;
  const addendum = parts.addendum === null ? '' : `\nAddendum: ${parts.addendum}`;
  return `${parts.title}. ${history}${parts.findings.join(' ')}\nAssessment: ${parts.impression.join(' ')}${addendum}`;
}

/** The report as the department would send it. */
export function laidOut(rng: Rng, style: HouseStyle, parts: ReportParts): string {
  return style === 'sections' ? sections(rng, parts) : brief(parts);
}
