import type { EndResponse, ResponseReview } from '@endwatch/contracts';
import { KIND_WORDS } from '../../words/alert-words.ts';
import { NONE, minutesWords, readMinutes, readNumber, readShare } from '../quality/readings.ts';
import { type Cell, type Section, cellOf, nOf, plain, stayCell } from '../quality/section.ts';
import { ANSWERED, answeredCells } from './answered.ts';
import { fatigueSection, hourSection, weekdaySection } from './time-sections.ts';

/** The whole page but the map of the load, in the order in which it is read. */
export function responseSections(review: ResponseReview): readonly Section[] {
  return [
    ...[shortSection(review), kindSection(review), hourSection(review), weekdaySection(review)],
    ...[fatigueSection(review), endSection(review), overdueSection(review)],
  ];
}

function shortSection({ overall, perPatientDay, wardShifts, timeZone }: ResponseReview): Section {
  const { shifts, mean, most } = wardShifts;
  return {
    heading: 'In short',
    n: nOf(overall.alerts, 'alert'),
    counts: `All alerts but technical ones, of stays that Endwatch saw while they lasted. Shifts of 8 h from 06:00, 14:00 and 22:00 (${timeZone}); ${shifts.toLocaleString('en')} ward-shifts, those without an alert counted; the busiest had ${String(most)}.`,
    facts: [
      { name: 'Alerts per patient-day', reading: readNumber(perPatientDay) },
      { name: 'Alerts per ward-shift', reading: readNumber(mean) },
      { name: 'Acknowledged within 5 min', reading: readShare(overall.within5) },
      { name: 'Acknowledged within 15 min', reading: readShare(overall.within15) },
      { name: 'Acknowledged within 30 min', reading: readShare(overall.within30) },
      { name: 'Time to acknowledge', reading: readMinutes(overall.minutes) },
      { name: 'Escalated', reading: readShare(overall.escalated) },
      { name: 'Missed: over, and nobody acknowledged it', reading: readShare(overall.missed) },
      { name: 'Repeated', reading: readShare(overall.repeated) },
    ],
  };
}

function kindSection({ byKind, overall }: ResponseReview): Section {
  return {
    heading: 'By kind of alert',
    n: nOf(
      byKind.reduce((sum, { alerts }) => sum + alerts, 0),
      'alert',
    ),
    counts: 'Technical alerts are in this table only.',
    table: {
      caption: 'How alerts of each kind were answered',
      columns: ['Kind', 'Per patient-day', ...ANSWERED],
      rows: [
        ...byKind.map((row) => [
          plain(KIND_WORDS[row.kind]),
          cellOf(readNumber(row.perPatientDay)),
          ...answeredCells(row),
        ]),
        ...(overall.alerts === 0
          ? []
          : [[plain('All but technical'), plain(NONE), ...answeredCells(overall)]]),
      ],
      empty: 'No alert was raised in the stays that are counted.',
    },
  };
}

function endSection({ endToAcknowledged: ends }: ResponseReview): Section {
  return {
    heading: 'From END to somebody who knew',
    n: nOf(ends.list.length, 'END', 'END'),
    counts:
      'From END as charted to have happened, to when Endwatch knew, to the alert, to the person. Charting that came late is in the first step. Slowest first; those never acknowledged on top. Each opens the history of the stay.',
    facts: [
      { name: 'END to acknowledged', reading: readMinutes(ends.totalMinutes) },
      { name: 'until Endwatch knew', reading: readMinutes(ends.toKnownMinutes) },
      { name: 'then until the alert', reading: readMinutes(ends.toRaisedMinutes) },
      { name: 'then until acknowledged', reading: readMinutes(ends.toAcknowledgedMinutes) },
      { name: 'Alert of END never acknowledged', reading: readShare(ends.never) },
    ],
    table: {
      caption: 'Each confirmed END, slowest first',
      columns: ['END, as charted', 'Until known', 'Until alert', 'Until acknowledged', 'In all'],
      rows: ends.list.map((end) => [
        stayCell(end),
        ...[end.toKnown, end.toRaised, end.toAcknowledged].map(minutesCell),
        totalCell(end),
      ]),
      empty: 'No END was confirmed in the stays that are counted.',
    },
  };
}

function minutesCell(minutes: number | null): Cell {
  return plain(minutes === null ? NONE : minutesWords(minutes));
}

function totalCell({ total, alertId }: EndResponse): Cell {
  if (total !== null) return plain(minutesWords(total));
  return plain(alertId === null ? 'No alert' : 'Never acknowledged');
}

function overdueSection({ overdueExaminations: overdue }: ResponseReview): Section {
  return {
    heading: 'Examinations that were overdue',
    n: nOf(overdue.reminders, 'reminder'),
    counts:
      'Reminders that NIHSS was not charted within the interval for the patient’s hour, and how long it took until it was.',
    facts: [
      { name: 'Reminders', reading: readNumber(overdue.reminders) },
      { name: 'per 100 patient-days', reading: readNumber(overdue.per100PatientDays) },
      { name: 'Patients with at least one', reading: readShare(overdue.stays) },
      {
        name: 'From the reminder to the examination',
        reading: readMinutes(overdue.minutesUntilExamined),
      },
      { name: 'Examined within 60 min', reading: readShare(overdue.within60) },
      { name: 'Never examined', reading: readShare(overdue.neverExamined) },
    ],
  };
}
