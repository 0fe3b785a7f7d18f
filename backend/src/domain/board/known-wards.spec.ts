import type { LocationRecord } from '@endwatch/clinical';
import { compareBeds } from './bed-layout.ts';
import { AS_THE_MESSAGES, knownWards } from './known-wards.ts';

const place = (
  locationId: string,
  kind: LocationRecord['kind'],
  partOf: string | null,
): LocationRecord => ({
  ...{ type: 'location', locationId, kind, partOf, version: '1' },
  name: kind === 'bed' ? locationId.replace('b', '') : `Ward ${locationId}`,
});
const directory = {
  version: 1,
  locations: new Map(
    [
      ...[place('w1', 'ward', null), place('room', 'other', 'w1'), place('w2', 'ward', null)],
      ...[place('b10', 'bed', 'room'), place('b2', 'bed', 'w1')],
    ].map((one) => [one.locationId, one]),
  ),
};

describe('the wards and beds that are known', () => {
  it('come from messages and from stays, beds by number, with who lies there', () => {
    const board = { id: 'w1', streamName: 'Ward w1', places: null, beds: ['2', '7', null] };
    const stray = { id: 'w9', streamName: 'w9', places: null, beds: ['1'] };
    expect(knownWards(directory, [board, stray])).toEqual([
      {
        ...{ id: 'w1', streamName: 'Ward w1', kind: 'ward', patients: 3, own: false },
        places: AS_THE_MESSAGES,
        beds: [
          { name: '2', described: true, patients: 1 },
          { name: '7', described: false, patients: 1 },
          { name: '10', described: true, patients: 0 },
        ],
      },
      expect.objectContaining({ id: 'w9', kind: null, patients: 1 }),
      expect.objectContaining({ id: 'w2', kind: 'ward', patients: 0, beds: [] }),
    ]);
  });

  it('stand in the order that was set; a bed that is gone from the messages keeps what was set', () => {
    const places = { ...AS_THE_MESSAGES, bedOrder: ['10', '4'], hiddenBeds: ['3'] };
    const [ward] = knownWards(directory, [{ id: 'w1', streamName: '', places, beds: [] }]);
    expect(ward?.own).toBe(true);
    expect(ward?.beds.map(({ name, described }) => [name, described])).toEqual([
      ...[
        ['10', true],
        ['4', false],
        ['2', true],
        ['3', false],
      ],
    ]);
  });

  it('sorts nobody’s bed last', () => {
    expect([null, '2', '10', 'x'].toSorted(compareBeds(['x']))).toEqual(['x', '2', '10', null]);
  });
});
