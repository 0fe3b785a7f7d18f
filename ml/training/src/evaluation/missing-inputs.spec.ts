import type { Table } from './document.ts';
import { missingInputsTable } from './missing-inputs.ts';
import { shippedJudgement } from './testing/shipped-judgement.ts';

/** Standard errors of a slope are then near .06. */
const PATIENTS = 1500;

describe('the shipped model, when inputs are missing', () => {
  let tables: readonly Table[];
  beforeAll(async () => {
    tables = missingInputsTable(await shippedJudgement(PATIENTS));
  }, 240_000);

  it('stays calibrated without reports, without laboratory values, and with vital signs alone', () => {
    const slopes = tables.flatMap(({ rows }) =>
      rows.map(({ name, horizon, slope }) => ({
        what: `${String(horizon ?? 'admission')}: ${String(name)}`,
        slope: Number(slope),
      })),
    );
    expect(slopes).toHaveLength(5 + 3 * 5);
    expect(slopes.filter(({ slope }) => !(slope >= 0.8 && slope <= 1.2))).toEqual([]);
  });

  it('says less of a patient, the less it knows', () => {
    const [admission] = tables;
    const areas = admission!.rows.map(({ auc }) => Number(auc));
    const [everything] = areas;
    for (const less of areas.slice(1)) expect(less).toBeLessThan(everything!);
    expect(Math.min(...areas)).toBe(areas.at(-1));
    expect(areas.at(-1)).toBeGreaterThan(0.5);
  });
});
