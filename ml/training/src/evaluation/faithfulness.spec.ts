import { explanationSection } from './explanation.ts';
import { faithfulness } from './faithfulness.ts';
import { isInterval } from './document.ts';
import { shippedJudgement } from './testing/shipped-judgement.ts';

describe('faithfulness of explanations', () => {
  it('is the paired difference with an interval by patient', () => {
    const deletions = Array.from({ length: 40 }, (_, i) => ({
      top: 0.1 + 0.001 * i,
      random: 0.05 + 0.001 * i,
    }));
    const found = faithfulness(deletions);
    expect(found?.difference).toBeCloseTo(0.05, 12);
    expect(found?.ci95?.[0]).toBeCloseTo(0.05, 12);
    expect(faithfulness([])).toBeNull();
  });

  it('holds for the shipped model: what is named first moves the risk more than what chance takes', async () => {
    const { tables } = explanationSection(await shippedJudgement(50, 17), 40);
    const table = tables.find(({ id }) => id === 'explanation-faithfulness');
    const [row] = table?.rows ?? [];
    expect(table?.n).toBeGreaterThan(30);
    expect(row?.['top']).toBeGreaterThan(Number(row?.['random']));
    const ci95 = row?.['ci95'];
    expect(isInterval(ci95) && ci95[0]).toBeGreaterThan(0);
  }, 60_000);
});
