import type { PlayerShare, ScoreInput } from '@endwatch/ml-model';
import type { LoadedRiskModel } from '@endwatch/ml-model';
import { REPORT, withheld } from '@endwatch/ml-model';
import { seededRng } from '@endwatch/simulation';
import { at, bootstrap, mean } from '@endwatch/statistics';
import type { Interval } from '@endwatch/statistics';
import type { Table } from './document.ts';

/** Findings that are taken away at once. */
export const TAKEN_AWAY = 3;
/** Random choices for each patient. */
const RANDOM_CHOICES = 20;

/** What taking findings away does to the risk of one patient, on average over choices. */
export interface Deletion {
  /** |change| without the findings with the greatest Shapley values. */
  readonly top: number;
  /** |change| without as many others chosen by chance. */
  readonly random: number;
}

export interface Faithfulness {
  readonly patients: number;
  readonly top: number;
  readonly random: number;
  readonly difference: number;
  /** Bootstrap by patient. */
  readonly ci95: Interval | null;
}

/** The same moment with some findings missing. */
function without(
  { features, report, ...rest }: ScoreInput,
  taken: readonly PlayerShare[],
): ScoreInput {
  const unread = taken.some(({ name }) => name === REPORT);
  const positions = taken.flatMap((player) => player.features);
  return { ...rest, features: withheld(features, positions), report: unread ? null : report };
}

/** Deletes the top findings and as many random ones; null where a patient has too few for a choice. `seed` makes the choices repeatable. */
export function deletionOf(
  model: LoadedRiskModel,
  input: ScoreInput,
  { players, seed }: { readonly players: readonly PlayerShare[]; readonly seed: string },
): Deletion | null {
  if (players.length < 2 * TAKEN_AWAY) return null;
  const ranked = players.toSorted((a, b) => Math.abs(b.share) - Math.abs(a.share));
  const rng = seededRng(seed);
  const chosen = Array.from({ length: RANDOM_CHOICES }, () => {
    const left = [...ranked];
    return Array.from({ length: TAKEN_AWAY }, () =>
      left.splice(rng.int(0, left.length - 1), 1),
    ).flat();
  });
  const choices = [ranked.slice(0, TAKEN_AWAY), ...chosen];
  const outputs = model.score([input, ...choices.map((choice) => without(input, choice))]);
  const risk = at(outputs, 0).next24h;
  const [top, ...random] = outputs.slice(1).map(({ next24h }) => Math.abs(next24h - risk));
  return { top: top ?? 0, random: mean(random) };
}

/** Whether what the explanations name moves the risk more than what they do not. */
export function faithfulness(deletions: readonly Deletion[]): Faithfulness | null {
  if (deletions.length === 0) return null;
  const difference = (some: readonly Deletion[]): number =>
    mean(some.map(({ top, random }) => top - random));
  const rng = seededRng('faithfulness');
  const { ci95 } = bootstrap({
    units: deletions,
    statistic: difference,
    random: () => rng.next(),
  });
  return {
    patients: deletions.length,
    top: mean(deletions.map(({ top }) => top)),
    random: mean(deletions.map(({ random }) => random)),
    difference: difference(deletions),
    ci95,
  };
}

/** What the report says of it. Null: a patient with too few findings. */
export function deletionTable(
  deletions: readonly (Deletion | null)[],
  about: Pick<Table, 'population'>,
): Table {
  const found = faithfulness(deletions.filter((one) => one !== null));
  return {
    id: 'explanation-faithfulness',
    title: `The risk without the ${String(TAKEN_AWAY)} findings that are named first, and without ${String(TAKEN_AWAY)} others`,
    population: about.population,
    n: found?.patients ?? 0,
    notes: [
      `Mean absolute change of the risk of the next 24 h when findings become missing: those with the greatest Shapley values, or as many chosen by chance (${String(RANDOM_CHOICES)} choices for each patient). Interval of the paired difference: bootstrap by patient. Where it lies above 0, the explanations name what the forecast rests on.`,
    ],
    columns: [
      { key: 'top', label: 'named first', format: 'score' },
      { key: 'random', label: 'by chance', format: 'score' },
      { key: 'difference', label: 'difference', format: 'score' },
      { key: 'ci95', label: '95 % CI (bootstrap)', format: 'score' },
    ],
    rows: found
      ? [{ top: found.top, random: found.random, difference: found.difference, ci95: found.ci95 }]
      : [],
  };
}
