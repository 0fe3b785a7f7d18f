import type { EpochMs } from '@endwatch/clinical';
import type { Episode } from '../course/deterioration.ts';
import type { NihssCourse } from '../course/nihss-course.ts';
import type { MonitorReading } from '../course/vitals.ts';
import type { Traits } from '../patient/traits.ts';
import type { Rng } from '../random/rng.ts';
import type { HouseChoice } from '../reports/house.ts';

/** Everything that is settled about a stay before anything of it is charted. Hours count from admission. */
export interface StayPlan {
  readonly rng: Rng;
  readonly patientId: string;
  readonly admittedAt: EpochMs;
  readonly traits: Traits;
  readonly course: NihssCourse;
  readonly episodes: readonly Episode[];
  readonly dischargeHours: number;
  readonly died: boolean;
  /** Nothing is charted after this; at most the discharge. */
  readonly untilHours: number;
  readonly monitor: MonitorReading | null;
  /** Of the reports. */
  readonly houseStyle: HouseChoice;
  /** Hours of scheduled full NIHSS examinations. */
  readonly examinationHours: readonly number[];
}
