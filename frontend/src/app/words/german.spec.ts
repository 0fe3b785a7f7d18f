import '../testing/in-german.ts';
import { ACKNOWLEDGE_REASONS, type Alert, DECLINE_REASONS, SEEN } from '@endwatch/contracts';
import { messageOf } from '../core/language.ts';
import { messages } from '../../locale/de/index.ts';
import { messages as reviewMessages } from '../../locale/de/review.ts';
import { aRow } from '../testing/a-row.ts';
import { dateAndTime, when } from './ages.ts';
import { holding, KIND_WORDS } from './alert-words.ts';
import { alertsSentence } from './announcements.ts';
import { fixed, measured, percent, signed, whole } from './figures.ts';
import { missingPhrase } from './input-words.ts';
import { deliveryWords } from './on-call-words.ts';
import { rowSentence, whoWords } from './patient-words.ts';
import { phraseId } from './phrase-id.ts';
import { serverWords } from './server-words.ts';

/** At 1920 × 1080. */
const QUEUE_LETTERS = 26;
const NBSP = '\u00a0';
/** As the server keeps it of somebody without a way to be reached. */
const NO_CONTACT = 'there is nothing to reach them by';
const NOON = Date.parse('2026-03-02T12:00:00Z');
const plain = (words: string): string => words.replaceAll(NBSP, ' ');

describe('German', () => {
  it('writes figures with a comma and dates by day and month', () => {
    expect([fixed(0.5, 2), measured(2.14), signed(-1.5), whole(12_345)]).toEqual([
      '0,50',
      '2,14',
      '−1,5',
      '12.345',
    ]);
    expect(fixed(-0.004, 2)).toBe('0,00');
    expect(percent(0.344)).toBe(`34${NBSP}%`);
    expect(dateAndTime(NOON)).toMatch(/^02\.03\. \d\d:\d\d$/);
    expect(plain(when(new Date(NOON - 3 * 3_600_000).toISOString(), NOON))).toBe('vor 3 h');
  });

  it('speaks of a patient and an alert', () => {
    const row = aRow();
    expect(plain(whoWords(row, NOON))).toMatch(/Tag \d+$/);
    expect(plain(rowSentence(row, NOON))).toContain(
      'Risiko einer Verschlechterung in den nächsten 24 h',
    );
    expect(missingPhrase(['d-dimer', 'crp', 'ldl'])).toEqual({
      ...{ named: 'Fehlt: D-Dimere, CRP', more: '+1' },
    });
    expect(holding({ state: 'escalated', holder: 'the second on call' })).toBe(
      'Eskaliert an Hintergrunddienst',
    );
    const nowhere = { channel: 'email', state: 'failed', problem: NO_CONTACT } as const;
    expect(deliveryWords(nowhere)).toBe('nicht erreicht, es ist kein Weg hinterlegt');
  });

  it.each([
    ['END confirmed', 'END bestätigt'],
    ['Programs on this machine', 'Programme auf diesem Rechner'],
    [
      'NIHSS 8 to 11 (+3) since the admission examination, examined 6 h after admission.',
      'NIHSS 8 auf 11 (+3) seit der Aufnahmeuntersuchung, untersucht 6 h nach Aufnahme.',
    ],
    [
      'Arm and leg score +1 since the lowest score, by another examiner and only just enough: please repeat.',
      'Arm-Bein-Summe +1 seit dem niedrigsten Wert, anderer Untersucher und nur knapp erreicht: bitte wiederholen.',
    ],
    [
      'NIHSS has not risen by 4 since the admission examination.',
      'NIHSS nicht um 4 gestiegen seit der Aufnahmeuntersuchung.',
    ],
    ['END as the model counts it', 'END nach der Zählung des Modells'],
    [
      'NIHSS has not risen by 2 nor the arm and leg score by 1 since the admission examination.',
      'NIHSS nicht um 2 und Arm-Bein-Summe nicht um 1 gestiegen seit der Aufnahmeuntersuchung.',
    ],
    [
      'Risk of getting worse in the next 24 h is 34 % (on at 30 %), after a correction',
      'Risiko einer Verschlechterung in den nächsten 24 h: 34 % (Alarm ab 30 %), nach einer Korrektur',
    ],
    [
      'Risk of getting worse in the next 24 h is 34 %, now also by report and laboratory values',
      'Risiko einer Verschlechterung in den nächsten 24 h: 34 %, jetzt auch durch Befund und Laborwerte',
    ],
    [
      'Risk of getting worse in the next 24 h rose from 40 % to 50 % since it was snoozed',
      'Risiko einer Verschlechterung in den nächsten 24 h von 40 % auf 50 % gestiegen, seit der Alarm zurückgestellt wurde',
    ],
    ['Not examined for 6 h (every 4 h on day 1)', 'Seit 6 h nicht untersucht (alle 4 h an Tag 1)'],
    [
      'Not examined for 45 min (every 15 min after thrombolysis)',
      'Seit 45 min nicht untersucht (alle 15 min nach Thrombolyse)',
    ],
    ['every 1.5 h on day 2', 'alle 1,5 h an Tag 2'],
    ['its DTSTART "20260231" is no time', 'DTSTART "20260231" ist keine Zeitangabe'],
    ['lee is on duty then already.', 'lee ist dann schon im Dienst.'],
    ['first one within 30 min', 'erste innerhalb von 30 min'],
    [
      'Not examined since admission, 3 days (first one within 2 h)',
      `Seit Aufnahme nicht untersucht, 3${NBSP}d (erste innerhalb von 2 h)`,
    ],
    [
      'No vital signs for 7 h (expected at least every 6 h)',
      'Seit 7 h keine Vitalwerte (erwartet: mindestens alle 6 h)',
    ],
    [
      'Nobody took it within 5 min: the second on call is told when the quiet hours end, at 07:00',
      'Niemand hat innerhalb von 5 min übernommen: Hintergrunddienst wird benachrichtigt, sobald die Ruhezeit endet, um 07:00',
    ],
    [
      'Nobody could be reached: the second on call is told',
      'Niemand war erreichbar: Hintergrunddienst wird benachrichtigt',
    ],
    [
      'Nobody took it within 1 h: the nurse in charge is told, 1 h late',
      'Niemand hat innerhalb von 1 h übernommen: Leitung Pflege wird benachrichtigt, 1 h verspätet',
    ],
    ['Declined: In theatre', 'Abgelehnt: Im OP'],
    [
      'Handed over at the end of the shift: somebody had it',
      'Übergabe am Schichtende: bisher bei jemand',
    ],
    ['Admitted within the dates', 'Im Zeitraum aufgenommen'],
    ['NIHSS ≥ 8', 'NIHSS ≥ 8'],
    [
      'value.quietHours: quiet hours that never end',
      'value.quietHours: eine Ruhezeit, die nie endet',
    ],
    [
      'value.steps.1.minutes: Too small: expected number to be >=1',
      'value.steps.1.minutes: mindestens 1',
    ],
    ['name: Too big: expected string to have <=80 characters', 'name: höchstens 80 Zeichen'],
    ['off: lies above on', 'die Grenze für das Ende liegt über der für den Beginn'],
    [
      'There is no such patient, or no stay of that patient.',
      'Diesen Patienten gibt es nicht, oder keinen Aufenthalt von ihm.',
    ],
    ['A nurse account may not do this.', 'Das darf ein Konto der Rolle „Pflege“ nicht.'],
    ['"system" is nobody\'s name', 'so darf niemand heißen: „system“'],
    ['lee is nobody who can be put on the rota.', 'lee kann nicht in den Dienstplan.'],
    ['note: in somebody’s own words', 'note: in somebody’s own words'],
    ['in somebody’s own words', 'in somebody’s own words'],
    ['seen by Lee and treated', 'seen by Lee and treated'],
  ])('says what the server says: %s', (english, german) => {
    expect(serverWords(english)).toBe(german);
  });

  it('calls the board one thing, and an alert in few enough letters for the queue at its side', () => {
    expect(Object.values(messages).filter((text) => /\bBoards?\b/.test(text))).toEqual([]);
    const long = Object.values(KIND_WORDS).filter((words) => words.length > QUEUE_LETTERS);
    expect(long).toEqual([]);
  });

  it('has every reason that is offered for an alert', () => {
    const offered = [...Object.values(ACKNOWLEDGE_REASONS).flat(), ...DECLINE_REASONS, SEEN];
    expect(offered.length).toBeGreaterThan(10);
    expect(offered.filter((reason) => messageOf(phraseId(reason)) === undefined)).toEqual([]);
  });

  it('ends a sentence with a day without a second full stop, and has one word for the control chart', () => {
    const all: Record<string, string> = { ...messages, ...reviewMessages };
    const alarms = ['ui.calibration', 'review-drift.chart.newest'].flatMap((name) =>
      [`${name}.more`, `${name}.fewer`, `${name}-more`, `${name}-fewer`].flatMap(
        (id) => all[id] ?? [],
      ),
    );
    expect(alarms).toHaveLength(4);
    // A day of the week of an alarm is written "26.10.".
    expect(alarms.filter((text) => !text.endsWith('{$week}'))).toEqual([]);
    expect(Object.values(all).filter((text) => text.includes('Kontrollkarte'))).toEqual([]);
  });

  it('announces alerts', () => {
    const row = aRow({ bed: '4' });
    const alert: Alert = {
      ...{ id: 'a', patientId: 'p', ward: 'w', scoreId: null, holder: null, escalatesAt: null },
      ...{ raisedAt: '', stateSince: '', reason: '' },
      kind: 'end-confirmed',
      priority: 'high',
      state: 'escalated',
    };
    expect(alertsSentence([{ alert, row }])).toBe(
      'Neuer Alarm: Bett 4, Verschlechterung bestätigt, eskaliert.',
    );
  });
});
