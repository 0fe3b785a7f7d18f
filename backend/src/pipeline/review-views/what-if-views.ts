import type { ReviewPolicy, WhatIfFigures, WhatIfPreset, WhatIfReview } from '@endwatch/contracts';
import type { AlertPolicy } from '../../domain/alerting/alert-policy.ts';
import { aboutOf } from '../../domain/review/about.ts';
import { forecastEndAtOf } from '../../domain/review/follow-up.ts';
import { inTurn, type Pause } from '../../domain/review/pause.ts';
import type { StayFilter } from '../../domain/review/stay-filter.ts';
import { WHAT_IF_DEFINITIONS } from '../../domain/review/what-if/definitions.ts';
import { reviewPolicyOf } from '../../domain/review/what-if/policy.ts';
import {
  CURVE_THRESHOLDS,
  findPreset,
  withThreshold,
} from '../../domain/review/what-if/presets.ts';
import { tryPolicy, tryToday } from '../../domain/review/what-if/try-policy.ts';
import type { HeldCohort } from './packed-cohorts.ts';
import { worked, type Moment, type ViewParts, type Worked } from './view-parts.ts';

/** When forecasts ring today. */
export interface PoliciesToday {
  readonly house: AlertPolicy;
  /** Of wards with limits of their own. */
  readonly own: ReadonlyMap<string, AlertPolicy>;
  /** Of the wards that are looked at: that of the ward where it is one, else that of the house. */
  readonly shown: AlertPolicy;
}

interface PolicyQuestion extends Moment {
  readonly filter: StayFilter;
  readonly today: PoliciesToday;
  readonly policy: ReviewPolicy;
}

interface WhatIfQuestion extends PolicyQuestion {
  readonly preset: WhatIfPreset | null;
  readonly curve: boolean;
}

export async function whatIfView(
  { packed }: ViewParts,
  { filter, today, policy, preset, curve, now }: WhatIfQuestion,
  pause: Pause,
): Promise<Worked<WhatIfReview>> {
  const held = await packed.of(filter, now);
  const began = performance.now();
  const ofToday = tryOfToday(held, today);
  const tookMs = performance.now() - began;
  const tryOne = (one: ReviewPolicy): Promise<WhatIfFigures> =>
    inTurn(pause, () => tried(held, one, today.shown));
  const found = preset === null ? null : await findPreset(preset, policy, tryOne);
  const figures = found?.figures ?? (await tryOne(policy));
  const points: WhatIfFigures[] = [];
  for (const on of curve ? CURVE_THRESHOLDS : []) {
    points.push(await tryOne(withThreshold(figures.policy, on)));
  }
  return worked({
    ...aboutHeld(held),
    ...{ scores: held.packed.scores, asked: figures, today: ofToday },
    ownLimits: ownAmong(held, today),
    ...{ preset, presetReached: found?.reached ?? null },
    ...{ curve: curve ? points : null, tookMs },
  });
}

export interface TriedPolicy {
  readonly stays: number;
  readonly ends: number;
  readonly patientDays: number;
  readonly proposed: WhatIfFigures;
  readonly today: WhatIfFigures;
}

/** The figures of a proposal. */
export async function proposalView(
  { packed }: ViewParts,
  { filter, today, policy, now }: PolicyQuestion,
): Promise<Worked<TriedPolicy>> {
  const held = await packed.of(filter, now);
  const { stays, ends, patientDays } = aboutHeld(held);
  return worked({
    ...{ stays, ends, patientDays, today: tryOfToday(held, today) },
    proposed: tried(held, policy, today.shown),
  });
}

/** A cohort that is held does not change, so neither does what a policy makes of it. */
function tried(
  { packed, tried: known }: HeldCohort,
  policy: ReviewPolicy,
  shown: AlertPolicy,
): WhatIfFigures {
  const key = JSON.stringify([policy, shown]);
  const figures = known.get(key) ?? tryPolicy(packed, policy, shown);
  known.set(key, figures);
  return figures;
}

function tryOfToday({ packed }: HeldCohort, { house, own, shown }: PoliciesToday): WhatIfFigures {
  return tryToday(
    packed,
    reviewPolicyOf(shown),
    (ward) => (ward === null ? undefined : own.get(ward)) ?? house,
  );
}

function ownAmong({ stays }: HeldCohort, { own }: PoliciesToday): string[] {
  const wards = new Set(stays.map(({ ward }) => ward));
  return [...own.keys()].filter((ward) => wards.has(ward));
}

function aboutHeld({ stays, at, packed: { patientDays } }: HeldCohort): ReturnType<typeof aboutOf> {
  return aboutOf(stays, at, {
    ...{ patientDays, definitions: WHAT_IF_DEFINITIONS, endAt: forecastEndAtOf },
  });
}
