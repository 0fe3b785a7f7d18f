import { DAY, type EpochMs } from '@endwatch/clinical';
import { planImport, PLANNED_AHEAD, type ImportPlan } from '../domain/on-call/import-rota.ts';
import type { Duty, Interval } from '../domain/on-call/rota.ts';
import type { AccountStore } from './account-store.ts';
import type { Clock } from './ports.ts';
import type { RotaCalendar } from './rota-calendar.ts';
import { isOnTheRota } from './rota-people.ts';
import type { RotaStore } from './rota-store.ts';

interface Parts {
  readonly rota: RotaStore;
  readonly accounts: Pick<AccountStore, 'accounts'>;
  readonly calendar: RotaCalendar;
  readonly clock: Clock;
  readonly newId: () => string;
  /** Of the site. */
  readonly timeZone: string;
}

export interface ImportAsked {
  readonly text: string;
  readonly by: string;
  /** True: nothing is changed. */
  readonly dryRun: boolean;
  readonly chosen: { readonly ward: string | null; readonly duty: Duty | null };
  readonly wardProblem: (ward: string | null) => string | null;
}

export type Imported =
  | { readonly outcome: 'done'; readonly plan: ImportPlan }
  | { readonly outcome: 'no-calendar'; readonly problem: string }
  /** Somebody changed the rota at the same time. */
  | { readonly outcome: 'overtaken' };

const SHOWN_BACK = 31 * DAY;
/** Further back than any shift that a file of ours can name. */
const LOOKED_BACK = 400 * DAY;

/** The rota to and from calendars. */
export class RotaExchange {
  readonly #parts: Parts;

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  /** @param shows whether a shift of a ward is to be in it; null = one for every ward */
  async calendar(
    shows: (ward: string | null) => boolean,
    { wardNames, within }: { wardNames: ReadonlyMap<string, string>; within?: Partial<Interval> },
  ): Promise<string> {
    const { rota, accounts, calendar, clock, timeZone } = this.#parts;
    const now = clock.now();
    const from = within?.from ?? now - SHOWN_BACK;
    const span = { from, to: within?.to ?? Math.max(now, from) + PLANNED_AHEAD };
    const [shifts, people] = await Promise.all([rota.shifts(span), accounts.accounts()]);
    const names = new Map(people.map(({ username, name }) => [username, name]));
    const named = shifts
      .filter(({ ward }) => shows(ward))
      .map((shift) => ({
        ...{ shift, name: names.get(shift.username) ?? shift.username },
        wardName: shift.ward === null ? null : (wardNames.get(shift.ward) ?? shift.ward),
      }));
    return calendar.write(named, { timeZone, now });
  }

  /** What can be understood is taken, all in one; the rest is told of. */
  async import({ text, by, dryRun, ...asked }: ImportAsked): Promise<Imported> {
    const { rota, accounts, calendar, clock, timeZone, newId } = this.#parts;
    const now = clock.now();
    const contents = await calendar.read(text, { timeZone, now });
    if (!contents.ok) return { outcome: 'no-calendar', problem: contents.problem };
    const [shifts, people] = await Promise.all([
      rota.shifts(reach(contents.entries, now)),
      accounts.accounts(),
    ]);
    const { entries } = contents;
    const able = people.filter(isOnTheRota);
    const plan = planImport({ ...asked, entries, shifts, people: able, now, newId });
    const refused = [...contents.refused, ...plan.refused].toSorted((a, b) => a.line - b.line);
    const whole = { ...plan, refused };
    if (dryRun || isEmpty(plan)) return { outcome: 'done', plan: whole };
    const withdraw = [...plan.withdraw, ...plan.change.map(({ before }) => before)];
    const change = {
      withdraw: withdraw.map(({ id }) => id),
      add: [...plan.add, ...plan.change.map(({ after }) => after)],
    };
    if (!(await rota.change({ ...change, by, at: now }))) return { outcome: 'overtaken' };
    return { outcome: 'done', plan: whole };
  }
}

/** Shifts that an import may be about: those it names, and those in its way. */
function reach(entries: readonly Interval[], now: EpochMs): Interval {
  const from = entries.reduce((least, entry) => Math.min(least, entry.from), now);
  return { from: Math.max(from, now - LOOKED_BACK) - DAY, to: now + PLANNED_AHEAD + 31 * DAY };
}

function isEmpty({ add, change, withdraw }: ImportPlan): boolean {
  return add.length + change.length + withdraw.length === 0;
}
