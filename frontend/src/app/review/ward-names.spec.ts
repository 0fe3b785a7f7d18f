import type { ForecastReview, MonthReport, ResponseReview } from '@endwatch/contracts';
import { forecastNamed, reportNamed, responseNamed } from './ward-names.ts';

const nameOf = (id: string): string => ({ 'ward-7': 'Stroke unit' })[id] ?? id;
const forecast = {
  unwarned: [{ ward: 'ward-7' }, { ward: null }],
  falseAlarms: [{ ward: 'ward-9' }],
  subgroups: [
    { factor: 'Ward', level: 'ward-7' },
    { factor: 'Condition', level: 'ward-7' },
  ],
} as ForecastReview;

describe('the wards of a review', () => {
  it('are called what they are called here, in its lists and groups', () => {
    expect(forecastNamed(forecast, nameOf)).toEqual({
      unwarned: [{ ward: 'Stroke unit' }, { ward: null }],
      falseAlarms: [{ ward: 'ward-9' }],
      subgroups: [
        { factor: 'Ward', level: 'Stroke unit' },
        { factor: 'Condition', level: 'ward-7' },
      ],
    });
    const response = { endToAcknowledged: { list: [{ ward: 'ward-7' }] } } as ResponseReview;
    expect(responseNamed(response, nameOf).endToAcknowledged.list).toEqual([
      { ward: 'Stroke unit' },
    ]);
    const { subgroups } = reportNamed({ forecast } as MonthReport, nameOf).forecast;
    expect(subgroups[0]?.level).toBe('Stroke unit');
  });
});
