import * as fc from 'fast-check';
import type { Alert, BoardRow } from '@endwatch/contracts';
import { NOON, aRisk, aRow, anAlert, minutesAgo } from '../testing/a-row.ts';
import { fitLanes } from './fit-lanes.ts';
import { LANES, type LaneName, fillLanes, holdLanes, keepInLanes, laneOf } from './lanes.ts';

const calm = { risk: aRisk({ band: 'low', next24h: 0.05 }) };
const end = (status: BoardRow['end']['status']) => ({
  end: { status, rule: null, at: minutesAgo(20), delta: 3, reason: null },
});
const due = (minutes: number): Partial<BoardRow> => ({
  nihss: { ...aRow().nihss, nextDueAt: minutesAgo(minutes) },
});
const highAlert = anAlert({ priority: 'high', kind: 'end-confirmed' });

describe('the lane of a patient', () => {
  it.each<[string, Partial<BoardRow>, LaneName]>([
    ['END is confirmed', { ...calm, ...end('confirmed') }, 'end'],
    [
      'END before an open alert and a high risk',
      { ...end('confirmed'), alerts: [highAlert] },
      'end',
    ],
    ['a high alert that nobody has', { ...calm, alerts: [highAlert] }, 'alert'],
    ['the same, escalated', { ...calm, alerts: [{ ...highAlert, state: 'escalated' }] }, 'alert'],
    [
      'a high alert that somebody has',
      { ...calm, alerts: [{ ...highAlert, state: 'acknowledged' }] },
      'quiet',
    ],
    [
      'an END to be confirmed',
      { ...calm, ...end('suspected'), alerts: [{ ...highAlert, priority: 'medium' }] },
      'alert',
    ],
    ['an alert before a high risk', { alerts: [highAlert] }, 'alert'],
    ['a forecast alert is no fact', { ...calm, alerts: [anAlert()] }, 'risk'],
    [
      'one of a rise, while the risk is medium',
      { risk: aRisk({ band: 'medium' }), alerts: [anAlert({ kind: 'risk-rising' })] },
      'risk',
    ],
    [
      'the same, that somebody has',
      { ...calm, alerts: [anAlert({ kind: 'risk-rising', state: 'acknowledged' })] },
      'quiet',
    ],
    [
      'any other that should be seen soon',
      { ...calm, alerts: [anAlert({ kind: 'data-stale', priority: 'medium' })] },
      'alert',
    ],
    ['risk is high', {}, 'risk'],
    ['risk before an examination', due(5), 'risk'],
    ['risk is medium', { risk: aRisk({ band: 'medium' }) }, 'quiet'],
    ['an examination is due by its time', { ...calm, ...due(0) }, 'due'],
    ['not yet', { ...calm, ...due(-1) }, 'quiet'],
    [
      'by its alert',
      { ...calm, alerts: [anAlert({ kind: 'examination-overdue', priority: 'low' })] },
      'due',
    ],
    [
      'a technical alert alone',
      { ...calm, alerts: [anAlert({ kind: 'data-stale', priority: 'technical' })] },
      'quiet',
    ],
    ['nothing is known', { risk: null, nihss: { ...aRow().nihss, nextDueAt: null } }, 'quiet'],
  ])('%s', (_, over, lane) => {
    expect(laneOf(aRow(over), NOON)).toBe(lane);
  });
});

const someRows = fc.uniqueArray(fc.integer({ min: 1, max: 99 }), { maxLength: 32 }).chain((beds) =>
  fc.tuple(
    ...beds.map((bed) =>
      fc
        .constantFrom<Partial<BoardRow>>(end('confirmed'), { alerts: [highAlert] }, {}, calm, {
          ...calm,
          ...due(5),
        })
        .map((over) => aRow({ ...over, patientId: `p${String(bed)}`, bed: String(bed) })),
    ),
  ),
);
const idsOf = (lanes: ReturnType<typeof fillLanes>): string[] =>
  LANES.flatMap(({ name }) => lanes[name]);

describe('lanes', () => {
  it('never call quiet whom an untaken alert of the upper two is about', () => {
    const kinds = fc.constantFrom<Alert['kind'][]>(
      ...(['end-confirmed', 'risk-high', 'risk-rising'] as const),
      ...(['examination-overdue', 'data-stale', 'stream-lagging'] as const),
    );
    const priorities = fc.constantFrom<Alert['priority'][]>('high', 'medium');
    const states = fc.constantFrom<Alert['state'][]>('raised', 'escalated');
    fc.assert(
      fc.property(kinds, priorities, states, (kind, priority, state) => {
        const alerts = [anAlert({ kind, priority, state })];
        expect(laneOf(aRow({ ...calm, alerts }), NOON)).not.toBe('quiet');
      }),
    );
  });

  it('hold everybody exactly once, in the order of the beds whatever the order of arrival', () => {
    fc.assert(
      fc.property(someRows, (rows) => {
        const lanes = fillLanes(rows, NOON);
        const shuffled = rows.toReversed();
        expect(fillLanes(shuffled, NOON)).toEqual(lanes);
        expect(idsOf(lanes).toSorted()).toEqual(rows.map(({ patientId }) => patientId).toSorted());
        for (const { name } of LANES) {
          const beds = lanes[name].map((id) => Number(id.slice(1)));
          expect(beds).toEqual(beds.toSorted((a, b) => a - b));
        }
      }),
    );
  });

  it('stand still while a hand is at work: nobody moves, the gone go, the new come last', () => {
    fc.assert(
      fc.property(someRows, someRows, (before, after) => {
        const shown = fillLanes(before, NOON);
        const wanted = fillLanes(after, NOON);
        const held = holdLanes(shown, wanted);
        expect(idsOf(held).toSorted()).toEqual(idsOf(wanted).toSorted());
        for (const { name } of LANES) {
          const stay = shown[name].filter((id) => idsOf(wanted).includes(id));
          expect(held[name].slice(0, stay.length)).toEqual(stay);
        }
      }),
    );
  });

  it('leave out who is not asked for', () => {
    const lanes = fillLanes([aRow(), aRow({ patientId: 'p2', bed: '2' })], NOON);
    expect(keepInLanes(lanes, (id) => id === 'p2').risk).toEqual(['p2']);
  });
});

describe('room for the lanes', () => {
  /** 1920 × 1080 less header, footer and the queue. */
  const wall = { width: 1600, height: 1004 };
  const counts = fc
    .array(fc.nat({ max: 4 }), { minLength: 32, maxLength: 32 })
    .map(
      (lanes) =>
        Object.fromEntries(
          LANES.map(({ name }, index) => [name, lanes.filter((lane) => lane === index).length]),
        ) as Record<LaneName, number>,
    );

  it('is there for 32 patients on the wall, however they are spread, large enough to read', () => {
    fc.assert(
      fc.property(counts, (spread) => {
        const { fits, columns, cardHeight, size } = fitLanes(spread, wall);
        expect([fits, size === 'small']).toEqual([true, false]);
        for (const { name } of LANES) {
          const rows = Math.ceil(spread[name] / columns[name]);
          expect(rows * (cardHeight + 6) + 52).toBeLessThanOrEqual(wall.height);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('makes cards as large as they may be, and scrolls where they cannot fit', () => {
    const few = { end: 1, alert: 0, risk: 2, due: 1, quiet: 4 };
    expect(fitLanes(few, wall).size).toBe('large');
    expect(fitLanes({ ...few, quiet: 300 }, wall)).toMatchObject({ fits: false });
    expect(fitLanes(few, { width: 900, height: 600 }).fits).toBe(true);
  });
});
