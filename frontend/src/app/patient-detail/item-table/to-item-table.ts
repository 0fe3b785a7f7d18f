import {
  NIHSS_ITEMS,
  NIHSS_MOTOR_ITEMS,
  nihssChange,
  type NihssItem,
  type NihssItemScores,
  type ScoreChange,
} from '@endwatch/clinical';
import type { Trajectory } from '@endwatch/contracts';
import { reasonWord } from '../../words/alert-words.ts';
import { EXAMINE_WORDS } from '../../words/examine-words.ts';

type Assessment = Trajectory['assessments'][number];

/** One examination at the head of a column. */
export interface ItemColumn {
  readonly id: string;
  readonly at: string;
  /** Who examined, without the path before the name; null where nobody said. */
  readonly rater: string | null;
  /** Some of the 15 items were not examined, or not testable. */
  readonly partial: boolean;
  /** What the others are compared with. */
  readonly isReference: boolean;
}

export interface ItemCell {
  readonly id: string;
  /** "2", "UN", "–". */
  readonly score: string;
  /** "+2", "−1", "0"; null where nothing can be compared. */
  readonly change: string | null;
  readonly direction: 'worse' | 'better' | 'same' | null;
  /** Under the figure where it needs a word: why untestable, or that only shared items were counted. */
  readonly note: string | null;
  /** The whole of it, for who cannot see the table. */
  readonly spoken: string;
}

export interface ItemRow {
  readonly name: string;
  readonly item: NihssItem | null;
  readonly cells: readonly ItemCell[];
}

export interface ItemTable {
  readonly columns: readonly ItemColumn[];
  readonly total: ItemRow;
  readonly motor: ItemRow;
  readonly motorItems: readonly ItemRow[];
  readonly otherItems: readonly ItemRow[];
}

const MINUS = '−';
const ONLY_SHARED = $localize`:@@items.shared:items tested both times`;

/** The 15 items by examination, newest first, each against the examination that END is counted from; as `detectEnd` counts. */
export function toItemTable(trajectory: Trajectory): ItemTable {
  const examinations = trajectory.assessments
    .filter(({ status }) => status !== 'entered-in-error' && status !== 'cancelled')
    .toSorted((a, b) => Date.parse(b.at) - Date.parse(a.at));
  const reference = referenceOf(trajectory, examinations);
  const isMotor = new Set<NihssItem>(NIHSS_MOTOR_ITEMS);
  const rowOf = (item: NihssItem): ItemRow => ({
    name: EXAMINE_WORDS[item].name,
    item,
    cells: examinations.map((one) => itemCell(item, one, reference)),
  });
  return {
    columns: examinations.map((one) => ({
      id: one.id,
      at: one.at,
      rater: one.rater?.split('/').at(-1) ?? null,
      partial: one.partial,
      isReference: one === reference,
    })),
    total: sumRow($localize`:@@items.total:Total`, examinations, (one) => ({
      sum: one.total,
      change: changeOf(one, reference)?.total ?? null,
    })),
    motor: sumRow($localize`:@@items.motor:Arms and legs`, examinations, (one) => ({
      sum: one.motor,
      change: changeOf(one, reference)?.motor ?? null,
    })),
    motorItems: NIHSS_MOTOR_ITEMS.map(rowOf),
    otherItems: NIHSS_ITEMS.filter((item) => !isMotor.has(item)).map(rowOf),
  };
}

/** Of two examinations at that moment the one that END looks at first: they are in order of rater. */
function referenceOf(
  { assessments, end }: Trajectory,
  shown: readonly Assessment[],
): Assessment | null {
  if (end.reference === null) return null;
  const at = Date.parse(end.reference);
  return assessments.find((one) => Date.parse(one.at) === at && shown.includes(one)) ?? null;
}

function itemsOf(one: Assessment): NihssItemScores {
  return one.items;
}

/** What came before the reference is not compared with it. */
function isCompared(one: Assessment, reference: Assessment | null): reference is Assessment {
  return reference !== null && Date.parse(one.at) > Date.parse(reference.at);
}

function changeOf(
  one: Assessment,
  reference: Assessment | null,
): ReturnType<typeof nihssChange> | null {
  if (!isCompared(one, reference)) return null;
  const of = (each: Assessment) => ({ ...each, items: itemsOf(each) });
  return nihssChange(of(reference), of(one));
}

function itemCell(item: NihssItem, one: Assessment, reference: Assessment | null): ItemCell {
  const score = itemsOf(one)[item];
  const before =
    reference !== null && isCompared(one, reference) ? itemsOf(reference)[item] : undefined;
  const points = typeof score === 'number' && typeof before === 'number' ? score - before : null;
  const why = one.untestable?.[item] ?? null;
  return {
    id: one.id,
    score: score === undefined ? '–' : String(score),
    ...signOf(points),
    note: why === null ? null : reasonWord(why),
    spoken: [spokenScore(score, why), spokenChange(points, false)].join(''),
  };
}

function spokenScore(score: number | 'UN' | undefined, why: string | null): string {
  if (score === undefined) return $localize`:@@items.not-examined:not examined`;
  if (score === 'UN')
    return why === null
      ? $localize`:@@items.untestable:untestable`
      : $localize`:@@items.untestable-why:untestable: ${reasonWord(why)}:why:`;
  return String(score);
}

interface Sum {
  readonly sum: number | null;
  readonly change: ScoreChange | null;
}

function sumRow(
  name: string,
  examinations: readonly Assessment[],
  of: (one: Assessment) => Sum,
): ItemRow {
  const cells = examinations.map((one): ItemCell => {
    const { sum, change } = of(one);
    const isPartial = change?.partial === true;
    return {
      id: one.id,
      score: sum === null ? '–' : String(sum),
      ...signOf(change?.points ?? null),
      note: isPartial ? ONLY_SHARED : null,
      spoken: `${sum === null ? $localize`:@@items.no-sum:no sum` : String(sum)}${spokenChange(change?.points ?? null, isPartial)}`,
    };
  });
  return { name, item: null, cells };
}

function signOf(points: number | null): Pick<ItemCell, 'change' | 'direction'> {
  if (points === null) return { change: null, direction: null };
  if (points > 0) return { change: `+${String(points)}`, direction: 'worse' };
  if (points < 0) return { change: `${MINUS}${String(-points)}`, direction: 'better' };
  return { change: '0', direction: 'same' };
}

function spokenChange(points: number | null, isPartial: boolean): string {
  if (points === null) return '';
  const parts = [
    changeSpoken(points),
    ...(isPartial ? [$localize`:@@items.counted-over:counted over ${ONLY_SHARED}:items:`] : []),
  ];
  return parts.map((part) => `, ${part}`).join('');
}

function changeSpoken(points: number): string {
  if (points === 0) return $localize`:@@words.unchanged:unchanged`;
  return points > 0
    ? $localize`:@@items.worse:${points}:size: worse`
    : $localize`:@@items.better:${-points}:size: better`;
}
