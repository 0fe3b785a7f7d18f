import { FEATURE_NAMES, featureLabel, featureUnit, type FeatureVector } from '@endwatch/clinical';
import type { ExplainedChange, ExplainedInput } from '@endwatch/contracts';
import type { PlayerShare, RiskShares } from './attribution.ts';

/** As many figures as single precision keeps. */
const FIGURES = 6;

/** Each finding with its value, the largest share first. */
export function explainedInputs(
  { players }: RiskShares,
  features: FeatureVector,
): readonly ExplainedInput[] {
  return players
    .map((player) => ({
      ...named(player),
      ...readingOf(player, features),
      share: player.share,
      standardError: player.standardError,
    }))
    .toSorted(bySize);
}

interface Side {
  readonly shares: RiskShares;
  readonly features: FeatureVector;
}

/** What each finding's share changed by between two scores; findings of either. */
export function explainedChanges(before: Side, after: Side): readonly ExplainedChange[] {
  const then = new Map(before.shares.players.map((player) => [player.name, player]));
  const now = new Map(after.shares.players.map((player) => [player.name, player]));
  return Array.from(new Map([...then, ...now]), ([name, player]) => {
    const [was, is] = [then.get(name), now.get(name)];
    return {
      ...named(player),
      before: was ? readingOf(was, before.features).value : null,
      after: is ? readingOf(is, after.features).value : null,
      isNew: was === undefined,
      share: (is?.share ?? 0) - (was?.share ?? 0),
    };
  }).toSorted(bySize);
}

function named({ name, features }: PlayerShare): { name: string; label: string; unit: string } {
  const lead = leadOf(features);
  if (name === 'report' || lead === null) return { name, label: 'imaging report', unit: '' };
  return { name, label: featureLabel(lead), unit: featureUnit(lead) };
}

function leadOf([first]: readonly number[]): string | null {
  return first === undefined ? null : (FEATURE_NAMES[first] ?? null);
}

/** Of a quantity with its mean, highest and slope the first speaks, which is the newest value where that is known; so of the NIHSS, which is else told as at admission. */
function readingOf(
  { name, features }: PlayerShare,
  { values, ageHours }: FeatureVector,
): { value: number | null; ageHours: number | null } {
  const [first] = features;
  if (name === 'report' || first === undefined) return { value: null, ageHours: null };
  const age = ageHours[first] ?? NaN;
  return {
    value: Number((values[first] ?? 0).toPrecision(FIGURES)),
    ageHours: Number.isNaN(age) ? null : age,
  };
}

function bySize(a: { share: number; name: string }, b: { share: number; name: string }): number {
  return Math.abs(b.share) - Math.abs(a.share) || (a.name < b.name ? -1 : 1);
}
