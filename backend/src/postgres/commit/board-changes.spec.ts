import { aBatch, anAlert, aPatient, aRow, aScore, aVital, NOW } from '../testing/effects.ts';
import { alertViewOf } from '../alert.mapper.ts';
import { JsonText } from '../binary-array.ts';
import { boardEvents, changeTime, type ChangedAlert, type TileChange } from './board-changes.ts';

const tile = (changes: Partial<TileChange>): TileChange => ({
  patientId: 'p1',
  oldWard: 'w1',
  newWard: 'w1',
  row: new JsonText(JSON.stringify(aRow('p1'))),
  differs: false,
  at: NOW,
  ...changes,
});
const alert = (wardId: string | null): ChangedAlert => {
  const { id, patientId, kind, priority, state, reason, cause } = anAlert('p1', 'a1');
  const view = alertViewOf({
    ...{ id, kind, priority, state, reason, cause, holder: null, holder_account: null },
    ...{ patient_id: patientId, ward_id: wardId, raised_at: NOW, state_since: NOW },
    ...{
      score_id: null,
      escalates_at: null,
      risk_at_raise: null,
      risk_at_snooze: null,
      step: 0,
      declined: false,
      declined_duties: [],
      kept: false,
    },
  });
  return { view, at: NOW, wardId };
};
const gone = { newWard: null, row: null, differs: true };

describe('what wards are told', () => {
  it.each<[string, Partial<TileChange>, ChangedAlert[], [string, string][]]>([
    ['of a new patient', { oldWard: null, differs: true }, [], [['w1', 'row']]],
    ['of nothing new', {}, [], []],
    ['of a changed tile', { differs: true }, [], [['w1', 'row']]],
    ['of an alert alone', {}, [alert('w1')], [['w1', 'alert']]],
    [
      'of a tile before its alert',
      { differs: true },
      [alert('w1')],
      [
        ['w1', 'row'],
        ['w1', 'alert'],
      ],
    ],
    [
      'of a move, though the tile is the same',
      { newWard: 'w2' },
      [],
      [
        ['w2', 'row'],
        ['w1', 'left'],
      ],
    ],
    [
      'of leaving after the last alert',
      gone,
      [alert('w1')],
      [
        ['w1', 'alert'],
        ['w1', 'left'],
      ],
    ],
    ['of nobody who was never there', { ...gone, oldWard: null }, [alert(null)], []],
  ])('%s', (_name, change, alerts, expected) => {
    const events = boardEvents([tile(change)], alerts);
    expect(events.map(({ wardId, body }) => [wardId, body.type])).toEqual(expected);
  });
});

describe('the time of a change', () => {
  it('is that of the newest thing it rests on, or when it became known', () => {
    const { knownAt } = aBatch();
    expect(changeTime(aPatient('p1'), knownAt)).toBe(knownAt);
    const old = { effectiveAt: NOW - 9, issuedAt: null, brokerAt: NOW, ingestedAt: NOW };
    const records = [aVital('p1', { times: old })];
    expect(changeTime(aPatient('p1', { records }), knownAt)).toBe(NOW - 9);
    const scores = [aScore('p1', 's1', { asOf: NOW - 5 })];
    expect(changeTime(aPatient('p1', { records, scores }), knownAt)).toBe(NOW - 5);
  });
});
