import type { ClinicalRecord } from '../record/clinical-record.ts';
import { anEncounter, correctionOf, hour, retractionOf } from '../testing/index.ts';
import { MINUTE } from '../time.ts';
import { stayOf } from './stay.ts';

const at = (encounterId: string, from: number, to: number | null = null) =>
  anEncounter({
    encounterId,
    start: hour(from),
    end: to === null ? null : hour(to),
    encounterStatus: to === null ? 'in-progress' : 'finished',
  });

describe('stayOf', () => {
  it('is null without an encounter that began', () => {
    expect(stayOf([], hour(0))).toBeNull();
    expect(stayOf([at('e1', 5)], hour(4))).toBeNull();
    expect(stayOf([at('e1', 5)], hour(5))?.admittedAt).toBe(hour(5));
  });

  it.each<[string, readonly ClinicalRecord[], number]>([
    ['one encounter', [at('e1', 0)], 0],
    ['overlap', [at('ed', 0, 4), at('ward', 3)], 0],
    ['exactly 6 h apart', [at('ed', 0, 4), at('ward', 10)], 0],
    ['more than 6 h apart', [at('ed', 0, 4), at('ward', 10.01)], 10.01],
    ['a short one within a long one', [at('long', 0, 20), at('short', 2, 3), at('ward', 25)], 0],
    [
      'planned ones do not join',
      [{ ...at('plan', 0), encounterStatus: 'planned' }, at('ward', 5)],
      5,
    ],
    [
      'cancelled ones do not join',
      [{ ...at('x', 0), encounterStatus: 'cancelled' }, at('ward', 5)],
      5,
    ],
    ['retracted ones do not join', [at('x', 0), retractionOf(at('x', 0)), at('ward', 5)], 5],
    ['corrected start', [at('e1', 0), correctionOf(at('e1', 0), { start: hour(2) })], 2],
  ])('%s', (_name, records, admitted) => {
    expect(stayOf(records, hour(30))?.admittedAt).toBe(hour(admitted));
    expect(stayOf(records.toReversed(), hour(30))).toEqual(stayOf(records, hour(30)));
  });

  it('knows discharge, and knows it only from then on', () => {
    const records = [at('ed', 0, 4), at('ward', 3, 90)];
    expect(stayOf(records, hour(89))?.dischargedAt).toBeNull();
    expect(stayOf(records, hour(90))).toMatchObject({
      dischargedAt: hour(90),
      encounterId: 'ward',
      encounterIds: ['ed', 'ward'],
    });
  });

  it('takes the message time where a finished encounter has no end', () => {
    const finished = anEncounter({
      encounterStatus: 'finished',
      issuedAt: hour(50),
      brokerAt: hour(51),
    });
    expect(stayOf([finished], hour(60))?.dischargedAt).toBe(hour(50));
  });

  it('reopens when a discharge is taken back', () => {
    const discharged = at('e1', 0, 40);
    const reopened = correctionOf(discharged, { end: null, encounterStatus: 'in-progress' });
    expect(stayOf([discharged, reopened], hour(50))?.dischargedAt).toBeNull();
  });

  it('keeps to the newest stay after a readmission', () => {
    const records = [at('first', 0, 40), at('second', 100)];
    expect(stayOf(records, hour(60))).toMatchObject({
      encounterId: 'first',
      dischargedAt: hour(40),
    });
    expect(stayOf(records, hour(100))).toMatchObject({ encounterId: 'second', dischargedAt: null });
  });

  it('tells a death in hospital', () => {
    expect(stayOf([{ ...at('e1', 0, 40), died: true }], hour(50))?.died).toBe(true);
    expect(stayOf([at('e1', 0, 40)], hour(50))?.died).toBe(false);
  });

  it('lists active locations newest first, of what is open now', () => {
    const place = (locationId: string, from: number | null, active = true) => ({
      locationId,
      display: null,
      active,
      from: from === null ? null : hour(from),
    });
    const ed = anEncounter({
      ...at('ed', 0, 4),
      locations: [place('resus', 0)],
    });
    const ward = anEncounter({
      ...at('ward', 3),
      locations: [
        place('bed-1', 3, false),
        place('bed-2', 8),
        place('unit', null),
        place('bed-9', 40),
      ],
    });
    const ids = (hours: number) =>
      stayOf([ed, ward], hour(hours))?.locations.map(({ locationId }) => locationId);
    expect(ids(2)).toEqual(['resus']);
    expect(ids(10)).toEqual(['bed-2', 'unit']);
    expect(ids(41)).toEqual(['bed-9', 'bed-2', 'unit']);
  });

  it('does not end before it began', () => {
    const odd = { ...at('e1', 5, 5), end: hour(5) - MINUTE };
    expect(stayOf([odd], hour(6))?.dischargedAt).toBe(hour(5));
  });
});
