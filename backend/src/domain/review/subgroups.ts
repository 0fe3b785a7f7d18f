import type { OutcomeSubgroups } from '@endwatch/contracts';
import { aucEstimate, subgroupAuc, wilsonInterval, type AucEstimate } from '@endwatch/statistics';
import {
  followed,
  groupByBand,
  LeftOut,
  type Counted,
  type FollowedStay,
  type Grouping,
  type Left,
} from './outcome-groups.ts';
import { inTurns, turnOf } from './pause.ts';
import type { ReviewStay } from './review-stay.ts';

type Level = OutcomeSubgroups['overall'];
type Factor = OutcomeSubgroups['factors'][number];

interface Rule {
  readonly key: Factor['key'];
  readonly with: string;
  readonly without: string;
  /** Null where not known. */
  readonly holds: (stay: ReviewStay) => boolean | null;
}

const has =
  (condition: string): Rule['holds'] =>
  ({ conditions }) =>
    conditions.includes(condition);

/** The paper's subgroups, and age and sex: limits as in the evaluation of the model. */
const RULES: readonly Rule[] = [
  {
    ...{ key: 'nihss', with: 'NIHSS ≥ 8', without: 'NIHSS < 8' },
    holds: ({ admissionNihss: total }) => (total === null ? null : total >= 8),
  },
  {
    ...{ key: 'hypertension', with: 'Hypertension', without: 'No hypertension' },
    holds: has('hypertension'),
  },
  {
    ...{ key: 'atrial-fibrillation', holds: has('atrial-fibrillation') },
    ...{ with: 'Atrial fibrillation', without: 'No atrial fibrillation' },
  },
  { ...{ key: 'diabetes', with: 'Diabetes', without: 'No diabetes' }, holds: has('diabetes') },
  {
    ...{ key: 'age', with: 'Age ≥ 70', without: 'Age < 70' },
    holds: ({ age }) => (age === null ? null : age >= 70),
  },
  {
    ...{ key: 'sex', with: 'Male', without: 'Female' },
    holds: ({ sex }) => (sex === 'male' || sex === 'female' ? sex === 'male' : null),
  },
];

/** Neither 0 nor 1, so that the statistics leave the stay out. */
const UNKNOWN = -1;

export interface Subgroups {
  readonly overall: Level;
  readonly factors: OutcomeSubgroups['factors'];
  readonly left: Left;
}

/** END after the landmark by subgroup, and how well the risk by 7 days at the landmark ranked it. */
export async function subgroupsOf(counted: Counted, grouping: Grouping): Promise<Subgroups> {
  const { pause } = counted;
  const left = new LeftOut();
  const all = followed(await groupByBand(counted, grouping, left), grouping, left);
  const scored = all.filter(({ score }) => score.by7d !== null);
  const y = scored.map(ended);
  const score = scored.map(({ score: { by7d } }) => by7d ?? 0);
  const members = Object.fromEntries(
    RULES.map(({ key, holds }) => [key, scored.map(({ stay }) => codeOf(holds(stay)))]),
  ) as Record<Factor['key'], number[]>;
  await turnOf(pause);
  const tested = subgroupAuc({ y, score }, members);
  await turnOf(pause);
  return {
    overall: levelOf('All', all, aucEstimate(y, score)),
    factors: await inTurns(RULES, pause, (rule) => {
      const { p, pHolm, with: present, without } = tested[rule.key];
      const of = (value: boolean): FollowedStay[] =>
        all.filter(({ stay }) => rule.holds(stay) === value);
      return {
        key: rule.key,
        with: levelOf(rule.with, of(true), present),
        without: levelOf(rule.without, of(false), without),
        unknown: all.filter(({ stay }) => rule.holds(stay) === null).length,
        ...{ p, pHolm },
      };
    }),
    left: left.list,
  };
}

function codeOf(holds: boolean | null): number {
  return holds === null ? UNKNOWN : Number(holds);
}

function ended({ followUp }: FollowedStay): 0 | 1 {
  return followUp.event === 'end' ? 1 : 0;
}

function levelOf(label: string, own: readonly FollowedStay[], auc: AucEstimate): Level {
  const ends = own.filter((one) => ended(one) === 1).length;
  const interval = wilsonInterval(ends, own.length);
  return {
    ...{ label, stays: own.length, ends },
    share: own.length === 0 ? null : ends / own.length,
    ci95: interval && [...interval],
    auc: auc.auc,
    aucCi95: auc.ci95 === null ? null : [...auc.ci95],
  };
}
