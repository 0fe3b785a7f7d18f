import type { EndResponse, ResponseReview } from '@endwatch/contracts';
import { KIND_WORDS } from '../../words/alert-words.ts';
import { whole } from '../../words/figures.ts';
import { alerts as alertsOf, ends as endsOf, nOf, reminders as remindersOf } from '../counts.ts';
import { NONE, minutesWords, readMinutes, readNumber, readShare } from '../quality/readings.ts';
import { type Cell, type Section, cellOf, plain, stayCell } from '../quality/section.ts';
import { ANSWERED, answeredCells } from './answered.ts';
import { reasonSection } from './reason-section.ts';
import { fatigueSection, hourSection, weekdaySection } from './time-sections.ts';

const ALL_BUT_TECHNICAL = $localize`:@@review-response.kind.all:All but technical`;

/** The whole page but the map of the load, in the order in which it is read. */
export function responseSections(review: ResponseReview): readonly Section[] {
  return [...answeredSections(review), endSection(review), overdueSection(review)];
}

/** Without what lists single stays. */
export function responseFigures(review: ResponseReview): readonly Section[] {
  return [...answeredSections(review), overdueSection(review)];
}

function answeredSections(review: ResponseReview): readonly Section[] {
  return [
    ...[shortSection(review), kindSection(review), hourSection(review), weekdaySection(review)],
    ...[fatigueSection(review), reasonSection(review)],
  ];
}

function shortSection({ overall, perPatientDay, wardShifts, timeZone }: ResponseReview): Section {
  const { shifts, mean, most } = wardShifts;
  return {
    heading: $localize`:@@review.in-short:In short`,
    n: nOf(alertsOf(overall.alerts)),
    counts: $localize`:@@review-response.short.counts:All alerts but technical ones, of stays that Endwatch saw while they lasted. Shifts of 8 h from 06:00, 14:00 and 22:00 (${timeZone}:timeZone:); ${whole(shifts)}:shifts: ward-shifts, those without an alert counted; the busiest had ${whole(most)}:most:.`,
    facts: [
      {
        name: $localize`:@@review-response.short.per-day:Alerts per patient-day`,
        reading: readNumber(perPatientDay),
      },
      {
        name: $localize`:@@review-response.short.per-shift:Alerts per ward-shift`,
        reading: readNumber(mean),
      },
      {
        name: $localize`:@@review-response.short.5:Acknowledged within 5 min`,
        reading: readShare(overall.within5),
      },
      {
        name: $localize`:@@review-response.short.15:Acknowledged within 15 min`,
        reading: readShare(overall.within15),
      },
      {
        name: $localize`:@@review-response.short.30:Acknowledged within 30 min`,
        reading: readShare(overall.within30),
      },
      {
        name: $localize`:@@review-response.time:Time to acknowledge`,
        reading: readMinutes(overall.minutes),
      },
      {
        name: $localize`:@@review-response.escalated:Escalated`,
        reading: readShare(overall.escalated),
      },
      {
        name: $localize`:@@review-response.short.missed:Missed: over, and nobody acknowledged it`,
        reading: readShare(overall.missed),
      },
      {
        name: $localize`:@@review-response.repeated:Repeated`,
        reading: readShare(overall.repeated),
      },
    ],
  };
}

function kindSection({ byKind, overall, perPatientDay }: ResponseReview): Section {
  return {
    heading: $localize`:@@review-response.kind.title:By kind of alert`,
    n: nOf(alertsOf(byKind.reduce((sum, { alerts }) => sum + alerts, 0))),
    counts: $localize`:@@review-response.kind.counts:Technical alerts are in this table only.`,
    table: {
      caption: $localize`:@@review-response.kind.table:How alerts of each kind were answered`,
      columns: [
        $localize`:@@review-response.kind.kind:Kind`,
        $localize`:@@review-response.kind.per-day:Per patient-day`,
        ...ANSWERED,
      ],
      rows: [
        ...byKind.map((row) => [
          plain(KIND_WORDS[row.kind]),
          cellOf(readNumber(row.perPatientDay)),
          ...answeredCells(row),
        ]),
        ...(overall.alerts === 0
          ? []
          : [
              [
                plain(ALL_BUT_TECHNICAL),
                cellOf(readNumber(perPatientDay)),
                ...answeredCells(overall),
              ],
            ]),
      ],
      empty: $localize`:@@review-response.none:No alert was raised in the stays that are counted.`,
    },
  };
}

function endSection({ endToAcknowledged: ends }: ResponseReview): Section {
  return {
    heading: $localize`:@@review-response.end.title:From END to somebody who knew`,
    n: nOf(endsOf(ends.list.length)),
    counts: $localize`:@@review-response.end.counts:From END as charted to have happened, to when Endwatch knew, to the alert, to the person. Charting that came late is in the first step. Slowest first; those never acknowledged on top. Each opens the history of the stay.`,
    facts: [
      {
        name: $localize`:@@review-response.end.total:END to acknowledged`,
        reading: readMinutes(ends.totalMinutes),
      },
      {
        name: $localize`:@@review-response.end.known:until Endwatch knew`,
        reading: readMinutes(ends.toKnownMinutes),
      },
      {
        name: $localize`:@@review-response.end.alert:then until the alert`,
        reading: readMinutes(ends.toRaisedMinutes),
      },
      {
        name: $localize`:@@review-response.end.acknowledged:then until acknowledged`,
        reading: readMinutes(ends.toAcknowledgedMinutes),
      },
      {
        name: $localize`:@@review-response.end.never:Alert of END never acknowledged`,
        reading: readShare(ends.never),
      },
    ],
    table: {
      caption: $localize`:@@review-response.end.table:Each confirmed END, slowest first`,
      columns: [
        $localize`:@@review.end-as-charted:END, as charted`,
        $localize`:@@review-response.end.until-known:Until known`,
        $localize`:@@review-response.end.until-alert:Until alert`,
        $localize`:@@review-response.end.until-acknowledged:Until acknowledged`,
        $localize`:@@review-response.end.in-all:In all`,
      ],
      rows: ends.list.map((end) => [
        stayCell(end),
        ...[end.toKnown, end.toRaised, end.toAcknowledged].map(minutesCell),
        totalCell(end),
      ]),
      empty: $localize`:@@review-response.end.none:No END was confirmed in the stays that are counted.`,
    },
  };
}

function minutesCell(minutes: number | null): Cell {
  return plain(minutes === null ? NONE : minutesWords(minutes));
}

function totalCell({ total, alertId }: EndResponse): Cell {
  if (total !== null) return plain(minutesWords(total));
  return plain(
    alertId === null
      ? $localize`:@@review-response.end.no-alert:No alert`
      : $localize`:@@review-response.end.never-acknowledged:Never acknowledged`,
  );
}

function overdueSection({ overdueExaminations: overdue }: ResponseReview): Section {
  return {
    heading: $localize`:@@review-response.overdue.title:Examinations that were overdue`,
    n: nOf(remindersOf(overdue.reminders)),
    counts: $localize`:@@review-response.overdue.counts:Reminders that NIHSS was not charted within the interval for the patient’s hour, and how long it took until it was.`,
    facts: [
      {
        name: $localize`:@@review-response.overdue.reminders:Reminders`,
        reading: readNumber(overdue.reminders),
      },
      {
        name: $localize`:@@review-response.overdue.per-100:per 100 patient-days`,
        reading: readNumber(overdue.per100PatientDays),
      },
      {
        name: $localize`:@@review-response.overdue.patients:Patients with at least one`,
        reading: readShare(overdue.stays),
      },
      {
        name: $localize`:@@review-response.overdue.time:From the reminder to the examination`,
        reading: readMinutes(overdue.minutesUntilExamined),
      },
      {
        name: $localize`:@@review-response.overdue.60:Examined within 60 min`,
        reading: readShare(overdue.within60),
      },
      {
        name: $localize`:@@review-response.overdue.never:Never examined`,
        reading: readShare(overdue.neverExamined),
      },
    ],
  };
}
