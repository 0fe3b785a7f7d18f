import { HOUR } from '@endwatch/clinical';
import type { ClinicalRecord, EncounterLocation, EpochMs } from '@endwatch/clinical';
import { drawEpisodes, drawOnsetHours, trueHazards } from '../course/deterioration.ts';
import { chartExaminations, EXAMINATION_HOURS } from '../course/examinations.ts';
import { chartLaboratory } from '../course/laboratory.ts';
import { drawCourse } from '../course/nihss-course.ts';
import { chartVitals } from '../course/vitals.ts';
import type { MonitorReading } from '../course/vitals.ts';
import { birthDateAt, personName } from '../patient/person-name.ts';
import { drawTraits } from '../patient/traits.ts';
import type { Traits } from '../patient/traits.ts';
import type { Rng } from '../random/rng.ts';
import { chartReports } from '../reports/chart-reports.ts';
import type { HouseChoice } from '../reports/house.ts';
import { chartAdministration } from './chart-administration.ts';
import type { Person } from './chart-administration.ts';
import type { StayPlan } from './stay-plan.ts';

/** Decides what is otherwise drawn, for a ward that has something to show. */
export interface StayWish {
  /** Latent severity, standard normal: 2 is a very sick patient. */
  readonly severity?: number;
  /** True onset of END in hours from admission, or null for none. */
  readonly endHours?: number | null;
  /** Points that END adds to the NIHSS. */
  readonly worsening?: number;
  /** Hours from admission to discharge. */
  readonly dischargeHours?: number;
  readonly name?: string;
}

export interface StayOptions {
  readonly rng: Rng;
  readonly patientId: string;
  readonly admittedAt: EpochMs;
  /** Hours from admission of which records are produced; default: the whole stay, at most 14 days. */
  readonly hours?: number;
  /** Hours of scheduled full NIHSS examinations; default: 0, 6, 12, 18, 24, 36, 48, 60 h, then daily. The first is the admission examination. */
  readonly nihssSchedule?: readonly number[];
  /** Where the patient lies, for the encounter; default: nowhere. */
  readonly location?: EncounterLocation;
  /** A monitor that is read by itself: vitals every so often from that hour on, on top of the rounds. */
  readonly monitor?: MonitorReading;
  /** As which house all reports are written; default: either house, by chance. Nothing else of the stay depends on it. */
  readonly houseStyle?: HouseChoice;
  readonly wish?: StayWish;
}

export interface SimulatedStay {
  readonly patientId: string;
  readonly admittedAt: EpochMs;
  readonly sex: 'female' | 'male';
  /** `YYYY-MM-DD` */
  readonly birthDate: string;
  readonly name: string;
  readonly traits: Traits;
  /** Everything charted, by effective time. Issued, broker and ingest times are delayed as on a ward: laboratory 40–90 min, reports 30–120 min. */
  readonly records: ClinicalRecord[];
  /**
   * Probability of END within each interval of `HAZARD_EDGES_HOURS` given none before: 7 numbers, what the generator knew at admission. A
   * score at admission cannot do better. A later one can: the hours before END leave signs in the values.
   */
  readonly trueHazards: number[];
  /** Hours from admission to the true onset of END (charted later); null = none. */
  readonly endHours: number | null;
  readonly dischargedAt: EpochMs;
  readonly died: boolean;
}

/** Fourteen days is as long as anything is charted. */
const LONGEST_STAY_HOURS = 14 * 24;

interface Ending {
  readonly dischargeHours: number;
  readonly died: boolean;
}

/** About 4 % die (3–6 %), most of them after END. Median stay 12 days. */
function drawEnding(rng: Rng, onsetHours: number | null): Ending {
  if (rng.chance(onsetHours === null ? 0.015 : 0.09)) {
    const from = onsetHours ?? 60;
    return {
      dischargeHours: Math.min(LONGEST_STAY_HOURS, from + rng.between(14, 160)),
      died: true,
    };
  }
  const longer = onsetHours === null ? 0 : 48;
  const drawn = longer + 24 * 11.5 * Math.exp(0.3 * rng.normal());
  return { dischargeHours: Math.min(LONGEST_STAY_HOURS, Math.max(170, drawn)), died: false };
}

function planStay(o: StayOptions, traits: Traits): StayPlan {
  const { rng, wish = {} } = o;
  const drawn = drawOnsetHours(rng.fork('onset'), traits.logRisk);
  const onsetHours = wish.endHours === undefined ? drawn : wish.endHours;
  const ending = drawEnding(rng.fork('ending'), onsetHours);
  const dischargeHours = wish.dischargeHours ?? ending.dischargeHours;
  const untilHours = Math.min(dischargeHours, o.hours ?? LONGEST_STAY_HOURS);
  return {
    rng,
    patientId: o.patientId,
    admittedAt: o.admittedAt,
    traits,
    course: drawCourse(rng.fork('course'), {
      nihss: traits.nihss,
      side: traits.occlusion.side,
      onsetHours,
      ...(wish.worsening === undefined ? {} : { worsening: wish.worsening }),
    }),
    episodes: drawEpisodes(rng.fork('episodes'), onsetHours),
    dischargeHours,
    died: ending.died && wish.dischargeHours === undefined,
    untilHours,
    monitor: o.monitor ?? null,
    houseStyle: o.houseStyle ?? 'mixture',
    examinationHours: o.nihssSchedule ?? EXAMINATION_HOURS,
  };
}

/** One simulated stay. Deterministic in `rng`'s seed and the options. */
export function simulateStay(o: StayOptions): SimulatedStay {
  const severity = o.wish?.severity;
  const traits = drawTraits(o.rng.fork('traits'), severity === undefined ? {} : { severity });
  const plan = planStay(o, traits);
  const person: Person = {
    sex: traits.sex,
    name: o.wish?.name ?? personName(o.rng.fork('name'), traits.sex),
    birthDate: birthDateAt(o.rng.fork('birth'), traits.ageYears, o.admittedAt),
    location: o.location ?? null,
  };
  const records: ClinicalRecord[] = [
    ...chartAdministration(plan, person),
    ...chartVitals(plan),
    ...chartLaboratory(plan),
    ...chartExaminations(plan),
    ...chartReports(plan),
  ];
  records.sort((a, b) => a.times.effectiveAt - b.times.effectiveAt);
  return {
    patientId: o.patientId,
    admittedAt: o.admittedAt,
    sex: person.sex,
    birthDate: person.birthDate,
    name: person.name,
    traits,
    records,
    trueHazards: trueHazards(traits.logRisk),
    endHours: plan.course.onsetHours,
    dischargedAt: Math.round(o.admittedAt + plan.dischargeHours * HOUR),
    died: plan.died,
  };
}
