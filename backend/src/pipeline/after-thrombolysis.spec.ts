import { MINUTE } from '@endwatch/clinical';
import { aStay, aTreatment, hour } from '@endwatch/clinical/testing';
import {
  examinationPlanOf,
  examinationRulesOf,
  SHIPPED_EXAMINATIONS,
} from '../domain/examination/examination-rules.ts';
import { PipelineBench } from '../testing/pipeline-bench.ts';

const firstDay = aStay({ hours: 6, totals: [6, 6] });

describe('after thrombolysis', () => {
  it('asks for the next examination sooner after thrombolysis, where the ward wants it so', async () => {
    const afterThrombolysis = [{ fromHours: 0, everyHours: 0.5 }];
    const plan = { ...examinationPlanOf(SHIPPED_EXAMINATIONS), afterThrombolysis };
    const bench = new PipelineBench(hour(6), { examinations: () => examinationRulesOf(plan) });
    await bench.deliver(...firstDay);
    const dueAt = () => bench.memory.row('p1')?.nihss.nextDueAt;
    expect(dueAt()).toBe(new Date(hour(9)).toISOString());
    await bench.deliver(aTreatment('thrombolysis', { at: hour(5.5) }));
    expect(bench.memory.row('p1')?.thrombolysedAt).toBe(new Date(hour(5.5)).toISOString());
    expect(dueAt()).toBe(new Date(hour(6)).toISOString());
    await bench.liveTo(hour(6.4));
    expect(bench.memory.row('p1')?.alerts).toEqual([]);
    await bench.liveTo(hour(6.5) + MINUTE);
    expect(bench.memory.row('p1')?.alerts[0]?.reason).toBe(
      'Not examined for 1 h (every 30 min after thrombolysis)',
    );
  });
});
