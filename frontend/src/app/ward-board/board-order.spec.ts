import { aRisk, aRow, anAlert, minutesAgo } from '../testing/a-row.ts';
import { compareAlerts, worstAlert } from '../words/alert-words.ts';
import { GRID_GAP, SMALLEST_TILE, fitGrid } from './fit-grid.ts';
import {
  actionItems,
  compareUrgency,
  holdQueue,
  holdStill,
  matchesSearch,
  waitingCount,
} from './order-rows.ts';
import { placeRows, rememberBeds } from './place-rows.ts';
import { stepInGrid } from './walk-beds.ts';

describe('urgency', () => {
  const high = anAlert({ id: 'high', priority: 'high', kind: 'end-confirmed' });
  const medium = anAlert({ id: 'medium' });
  const taken = anAlert({
    id: 'taken',
    priority: 'high',
    state: 'acknowledged',
    holder: 'R. Osei',
  });

  it('puts what nobody has taken before what somebody has, then goes by priority and waiting', () => {
    const older = anAlert({ id: 'older', raisedAt: minutesAgo(90) });
    const sorted = [taken, medium, older, high].toSorted(compareAlerts).map((alert) => alert.id);
    expect(sorted).toEqual(['high', 'older', 'medium', 'taken']);
    expect(worstAlert([])).toBeNull();
  });

  it('orders rows by worst alert, then risk, then bed', () => {
    const rows = [
      aRow({ patientId: 'b10', bed: '10', risk: aRisk({ next24h: 0.1 }) }),
      aRow({ patientId: 'b2', bed: '2', risk: aRisk({ next24h: 0.1 }) }),
      aRow({ patientId: 'none', bed: '1', risk: null }),
      aRow({ patientId: 'risky', bed: '9', risk: aRisk({ next24h: 0.3 }) }),
      aRow({ patientId: 'alarmed', bed: '11', risk: null, alerts: [high] }),
    ];
    const order = rows.toSorted(compareUrgency).map((row) => row.patientId);
    expect(order).toEqual(['alarmed', 'risky', 'b2', 'b10', 'none']);
  });

  it('lists every open alert of the ward and counts those nobody has', () => {
    const rows = [aRow({ alerts: [medium, taken] }), aRow({ patientId: 'p2', alerts: [high] })];
    const items = actionItems(rows);
    expect(items.map((item) => item.alert.id)).toEqual(['high', 'medium', 'taken']);
    expect(waitingCount(items)).toBe(2);
  });

  it('holds still: the gone go, the new come last', () => {
    expect(holdStill(['a', 'b', 'c'], ['d', 'c', 'a'])).toEqual(['a', 'c', 'd']);
  });
});

describe('the queue while a hand is at work', () => {
  const waiting = anAlert({ id: 'waiting', priority: 'high' });
  const next = anAlert({ id: 'next' });
  const shown = actionItems([aRow({ alerts: [waiting, next] })]);

  it('does not move or shrink what was just taken', () => {
    const taken = { ...waiting, state: 'acknowledged', holder: 'R. Osei' } as const;
    const wanted = actionItems([aRow({ alerts: [taken, next] })]);
    expect(wanted.map(({ alert, small }) => [alert.id, small])).toEqual([
      ['next', false],
      ['waiting', true],
    ]);
    expect(
      holdQueue(shown, wanted).map(({ alert, small }) => [alert.id, alert.state, small]),
    ).toEqual([
      ['waiting', 'acknowledged', false],
      ['next', 'raised', false],
    ]);
  });

  it('keeps the place of what is over, and puts what is new last', () => {
    const worse = anAlert({ id: 'worse', priority: 'high', raisedAt: minutesAgo(1) });
    const wanted = actionItems([aRow({ alerts: [worse, next] })]);
    expect(holdQueue(shown, wanted).map(({ alert }) => [alert.id, alert.state])).toEqual([
      ['waiting', 'resolved'],
      ['next', 'raised'],
      ['worse', 'raised'],
    ]);
  });
});

describe('search', () => {
  it('finds a bed by its number and a name by any part, accents or not', () => {
    const row = aRow({ bed: 'Bed 7', name: 'Ødegård, José' });
    expect(['7', 'bed 7', 'jose', ''].map((search) => matchesSearch(row, search))).toEqual([
      true,
      true,
      true,
      true,
    ]);
    expect(matchesSearch(aRow({ bed: '17' }), '7')).toBe(false);
  });
});

describe('places', () => {
  const at = (patientId: string, bed: string | null) => ({ patientId, bed });

  it('go by the bed, numbers as numbers, without a bed last', () => {
    const places = placeRows([at('c', null), at('b', '10'), at('a', '2')], []);
    expect(places.map((place) => place.patientId)).toEqual(['a', 'b', 'c']);
  });

  it('a bed left empty keeps its place', () => {
    const before = placeRows([at('a', '1'), at('b', '2'), at('c', '3')], []);
    const after = placeRows([at('a', '1'), at('c', '3')], rememberBeds(before));
    expect(after.map((place) => place.patientId)).toEqual(['a', null, 'c']);
    expect(after.map((place) => place.key)).toEqual(before.map((place) => place.key));
  });

  it('two patients in one bed are both shown', () => {
    const places = placeRows([at('a', '1'), at('b', '1')], []);
    expect(places.map((place) => place.patientId)).toEqual(['a', 'b']);
    expect(new Set(places.map((place) => place.key)).size).toBe(2);
  });

  it('stand as an administrator has set them; a hidden bed is shown while somebody lies there', () => {
    const layout = { order: ['3', '10'], hidden: ['1', '2'] };
    const beds = ['1', '2', '3', '10', '11'];
    const places = placeRows([at('a', '1'), at('b', '11'), at('c', null)], beds, layout);
    expect(places.map(({ bed, patientId }) => [bed, patientId])).toEqual([
      ...[
        ['3', null],
        ['10', null],
        ['1', 'a'],
        ['11', 'b'],
        [null, 'c'],
      ],
    ]);
  });

  it('arrows pass over free beds and stay at the edge', () => {
    const places = placeRows([at('a', '1'), at('c', '3'), at('d', '4')], ['1', '2', '3', '4']);
    const step = (index: number, direction: 'left' | 'right' | 'up' | 'down') =>
      stepInGrid(places, { index, direction, columns: 2 });
    expect(step(0, 'right')).toBe(2);
    expect(step(2, 'right')).toBe(3);
    expect(step(3, 'right')).toBe(3);
    expect(step(0, 'down')).toBe(2);
    expect(step(3, 'up')).toBe(3);
    expect(step(-1, 'right')).toBe(0);
  });
});

describe('grid', () => {
  const wall = { width: 1584, height: 988 };

  it.each([1, 8, 28, 32])('shows %i beds on the wall without scrolling', (count) => {
    const { columns, tileHeight, fits } = fitGrid(count, wall);
    const rows = Math.ceil(count / columns);
    expect(fits).toBe(true);
    expect(rows * (tileHeight + GRID_GAP) - GRID_GAP).toBeLessThanOrEqual(wall.height);
    expect((wall.width + GRID_GAP) / columns - GRID_GAP).toBeGreaterThanOrEqual(
      SMALLEST_TILE.width,
    );
  });

  it('scrolls where they do not fit, and never shrinks a tile below what can be read', () => {
    expect(fitGrid(60, wall)).toMatchObject({ fits: false, tileHeight: SMALLEST_TILE.height });
  });
});
