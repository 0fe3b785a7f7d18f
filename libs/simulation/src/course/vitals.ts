import { HOUR } from '@endwatch/clinical';
import type { MeasurementFact, ObservationRecord } from '@endwatch/clinical';
import type { StayPlan } from '../stay/stay-plan.ts';
import { charted, measurement, timesOf } from './chart.ts';
import { signsAt } from './deterioration.ts';
import { itemsAt } from './nihss-course.ts';
import type { Rng } from '../random/rng.ts';

/** Share of rounds of which one value is an artefact that a plausibility check lets through (cuff slipped, sensor half off). */
export const ARTEFACT_RATE = 0.004;
/** Shares of rounds in which this was not taken. */
export const VITALS_MISSING = {
  bloodPressure: 0.03,
  heartRate: 0.02,
  respiration: 0.25,
  saturation: 0.06,
} as const;

/** Hours count from admission. */
export interface MonitorReading {
  readonly fromHours: number;
  readonly everyMinutes: number;
}

/**
 * Hours at which vitals are due: after thrombolysis every 15 min for 2 h, every 30 min for 6 h, hourly to 24 h (AHA/ASA); otherwise hourly on
 * the first two days, then every 4 h.
 */
function roundsDue(lysed: boolean, untilHours: number): number[] {
  const due: number[] = [];
  let at = 0.1;
  while (at <= untilHours) {
    due.push(at);
    if (lysed && at < 2) at += 0.25;
    else if (lysed && at < 8) at += 0.5;
    else at += at < 48 ? 1 : 4;
  }
  return due;
}

/** The rounds, and after `monitor.fromHours` the monitor's own readings instead where they come more often. */
export function vitalsDue(
  lysed: boolean,
  untilHours: number,
  monitor: MonitorReading | null = null,
): number[] {
  const rounds = roundsDue(lysed, untilHours);
  if (monitor === null) return rounds;
  const due = rounds.filter((hours) => hours < monitor.fromHours);
  for (let at = monitor.fromHours; at <= untilHours; at += monitor.everyMinutes / 60) due.push(at);
  return due;
}

/** Slow wandering of a value around its level: first-order autoregression with a memory of about `tauHours`. */
function wandering(rng: Rng, sd: number, tauHours: number): (hours: number) => number {
  let last = sd * rng.normal();
  let lastHours = 0;
  return (hours) => {
    const keep = Math.exp(-Math.max(0, hours - lastHours) / tauHours);
    last = keep * last + sd * Math.sqrt(1 - keep * keep) * rng.normal();
    lastHours = hours;
    return last;
  };
}

interface Round {
  readonly hours: number;
  /** 0 = calm; 1 = as a deterioration usually shows. */
  readonly signs: number;
  /** −1 at night to 1 in the afternoon. */
  readonly daytime: number;
}

type Reader = (round: Round) => MeasurementFact[];

function bloodPressure(rng: Rng, plan: StayPlan): Reader {
  const { systolic, diastolic } = plan.traits.level;
  const drift = wandering(rng, 8, 3);
  return ({ hours, signs, daytime }) => {
    // Pressure falls by itself over the first days after a stroke.
    const settle = 14 * (1 - Math.exp(-hours / 40));
    const wander = drift(hours);
    const sbp = systolic - settle + wander + 4 * rng.normal() + 4 * daytime + 13 * signs;
    const dbp =
      diastolic - 0.5 * settle + 0.5 * wander + 3 * rng.normal() + 2 * daytime + 6 * signs;
    const artefact = rng.chance(ARTEFACT_RATE);
    const upper = Math.min(260, Math.max(70, artefact ? sbp - 55 : sbp));
    const lower = Math.min(upper - 12, Math.max(35, artefact ? dbp - 30 : dbp));
    return [measurement('systolic-bp', upper, 0), measurement('diastolic-bp', lower, 0)];
  };
}

function heartRate(rng: Rng, plan: StayPlan): Reader {
  const { level, conditions } = plan.traits;
  const drift = wandering(rng, conditions.includes('atrial-fibrillation') ? 8 : 5, 3);
  return ({ hours, signs, daytime }) => {
    const calm = level.heartRate + drift(hours) + 2.5 * rng.normal() + 3 * daytime + 9 * signs;
    const value = rng.chance(ARTEFACT_RATE) ? rng.pick([38, 172, 205]) : calm;
    return [measurement('heart-rate', Math.min(190, Math.max(38, value)), 0)];
  };
}

function respiration(rng: Rng, plan: StayPlan): Reader {
  return ({ signs }) => {
    const value = plan.traits.level.respiratoryRate + 1.4 * rng.normal() + 2 * signs;
    return [measurement('respiratory-rate', Math.min(45, Math.max(8, value)), 0)];
  };
}

function saturation(rng: Rng, plan: StayPlan): Reader {
  return ({ signs }) => {
    const calm = plan.traits.level.saturation + 0.8 * rng.normal() - 1 * signs;
    const value = rng.chance(ARTEFACT_RATE) ? rng.between(70, 84) : calm;
    return [measurement('oxygen-saturation', Math.min(100, Math.max(70, value)), 0)];
  };
}

function temperature(rng: Rng, plan: StayPlan): Reader {
  return ({ signs, daytime }) => {
    const value =
      plan.traits.level.temperature + 0.18 * rng.normal() + 0.15 * daytime + 0.35 * signs;
    return [measurement('temperature', Math.min(41, Math.max(35, value)), 1)];
  };
}

function comaScale(rng: Rng, plan: StayPlan): Reader {
  return ({ hours }) => {
    const items = itemsAt(plan.course, hours);
    const lost = 2 * items['1a'] + items['1b'] + items['1c'] + (items['9'] > 1 ? 1 : 0);
    const noise = rng.chance(0.08) ? rng.pick([-1, 1]) : 0;
    return [measurement('gcs', Math.min(15, Math.max(3, 15 - lost + noise)), 0)];
  };
}

interface Instrument {
  readonly id: string;
  readonly read: Reader;
  readonly missing: number;
  /** Least hours between two readings; 0 = at every round. */
  readonly every: number;
}

function instruments(plan: StayPlan): Instrument[] {
  const rng = plan.rng.fork('vitals');
  const missing = VITALS_MISSING;
  return [
    {
      id: 'bp',
      read: bloodPressure(rng.fork('bp'), plan),
      missing: missing.bloodPressure,
      every: 0,
    },
    { id: 'hr', read: heartRate(rng.fork('hr'), plan), missing: missing.heartRate, every: 0 },
    { id: 'rr', read: respiration(rng.fork('rr'), plan), missing: missing.respiration, every: 2 },
    { id: 'spo2', read: saturation(rng.fork('spo2'), plan), missing: missing.saturation, every: 1 },
    { id: 'temp', read: temperature(rng.fork('temp'), plan), missing: 0.04, every: 4 },
    { id: 'gcs', read: comaScale(rng.fork('gcs'), plan), missing: 0.1, every: 4 },
  ];
}

/** −1 in the small hours, 1 in the afternoon. */
function daytimeAt(at: number): number {
  return Math.sin(((at / HOUR - 9) / 24) * 2 * Math.PI);
}

/** All vitals of the stay. Blood pressure is one record of two facts; everything else one record each. */
export function chartVitals(plan: StayPlan): ObservationRecord[] {
  const rng = plan.rng.fork('vitals/rounds');
  const tools = instruments(plan);
  const lastAt = new Map<string, number>();
  const records: ObservationRecord[] = [];
  for (const [n, due] of vitalsDue(plan.traits.lysed, plan.untilHours, plan.monitor).entries()) {
    const hours = due + rng.between(-0.04, 0.04);
    const at = plan.admittedAt + hours * HOUR;
    const round = { hours, signs: signsAt(plan.episodes, hours), daytime: daytimeAt(at) };
    // One round in twelve is written down later by hand.
    const delay = rng.chance(1 / 12) ? rng.between(8, 40) : rng.between(0.1, 2);
    const times = timesOf(rng, at, delay);
    for (const tool of tools) {
      if (due - (lastAt.get(tool.id) ?? -99) < tool.every - 0.01) continue;
      if (rng.chance(tool.missing)) continue;
      lastAt.set(tool.id, due);
      const id = `${tool.id}-${String(n)}`;
      records.push(
        charted({
          patientId: plan.patientId,
          id,
          times,
          facts: tool.read(round),
          source: 'monitor',
        }),
      );
    }
  }
  return records;
}
