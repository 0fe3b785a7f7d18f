import type {
  OutcomeIncidence,
  OutcomeQuery,
  OutcomeSubgroups,
  OutcomeTrajectories,
  TrajectoryQuery,
} from '@endwatch/contracts';
import { incidenceOf } from '../../domain/review/incidence.ts';
import type { Counted, Grouping } from '../../domain/review/outcome-groups.ts';
import type { Pause } from '../../domain/review/pause.ts';
import { selectStays, type StayFilter } from '../../domain/review/stay-filter.ts';
import { subgroupsOf } from '../../domain/review/subgroups.ts';
import { trajectoriesOf } from '../../domain/review/trajectories.ts';
import { worked, type ViewParts, type Worked } from './view-parts.ts';

interface OutcomeQuestion {
  readonly filter: StayFilter;
  readonly asked: Pick<OutcomeQuery, 'by' | 'known'>;
}

interface TrajectoryQuestion extends OutcomeQuestion {
  readonly asked: Pick<TrajectoryQuery, 'by' | 'known' | 'curves'>;
}

export async function trajectoriesView(
  parts: ViewParts,
  question: TrajectoryQuestion,
  pause: Pause,
): Promise<Worked<OutcomeTrajectories>> {
  const { counted, grouping, about } = await cohortOf(parts, question, pause);
  return worked({ ...about, ...(await trajectoriesOf(counted, grouping, question.asked)) });
}

export async function incidenceView(
  parts: ViewParts,
  question: OutcomeQuestion,
  pause: Pause,
): Promise<Worked<OutcomeIncidence>> {
  const { counted, grouping, about } = await cohortOf(parts, question, pause);
  return worked({ ...about, ...(await incidenceOf(counted, grouping)) });
}

export async function subgroupsView(
  parts: ViewParts,
  question: OutcomeQuestion,
  pause: Pause,
): Promise<Worked<OutcomeSubgroups>> {
  const { counted, grouping, about } = await cohortOf(parts, question, pause);
  return worked({ ...about, ...(await subgroupsOf(counted, grouping)) });
}

interface Cohort {
  readonly counted: Counted;
  readonly grouping: Grouping;
  /** What every view of outcomes says of whom it counts. */
  readonly about: Omit<OutcomeIncidence, 'bands' | 'logRank' | 'left'>;
}

async function cohortOf(
  { reviews, manifest }: ViewParts,
  { filter, asked: { by, known } }: OutcomeQuestion,
  pause: Pause,
): Promise<Cohort> {
  const { flow } = selectStays(await reviews.facts(filter.covered), filter);
  const stays = await reviews.load(filter, pause);
  const hours = by === 'admission' ? null : by;
  const { medium, high } = manifest.thresholds;
  const thresholds = { medium, high };
  return {
    counted: { stays, pause },
    grouping: { landmark: { hours, known, model: filter.model }, thresholds },
    about: {
      ...{ flow: [...flow], landmarkHours: hours, known, thresholds },
      loadedAfterwards: stays.filter(({ loadedAfterwards }) => loadedAfterwards === true).length,
    },
  };
}
