import type { EncounterLocation, LocationRecord } from '@endwatch/clinical';
import { describePlaces, resolvePlacement, type LocationDirectory } from './placement.ts';

const place = (
  locationId: string,
  kind: LocationRecord['kind'],
  rest: Partial<LocationRecord> = {},
): LocationRecord => ({
  type: 'location',
  locationId,
  kind,
  name: null,
  partOf: null,
  version: '1',
  ...rest,
});
const at = (locationId: string, display: string | null = null): EncounterLocation => ({
  locationId,
  display,
  active: true,
  from: null,
});
const directory = (...places: LocationRecord[]): LocationDirectory => ({
  version: 1,
  locations: new Map(places.map((each) => [each.locationId, each])),
});

const hospital = directory(
  place('w1', 'ward', { name: 'Stroke unit' }),
  place('r1', 'other', { name: 'Room 1', partOf: 'w1' }),
  place('b1', 'bed', { name: '12', partOf: 'w1' }),
  place('b2', 'bed', { name: '13', partOf: 'r1' }),
  place('b3', 'bed', { partOf: 'w9' }),
  place('b4', 'bed', { name: 'Lonely' }),
  place('loop1', 'other', { name: 'Loop', partOf: 'loop2' }),
  place('loop2', 'other', { name: 'Loop too', partOf: 'loop1' }),
);

describe('where a patient is', () => {
  it.each([
    ['a bed of a ward', [at('b1')], 'w1', 'Stroke unit', '12'],
    ['a bed in a room of a ward', [at('b2')], 'w1', 'Stroke unit', '13'],
    ['a ward without a bed', [at('w1')], 'w1', 'Stroke unit', null],
    ['a room', [at('r1')], 'w1', 'Stroke unit', null],
    ['ward and bed named side by side', [at('w1'), at('b4')], 'w1', 'Stroke unit', 'Lonely'],
    ['the newest of two beds', [at('b2'), at('b1')], 'w1', 'Stroke unit', '13'],
    ['a bed of a ward nobody described', [at('b3', 'Bed 3')], 'w9', 'w9', 'Bed 3'],
    ['a place nobody described', [at('x1', 'Ward X')], 'x1', 'Ward X', null],
    ['a place nobody described, nameless', [at('x1')], 'x1', 'x1', null],
    ['a described ward beside an unknown place', [at('x1'), at('w1')], 'w1', 'Stroke unit', null],
    ['a bed of no ward', [at('b4')], 'unassigned', 'Unassigned', 'Lonely'],
    ['nowhere', [], 'unassigned', 'Unassigned', null],
  ])('%s', (_name, active, wardId, wardName, bed) => {
    expect(resolvePlacement(hospital, active)).toEqual({ wardId, wardName, bed });
  });

  it('survives places that are part of each other', () => {
    expect(resolvePlacement(hospital, [at('loop1')]).bed).toBeNull();
  });
});

describe('what the hospital says of its places', () => {
  it('takes a newer description and refuses an older or repeated one', () => {
    const renamed = place('w1', 'ward', { name: 'Stroke', version: '2' });
    const first = describePlaces(hospital, [renamed]);
    expect(first?.changed).toEqual([renamed]);
    expect(describePlaces(first?.directory ?? hospital, [renamed, place('w1', 'ward')])).toBeNull();
  });
  it('what differs by nothing but when the log took it is repeated', () => {
    const taken = (at: string, digest: string): LocationRecord =>
      place('w1', 'ward', { version: `000000000000.${at}.00000000000000.3.${at}.${digest}` });
    const first = describePlaces(directory(), [taken('01795435200000', 'aaaaaaaaaaaa')]);
    const known = first?.directory ?? hospital;
    expect(describePlaces(known, [taken('01795435200009', 'aaaaaaaaaaaa')])).toBeNull();
    const other = taken('01795435200009', '0123456789ab');
    expect(describePlaces(known, [other])?.changed).toEqual([other]);
  });
});
