import type { ToldAdministrator, ToldAlarm } from '@endwatch/contracts';
import { dateAndTime } from '../../words/ages.ts';
import { administrators as administratorsOf, nOf } from '../counts.ts';
import { type Cell, type Section, plain } from '../quality/section.ts';

type Told = NonNullable<ToldAlarm['alarm']>;

/** Who knows of the alarm, and whom nothing reached. */
export function toldSection({ administrators, toldAt }: Told): Section {
  return {
    heading: $localize`:@@review-drift.told.title:Who knows of the alarm?`,
    n: nOf(administratorsOf(administrators.length)),
    counts: `${unreachedWords(administrators)} ${$localize`:@@review-drift.told.counts:Sent ${dateAndTime(Date.parse(toldAt))}:time: to each administrator by their first way to be reached, and shown to them on every page until they have opened this one.`}`,
    table: {
      caption: $localize`:@@review-drift.told.table:Administrators and whether they know of the alarm`,
      columns: [
        $localize`:@@review-drift.told.who:Administrator`,
        $localize`:@@review-drift.told.outcome:Knows of it`,
      ],
      rows: administrators.map((one) => [
        { text: one.name, small: one.username },
        outcomeCell(one),
      ]),
      empty: $localize`:@@review-drift.told.none:There is no administrator.`,
      words: true,
    },
  };
}

function unreachedWords(administrators: readonly ToldAdministrator[]): string {
  const names = administrators
    .filter(({ outcome }) => outcome === 'unreached')
    .map(({ name }) => name)
    .join(', ');
  return names === ''
    ? $localize`:@@review-drift.told.all:Nobody was out of reach.`
    : $localize`:@@review-drift.told.unreached:Could not be reached and have not seen it: ${names}:names:.`;
}

function outcomeCell({ outcome, seenAt }: ToldAdministrator): Cell {
  const words = OUTCOMES[outcome];
  return seenAt === null ? plain(words) : { text: words, small: dateAndTime(Date.parse(seenAt)) };
}

const OUTCOMES: Readonly<Record<ToldAdministrator['outcome'], string>> = {
  seen: $localize`:@@review-drift.told.seen:Has seen it`,
  reached: $localize`:@@review-drift.told.reached:Was sent it, has not opened it yet`,
  waiting: $localize`:@@review-drift.told.waiting:On its way`,
  unreached: $localize`:@@review-drift.told.not:Could not be reached: no way is set up, or none of them worked`,
  later: $localize`:@@review-drift.told.later:Became an administrator after it was told`,
};
