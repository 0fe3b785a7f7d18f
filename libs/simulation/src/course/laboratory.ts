import { HOUR } from '@endwatch/clinical';
import type { LaboratoryValue, ObservationRecord } from '@endwatch/clinical';
import type { Rng } from '../random/rng.ts';
import type { StayPlan } from '../stay/stay-plan.ts';
import { charted, measurement, timesOf } from './chart.ts';
import { signsAt } from './deterioration.ts';

/** Share of patients of whom this is never measured; 0.02 for what is not named. */
export const NEVER_MEASURED: Readonly<Partial<Record<LaboratoryValue, number>>> = {
  'd-dimer': 0.1,
  fibrinogen: 0.12,
  homocysteine: 0.45,
  hba1c: 0.2,
  crp: 0.06,
  'uric-acid': 0.15,
  aptt: 0.08,
  ldl: 0.08,
};

type Value = readonly [quantity: LaboratoryValue, value: number, digits: number];

const logNormal = (rng: Rng, median: number, sigma: number): number =>
  median * Math.exp(sigma * rng.normal());

/** What stays a patient's own through the stay. */
interface Constitution {
  readonly plan: StayPlan;
  readonly rng: Rng;
  readonly wbc: number;
  readonly platelets: number;
  readonly haemoglobin: number;
  readonly creatinine: number;
  readonly never: ReadonlySet<string>;
}

function constitutionOf(plan: StayPlan): Constitution {
  const rng = plan.rng.fork('laboratory');
  const never = Object.entries(NEVER_MEASURED).filter(([, share]) => rng.chance(share));
  return {
    plan,
    rng,
    // PMC7868420: 6.9 (5.7–8.2); higher where severity is.
    wbc: logNormal(rng, 7.1, 0.25) * Math.exp(0.06 * plan.traits.severity),
    platelets: Math.max(60, 215 + 62 * rng.normal()),
    haemoglobin: Math.max(75, 136 + 16 * rng.normal()),
    creatinine: logNormal(rng, 76, 0.28),
    never: new Set(never.map(([name]) => name)),
  };
}

function bloodCount(c: Constitution, signs: number): Value[] {
  const wbc = c.wbc * Math.exp(0.08 * c.rng.normal() + 0.1 * signs);
  const nlr = c.plan.traits.level.nlr * Math.exp(0.15 * c.rng.normal() + 0.15 * signs);
  // Neutrophils and lymphocytes together are about nine tenths of all.
  const lymphocytes = (0.9 * wbc) / (1 + nlr);
  return [
    ['wbc', wbc, 1],
    ['neutrophils', lymphocytes * nlr, 2],
    ['lymphocytes', Math.max(0.05, lymphocytes), 2],
    ['platelets', c.platelets + 10 * c.rng.normal(), 0],
    ['haemoglobin', c.haemoglobin + 3 * c.rng.normal(), 0],
  ];
}

function chemistry(c: Constitution): Value[] {
  const creatinine = c.creatinine * Math.exp(0.06 * c.rng.normal());
  return [
    ['creatinine', creatinine, 0],
    ['urea', 5.6 * (creatinine / 76) ** 0.6 * Math.exp(0.2 * c.rng.normal()), 1],
    ['sodium', 139.5 + 2.6 * c.rng.normal(), 0],
    ['potassium', Math.max(2.8, 4 + 0.38 * c.rng.normal()), 1],
  ];
}

function admissionOnly(c: Constitution): Value[] {
  const { level, conditions } = c.plan.traits;
  const diabetic = conditions.includes('diabetes');
  return [
    dDimer(c, Math.exp(0.15 * c.rng.normal())),
    ['fibrinogen', level.fibrinogen * Math.exp(0.05 * c.rng.normal()), 2],
    ['crp', Math.max(0.2, level.crp * Math.exp(0.15 * c.rng.normal())), 1],
    ['inr', logNormal(c.rng, 1.04, 0.07), 2],
    ['pt', 11.8 + 0.8 * c.rng.normal(), 1],
    ['aptt', 29.5 + 3 * c.rng.normal(), 1],
    ['uric-acid', Math.max(120, 345 + 95 * c.rng.normal()), 0],
    ['hba1c', Math.max(4.3, (diabetic ? 7.6 : 5.7) + (diabetic ? 1.2 : 0.35) * c.rng.normal()), 1],
  ];
}

/** Fasting, on the first morning. */
function lipids(c: Constitution): Value[] {
  const ldl = logNormal(c.rng, 2.65, 0.3);
  const hdl = logNormal(c.rng, 1.2, 0.22);
  const triglycerides = logNormal(c.rng, 1.45, 0.45);
  return [
    ['ldl', ldl, 2],
    ['hdl', hdl, 2],
    ['triglycerides', triglycerides, 2],
    ['total-cholesterol', ldl + hdl + 0.45 * triglycerides, 2],
    ['homocysteine', c.plan.traits.level.homocysteine * Math.exp(0.08 * c.rng.normal()), 1],
  ];
}

/** Above what an assay reports, values come as "greater than": nobody is simulated so high (mg/L FEU). */
const MOST_D_DIMER = 70;

function dDimer(c: Constitution, factor: number): Value {
  const value = c.plan.traits.level.dDimer * factor;
  return ['d-dimer', Math.min(MOST_D_DIMER, Math.max(0.04, value)), 2];
}

/** C-reactive protein and D-dimer once more on day 3. */
function followUp(c: Constitution, signs: number): Value[] {
  const { level } = c.plan.traits;
  return [
    ['crp', Math.max(0.2, 1.3 * level.crp * Math.exp(0.3 * c.rng.normal() + 0.5 * signs)), 1],
    dDimer(c, Math.exp(0.3 * c.rng.normal() + 0.2 * signs)),
  ];
}

function glucose(c: Constitution, signs: number): Value {
  const value = c.plan.traits.level.glucose * Math.exp(0.1 * c.rng.normal()) + 1.1 * signs;
  return ['glucose', Math.min(30, Math.max(3.2, value)), 1];
}

interface Draw {
  readonly id: string;
  readonly hours: number;
  readonly source: 'laboratory' | 'glucose-meter';
  readonly values: readonly Value[];
}

function draws(c: Constitution): Draw[] {
  const signs = (hours: number): number => signsAt(c.plan.episodes, hours);
  const planned: Draw[] = [];
  const laboratory = (id: string, hours: number, values: readonly Value[]): void => {
    planned.push({ id, hours, source: 'laboratory', values });
  };
  laboratory('l0', 0.3, [
    glucose(c, signs(0.3)),
    ...bloodCount(c, signs(0.3)),
    ...chemistry(c),
    ...admissionOnly(c),
  ]);
  laboratory('lf', 14, lipids(c));
  // Daily for three days, then every two or three.
  for (const day of [1, 2, 3, 5, 7, 10, 12]) {
    const hours = 24 * day + c.rng.between(-3, 3);
    const extra = day === 3 ? followUp(c, signs(hours)) : [];
    laboratory(`l${String(day)}`, hours, [
      ...bloodCount(c, signs(hours)),
      ...chemistry(c),
      ...extra,
    ]);
  }
  for (let hours = 5.5; hours < 48; hours += 6) {
    const id = `gl${String(Math.round(hours))}`;
    planned.push({ id, hours, source: 'glucose-meter', values: [glucose(c, signs(hours))] });
  }
  return planned;
}

/** Laboratory results released after 40–90 min, one record each; a finger-prick glucose every 6 h on the first two days, at once. */
export function chartLaboratory(plan: StayPlan): ObservationRecord[] {
  const c = constitutionOf(plan);
  const records: ObservationRecord[] = [];
  for (const draw of draws(c)) {
    // A stream of its own, so that what is charted does not depend on how long we look.
    const rng = c.rng.fork(draw.id);
    const hours = draw.hours + rng.between(-0.1, 0.2);
    if (hours > plan.untilHours) continue;
    const delay = draw.source === 'laboratory' ? rng.between(40, 90) : rng.between(0.5, 4);
    const times = timesOf(rng, plan.admittedAt + hours * HOUR, delay);
    for (const [quantity, value, digits] of draw.values) {
      if (c.never.has(quantity) || rng.chance(0.02)) continue;
      const facts = [measurement(quantity, value, digits)];
      const id = `${draw.id}-${quantity}`;
      records.push(charted({ patientId: plan.patientId, id, times, facts, source: draw.source }));
    }
  }
  return records;
}
