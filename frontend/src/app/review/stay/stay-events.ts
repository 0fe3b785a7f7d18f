import type { StayHistory } from '@endwatch/contracts';
import { dateAndTime } from '../../words/ages.ts';
import { KIND_WORDS, STATE_WORD } from '../../words/alert-words.ts';
import { measured, percent, whole } from '../../words/figures.ts';
import { inputWord, unitWord } from '../../words/input-words.ts';
import { serverWords } from '../../words/server-words.ts';
import type { FrameCell, FrameTable } from '../ui/frame-table.ts';
import { itemWords } from './item-words.ts';

const PARTIAL = $localize`:@@review-stay.event.partial:NIHSS, not all items`;
const NO_TOTAL = $localize`:@@review-stay.event.no-total:no total`;
export const NOT_DONE = $localize`:@@review-stay.event.not-done:not done`;
export const REPORT = $localize`:@@review-stay.event.report:Report`;

interface StayEvent {
  readonly at: string;
  readonly knownAt: string | null;
  readonly what: string;
  readonly value: string;
}

/** The whole stay as one list by the time at which things were true, with the time at which they were known. */
export function eventTable(history: StayHistory): FrameTable {
  const events = [
    ...examined(history),
    ...history.measurements.flatMap(({ name, unit, points }) =>
      points.map(({ at, knownAt, value, comparator }) => ({
        ...{ at, knownAt, what: inputWord(name) },
        value: `${comparator ?? ''}${measured(value)} ${unitWord(unit)}`.trimEnd(),
      })),
    ),
    ...texts(history),
    ...risks(history),
    ...acts(history),
  ].sort((a, b) => Date.parse(a.at) - Date.parse(b.at));
  return {
    words: true,
    columns: [
      $localize`:@@review-stay.event.true-at:True at`,
      $localize`:@@review-stay.event.known-at:Known at`,
      $localize`:@@review-stay.event.what:What`,
      $localize`:@@review-stay.event.value:Value`,
    ],
    rows: events.map(({ at, knownAt, what, value }): FrameCell[] => [
      ...[dateAndTime(Date.parse(at)), knownAt && dateAndTime(Date.parse(knownAt)), what, value],
    ]),
  };
}

function examined({ examinations, due }: StayHistory): StayEvent[] {
  return [
    ...examinations.map((one) => ({
      ...{ at: one.at, knownAt: one.knownAt, what: one.partial ? PARTIAL : 'NIHSS' },
      value: [one.total === null ? NO_TOTAL : String(one.total), itemWords(one)]
        .filter((part) => part !== null)
        .join(': '),
    })),
    ...due.map(({ dueAt, doneAt, lateMinutes }) => ({
      ...{ at: dueAt, knownAt: null, what: $localize`:@@review-stay.event.due:Examination due` },
      value: doneAt === null ? NOT_DONE : lateWords(lateMinutes),
    })),
  ];
}

export function lateWords(minutes: number | null): string {
  return minutes === null || minutes === 0
    ? $localize`:@@review-stay.in-time:done in time`
    : $localize`:@@review-stay.late:done ${whole(minutes)}:minutes: min late`;
}

function texts({ reports, treatments, conditions }: StayHistory): StayEvent[] {
  return [
    // It is on paper too.
    ...reports.map(({ at, knownAt, masked: { title } }) => ({
      ...{ at, knownAt, what: REPORT, value: title ?? '' },
    })),
    ...treatments.map(({ at, knownAt, treatment }) => ({
      ...{ at, knownAt, what: $localize`:@@review-stay.event.treatment:Treatment` },
      value: inputWord(treatment),
    })),
    ...conditions.map(({ at, knownAt, condition }) => ({
      ...{ at, knownAt, what: $localize`:@@review-stay.event.illness:Illness` },
      value: inputWord(condition),
    })),
  ];
}

function risks({ risk, loadedAfterwards }: StayHistory): StayEvent[] {
  const then = loadedAfterwards ? [] : risk.knownThen;
  return [
    ...then.map(({ knownAt, next24h }) => ({
      ...{
        at: knownAt,
        knownAt,
        what: $localize`:@@review-stay.event.shown:Forecast that the board began to show`,
      },
      value: percent(next24h),
    })),
    ...risk.knownNow.map(({ asOf, knownAt, next24h }) => ({
      ...{ at: asOf, knownAt, what: $localize`:@@review-stay.event.stands:Forecast that stands` },
      value: percent(next24h),
    })),
  ];
}

function acts({ alerts }: StayHistory): StayEvent[] {
  return alerts.flatMap(({ kind, transitions }) =>
    transitions.map(({ at, to, by, reason }) => ({
      ...{
        at,
        knownAt: at,
        what: $localize`:@@review-stay.event.alert:Alert: ${KIND_WORDS[kind]}:kind:`,
      },
      value: `${STATE_WORD[to]}, ${by}. ${serverWords(reason)}`,
    })),
  );
}
