import { QUANTITIES, type QuantityName } from '@endwatch/clinical';
import {
  FACT_UNIT,
  type ExplainedChange,
  type ExplainedInput,
  type Explanation,
} from '@endwatch/contracts';
import { percent } from '../alerting/verdict.ts';

/** Told in a sentence: more is not taken in at 3 a.m. */
const MOST_NAMED = 3;
/** Half a percent does not show. */
const LEAST_SHARE = 0.005;

export type Told = Pick<Explanation, 'next24h' | 'baseRisk' | 'inputs' | 'change'>;

/** Words of the reports that push up or down most; null where none do. */
export interface Phrases {
  readonly up: string | null;
  readonly down: string | null;
}

/**
 * What moved the risk since the score before, or what it rests on where nothing moved: "Risk rose from 18 % to 34 %: D-dimer (FEU) 2.1 mg/L FEU
 * (new), heart rate 96 to 118 /min, report words “hyperdense left MCA”."
 */
export function riskSentence(told: Told, phrases: Phrases): string {
  const { change, next24h } = told;
  if (change === null || percent(change.next24h) === percent(next24h)) {
    const since = change === null ? '' : ', as at the score before';
    return `Risk ${percent(next24h)}${since}: ${restsOn(told, phrases)}.`;
  }
  const direction = next24h > change.next24h ? 1 : -1;
  const moved = change.inputs
    .filter(({ share }) => direction * share >= LEAST_SHARE)
    .slice(0, MOST_NAMED)
    .map((one) => changeWords(one, direction > 0 ? phrases.up : phrases.down));
  const time = direction * change.timeShare >= LEAST_SHARE ? ['the hours since admission'] : [];
  const why = [...moved, ...time].join(', ');
  const went = direction > 0 ? 'rose' : 'fell';
  const from = `Risk ${went} from ${percent(change.next24h)} to ${percent(next24h)}`;
  return why === '' ? `${from} by many small changes.` : `${from}: ${why}.`;
}

function restsOn({ inputs, baseRisk }: Told, phrases: Phrases): string {
  const up = inputs.filter(({ share }) => share >= LEAST_SHARE).slice(0, MOST_NAMED);
  const down = inputs.filter(({ share }) => share <= -LEAST_SHARE).slice(0, MOST_NAMED);
  const list = (some: readonly ExplainedInput[], phrase: string | null): string =>
    some.map((one) => inputWords(one, phrase)).join(', ');
  const parts = [
    ...(up.length > 0 ? [`raised by ${list(up, phrases.up)}`] : []),
    ...(down.length > 0 ? [`lowered by ${list(down, phrases.down)}`] : []),
  ];
  const known = `${percent(baseRisk)} at this hour with nothing known of the patient`;
  return parts.length > 0 ? `${parts.join('; ')}; ${known}` : known;
}

function inputWords({ name, label, value, unit }: ExplainedInput, phrase: string | null): string {
  if (name === 'report') return reportWords(phrase);
  return unit === FACT_UNIT || value === null
    ? factWords(name, label, value)
    : `${label} ${figure(value, name, unit)}`;
}

function changeWords(change: ExplainedChange, phrase: string | null): string {
  const { name, label, before, after, unit, isNew } = change;
  if (name === 'report') return `${reportWords(phrase)}${isNew ? ' (new)' : ''}`;
  if (after === null) return `no ${label} of late`;
  if (isNew) {
    return unit === FACT_UNIT
      ? `${factWords(name, label, after)} (new)`
      : `${label} ${figure(after, name, unit)} (new)`;
  }
  if (unit === FACT_UNIT || before === null) return factWords(name, label, after);
  const now = figure(after, name, unit);
  const then = rounded(before);
  return then === rounded(after) ? `${label} still ${now}` : `${label} ${then} to ${now}`;
}

function reportWords(phrase: string | null): string {
  return phrase === null ? 'imaging report' : `report words “${phrase}”`;
}

/** What a fact is called that is not there, where "no" before it is not what a ward says. */
const OPPOSITES: Readonly<Record<string, string>> = { 'sex-male': 'female sex' };

function factWords(name: string, label: string, value: number | null): string {
  return value === 0 ? (OPPOSITES[name] ?? `no ${label}`) : label;
}

function figure(value: number, name: string, unit: string): string {
  const shown = name in QUANTITIES ? QUANTITIES[name as QuantityName].displayUnit : wordOf(unit);
  return shown === '' ? rounded(value) : `${rounded(value)} ${shown}`;
}

const UNIT_WORDS: Readonly<Record<string, string>> = { '{score}': '', '{ratio}': '', a: 'years' };

function wordOf(unit: string): string {
  return UNIT_WORDS[unit] ?? unit;
}

function rounded(value: number): string {
  return String(Number(value.toPrecision(3)));
}
