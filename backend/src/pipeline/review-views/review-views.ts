import type { StayKey } from '../../domain/review/stay-filter.ts';
import { adjudicationView } from './adjudication-view.ts';
import { asKnownView } from './as-known-view.ts';
import {
  cohortsView,
  freshnessView,
  stayKeysView,
  stayRowsView,
  staysView,
} from './cohort-views.ts';
import { endTrialView } from './end-trial-view.ts';
import { incidenceView, subgroupsView, trajectoriesView } from './outcome-views.ts';
import {
  driftView,
  forecastView,
  monthsOverView,
  monthView,
  responseView,
} from './quality-views.ts';
import { stayView } from './stay-view.ts';
import { worked, type Moment, type ViewParts, type Worked } from './view-parts.ts';
import { proposalView, whatIfView } from './what-if-views.ts';

/** Every view of the review, by the name that the audit and files give it. */
export const VIEWS = {
  stays: staysView,
  'stay-rows': stayRowsView,
  'stay-keys': stayKeysView,
  stay: stayView,
  'as-known': asKnownView,
  cohorts: cohortsView,
  freshness: freshnessView,
  trajectories: trajectoriesView,
  incidence: incidenceView,
  subgroups: subgroupsView,
  forecast: forecastView,
  response: responseView,
  adjudications: adjudicationView,
  drift: driftView,
  'what-if': whatIfView,
  proposal: proposalView,
  'end-trial': endTrialView,
  month: monthView,
  'months-over': monthsOverView,
  /** Reads what has changed, so that who asks next need not wait for it. */
  'read-ahead': async ({ reviews }: ViewParts, _question: null): Promise<Worked<null>> => {
    await reviews.warm();
    return worked(null);
  },
} as const;

export type ViewName = keyof typeof VIEWS;
export type Question<View extends ViewName> = Parameters<(typeof VIEWS)[View]>[1];
type Answer<View extends ViewName> = Awaited<ReturnType<(typeof VIEWS)[View]>>;
export type Body<View extends ViewName> = Answer<View>['body'];
export type Beside<View extends ViewName> = Answer<View>['beside'];

/** A view as it goes out. */
export interface WrittenView<View extends ViewName> {
  readonly text: string;
  /** Lines of a table; null of JSON. */
  readonly rows: number | null;
  readonly beside: Beside<View>;
}

/** Who wants it how, and until when. */
export interface Wanted {
  readonly form: 'json' | 'csv';
  /** Aborted when nobody waits for it any more: the work ends. */
  readonly gone?: AbortSignal;
}

/** Stays that leave the house, as a tar archive. */
export interface Archive extends Moment {
  readonly kind: 'fhir' | 'seismometer';
  readonly stays: readonly StayKey[];
  /** From which risk on a forecast rings; seismometer draws it. */
  readonly riskOn: number;
}

/** What is asked of whoever works views out. */
export interface AskedView<View extends ViewName = ViewName> {
  readonly view: View;
  readonly question: Question<View>;
  /** Null = as it is, not as text. */
  readonly form: Wanted['form'] | null;
}

/**
 * Answers questions about stays. Questions and answers are plain data, and what goes out is written where it was worked out: none of it need be done
 * by the thread that a ward waits for. Rejects with a failure of `status` 503 when it could not be worked out just now.
 */
export abstract class ReviewViews {
  async ask<View extends ViewName>(
    view: View,
    question: Question<View>,
    gone?: AbortSignal,
  ): Promise<Body<View>> {
    return (await this.answer({ view, question, form: null }, gone)) as Body<View>;
  }

  /** As text. */
  async write<View extends ViewName>(
    view: View,
    question: Question<View>,
    { form, gone }: Wanted,
  ): Promise<WrittenView<View>> {
    return (await this.answer({ view, question, form }, gone)) as WrittenView<View>;
  }

  /** Piece by piece, each made when it is asked for. */
  abstract archive(archive: Archive, gone?: AbortSignal): AsyncIterable<Uint8Array>;

  protected abstract answer(asked: AskedView, gone?: AbortSignal): Promise<unknown>;
}
