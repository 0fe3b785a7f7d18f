import { NIHSS_ITEMS, detectEnd, nihssMotor, scoreNihss, type NihssItem } from '@endwatch/clinical';
import { allItems, examinations, T0 } from '@endwatch/clinical/testing';
import type { Trajectory } from '@endwatch/contracts';
import fc from 'fast-check';
import { toItemTable } from './to-item-table.ts';

type Scores = Partial<Record<NihssItem, number | 'UN'>>;

const HOUR = 3_600_000;

function courseOf(...charted: readonly Scores[]): Trajectory {
  const found = examinations(
    ...charted.map((items, index) => [1 + index * 4, { items, rater: 'Practitioner/n' }] as const),
  );
  const end = detectEnd({ assessments: found, admittedAt: T0, asOf: T0 + 100 * HOUR });
  const iso = (at: number | null): string | null =>
    at === null ? null : new Date(at).toISOString();
  return {
    patientId: 'p1',
    admittedAt: iso(T0) ?? '',
    definition: { name: 'END', total: 2, motor: 1, windowHours: 168, baseline: 'admission' },
    assessments: found.map((one) => ({
      ...{ id: one.id, total: one.total, motor: one.motor, items: { ...one.items } },
      ...{ partial: one.partial, status: one.status, rater: one.rater },
      ...{ at: iso(one.at) ?? '', knownAt: iso(one.knownAt) ?? '' },
    })),
    end: {
      ...{ status: end.status, rule: end.rule, at: iso(end.at), delta: null, reason: end.reason },
      ...{ deltaTotal: end.deltaTotal, deltaMotor: end.deltaMotor },
      reference: iso(end.referenceAt),
    },
    risk: [],
  };
}

const cell = (table: ReturnType<typeof toItemTable>, item: NihssItem, column: number) =>
  [...table.motorItems, ...table.otherItems].find((row) => row.item === item)?.cells[column];

describe('table of items', () => {
  it('has every item once, motor ones together, newest examination first', () => {
    const table = toItemTable(courseOf(allItems({ '5a': 1 }), allItems({ '5a': 3, '4': 1 })));
    const items = [...table.motorItems, ...table.otherItems].map(({ item }) => item);
    expect([...items].sort()).toEqual([...NIHSS_ITEMS].sort());
    expect(table.motorItems.map(({ item }) => item)).toEqual(['5a', '5b', '6a', '6b']);
    expect(table.columns.map(({ isReference }) => isReference)).toEqual([false, true]);
    expect(table.columns[0]).toMatchObject({ rater: 'n', partial: false });
    expect(cell(table, '5a', 0)).toMatchObject({
      ...{ score: '3', change: '+2', direction: 'worse', spoken: '3, 2 worse' },
    });
    expect(cell(table, '5a', 1)).toMatchObject({ score: '1', change: null });
    expect(table.total.cells[0]).toMatchObject({ score: '4', change: '+3' });
    expect(table.motor.cells[0]).toMatchObject({ score: '3', change: '+2' });
  });

  it('says what was better, untestable with its reason, and not examined', () => {
    const course = courseOf(allItems({ '5a': 3, '6a': 1 }), { '5a': 1, '6a': 'UN' });
    const later = course.assessments[1];
    if (later) later.untestable = { '6a': 'Amputation' };
    const table = toItemTable(course);
    expect(cell(table, '5a', 0)).toMatchObject({ change: '−2', spoken: '1, 2 better' });
    expect(cell(table, '6a', 0)).toMatchObject({
      ...{ score: 'UN', change: null, note: 'Amputation', spoken: 'untestable: Amputation' },
    });
    expect(cell(table, '9', 0)).toMatchObject({ score: '–', spoken: 'not examined' });
    expect(table.total.cells[0]).toMatchObject({ score: '–', note: 'items tested both times' });
    expect(table.columns[0]?.partial).toBe(true);
  });

  it('compares with nothing where there is no admission examination, and is empty without any', () => {
    expect(toItemTable(courseOf()).columns).toEqual([]);
    const course = courseOf(allItems(), allItems({ '4': 3 }));
    const table = toItemTable({ ...course, end: { ...course.end, reference: null } });
    expect(table.total.cells.map(({ change }) => change)).toEqual([null, null]);
  });

  it('the changes of the items add up to that of the sums, counted as END counts', () => {
    const score = fc.constantFrom<(0 | 1 | 2 | 'UN')[]>(0, 1, 2, 'UN');
    const scores = fc
      .tuple(...NIHSS_ITEMS.map(() => score))
      .map(
        (all) => Object.fromEntries(NIHSS_ITEMS.map((item, i) => [item, all[i] ?? 0])) as Scores,
      );
    fc.assert(
      fc.property(scores, scores, (before, after) => {
        // An examination of nothing testable is none.
        fc.pre(scoreNihss(before, null).total !== null && nihssMotor(before) !== null);
        const course = courseOf(before, after);
        const table = toItemTable(course);
        const points = (change: string | null | undefined): number =>
          Number((change ?? '0').replace('−', '-'));
        const rows = [...table.motorItems, ...table.otherItems];
        const sum = rows.reduce((total, row) => total + points(row.cells[0]?.change), 0);
        expect(sum).toBe(points(table.total.cells[0]?.change));
        const motor = table.motorItems.reduce((all, row) => all + points(row.cells[0]?.change), 0);
        expect(motor).toBe(points(table.motor.cells[0]?.change));
        if (course.end.status !== 'not-evaluable') {
          expect(points(table.total.cells[0]?.change)).toBe(course.end.deltaTotal ?? 0);
        }
      }),
    );
  });
});
