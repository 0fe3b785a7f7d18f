import { DAY, type EpochMs } from '@endwatch/clinical';
import { dutiesIn } from './duty-words.ts';
import { listed, personOf, type Listed, type Person } from './person-of.ts';
import { calendarUidOf, inPlaceOf, inTheWay, type Duty, type Shift } from './rota.ts';

/** One event of a calendar, as far as it says something. */
export interface CalendarEntry {
  readonly uid: string;
  /** Where it begins in the file, from 1. */
  readonly line: number;
  readonly summary: string;
  readonly from: EpochMs;
  readonly to: EpochMs;
  readonly cancelled: boolean;
  /** Who takes part, as a file of ours says it. */
  readonly usernames: readonly string[];
  readonly duty: Duty | null;
  /** Null = every ward; undefined = it does not say. */
  readonly ward?: string | null | undefined;
  readonly cover: boolean;
}

/** An event that becomes no shift, and why. */
export interface Refusal {
  readonly line: number;
  readonly summary: string;
  /** When it begins, where that could be read. */
  readonly from: EpochMs | null;
  readonly reason: string;
}

export interface ImportQuestion {
  readonly entries: readonly CalendarEntry[];
  /** Those that hold. */
  readonly shifts: readonly Shift[];
  /** Who can be put on the rota. */
  readonly people: readonly Person[];
  /** For events that do not say. */
  readonly chosen: { readonly ward: string | null; readonly duty: Duty | null };
  /** Why a shift of a ward cannot be made; null = it can. */
  readonly wardProblem: (ward: string | null) => string | null;
  readonly now: EpochMs;
  readonly newId: () => string;
}

export interface ImportPlan {
  readonly unchanged: number;
  readonly add: readonly Shift[];
  readonly change: readonly { readonly before: Shift; readonly after: Shift }[];
  readonly withdraw: readonly Shift[];
  readonly refused: readonly Refusal[];
}

/** As far ahead as a rota is planned. */
export const PLANNED_AHEAD: number = 400 * DAY;

/**
 * What a calendar would change in the rota. An event is known again by its UID; one that says the same as a shift changes nothing, so that a file
 * read twice is as good as once. Nothing is guessed: who or what is not clear is refused with a reason, and no shift is laid over another one.
 */
export function planImport(question: ImportQuestion): ImportPlan {
  const known = new Map(question.shifts.map((shift) => [calendarUidOf(shift), shift]));
  const slots = new Set(question.shifts.map(slotOf));
  const plan = { unchanged: 0, withdraw: [] as Shift[], refused: [] as Refusal[] };
  const moves: Move[] = [];
  const people = listed(question.people);
  for (const entry of question.entries) {
    const before = known.get(entry.uid) ?? null;
    const read = entry.cancelled
      ? cancelled(before, question)
      : shiftOf(entry, before, { ...question, people });
    if (typeof read === 'string') plan.refused.push(refusal(entry, read));
    else if (entry.cancelled) plan.withdraw.push(read);
    else if (slots.has(slotOf(read))) plan.unchanged += 1;
    else moves.push({ entry, before, after: read });
  }
  const made = makeRoom(question, moves, plan.withdraw);
  const refused = [...plan.refused, ...made.refused].toSorted((a, b) => a.line - b.line);
  return { ...plan, ...made, refused };
}

interface Move {
  readonly entry: CalendarEntry;
  readonly before: Shift | null;
  readonly after: Shift;
}

/** What goes makes room first: two events that exchanged their times do not stand in each other's way. */
function makeRoom(
  { shifts, people, now }: ImportQuestion,
  moves: readonly Move[],
  withdrawn: readonly Shift[],
): Pick<ImportPlan, 'add' | 'change' | 'refused'> {
  const add: Shift[] = [];
  const change: { before: Shift; after: Shift }[] = [];
  const refused: Refusal[] = [];
  const names = new Map(people.map(({ username, name }) => [username, name]));
  const nameOf = (username: string): string => names.get(username) ?? username;
  const gone = new Set([...withdrawn, ...moves.flatMap(({ before }) => before ?? [])]);
  const left = shifts.filter((shift) => !gone.has(shift));
  for (const { entry, before, after } of moves) {
    const problem =
      outOfTime(entry, before, now) ?? inTheWay(left, { ...after, replaces: null }, nameOf);
    if (problem !== null) {
      refused.push(refusal(entry, problem));
      if (before !== null) left.push(before);
      continue;
    }
    left.push(after);
    if (before === null) add.push(after);
    else change.push({ before, after });
  }
  return { add, change, refused };
}

function cancelled(known: Shift | null, question: ImportQuestion): Shift | string {
  if (known === null) return 'it is cancelled, and there is no such shift';
  if (known.to <= question.now) return 'a shift that is over stays as it was';
  return question.wardProblem(known.ward) ?? known;
}

function shiftOf(
  entry: CalendarEntry,
  known: Shift | null,
  { chosen, people, wardProblem, newId }: ImportQuestion & { readonly people: readonly Listed[] },
): Shift | string {
  const person = personOf(entry, people, known?.username ?? null);
  if (!person.ok) return person.problem;
  const before = known ?? chosen;
  const duty = dutyOf(entry, before.duty);
  if (typeof duty !== 'string') return duty.problem;
  const { from, to, uid, ward = before.ward } = entry;
  const problem = wardProblem(ward) ?? (known && wardProblem(known.ward));
  if (problem !== null) return problem;
  const read = { id: newId(), username: person.username, duty, ward, from, to };
  if (known !== null) return inPlaceOf(known, read);
  const origin = entry.cover ? 'cover' : 'planned';
  return { ...read, origin, replaces: null, calendarUid: uid };
}

function dutyOf(
  { duty, summary }: CalendarEntry,
  before: Duty | null,
): Duty | { readonly problem: string } {
  const said = new Set([...(duty ? [duty] : []), ...dutiesIn(summary)]);
  if (said.size > 1) return { problem: 'it says more than one duty' };
  const [one = before] = said;
  return one ?? { problem: 'it does not say as what they are on duty' };
}

function outOfTime(entry: CalendarEntry, known: Shift | null, now: EpochMs): string | null {
  if (entry.to <= entry.from) return 'it ends before it begins';
  if (entry.to <= now || (known !== null && known.to <= now)) {
    return 'it is over: the rota stays as it was';
  }
  return entry.from > now + PLANNED_AHEAD ? 'it is more than 400 days ahead' : null;
}

function slotOf({ ward, duty, username, from, to }: Shift): string {
  return JSON.stringify([ward, duty, username, from, to]);
}

function refusal({ line, summary, from }: CalendarEntry, reason: string): Refusal {
  return { line, summary, from, reason };
}
