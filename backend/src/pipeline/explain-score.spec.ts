import { aReport, aStay, hour } from '@endwatch/clinical/testing';
import type { ReportRecord } from '@endwatch/clinical';
import type { Explanation } from '@endwatch/contracts';
import type { ReportShares, RiskShares } from '../domain/explanation/attribution.ts';
import { FakeRiskModel } from '../testing/fake-risk-model.ts';
import { PipelineBench } from '../testing/pipeline-bench.ts';
import { ExplanationStore, RiskExplainer, ScoreExplanations } from './explain-score.ts';
import type { ScoreInput, ScoreRecord } from './ports.ts';

/** Says that everything comes from the report and counts how often it is asked. */
class FakeExplainer extends RiskExplainer {
  manifest = new FakeRiskModel().manifest;
  asked = 0;

  explain(_input: ScoreInput, next24h: number): RiskShares {
    this.asked += 1;
    const report = { name: 'report', features: [], share: next24h - 0.1, standardError: 0 };
    return { baseRisk: 0.1, players: [report] };
  }

  explainReports(_input: ScoreInput, texts: readonly string[], next24h: number): ReportShares {
    const words = texts.map((text) => [
      { token: text.toLowerCase(), from: 0, to: text.length, share: next24h - 0.1 },
    ]);
    return { blankRisk: 0.1, completenessGap: 0, reports: words };
  }
}

class MemoryStore extends ExplanationStore {
  readonly kepts = new Map<string, Explanation>();
  readonly scores: readonly ScoreRecord[];
  readonly texts: readonly ReportRecord[];

  constructor(scores: readonly ScoreRecord[], texts: readonly ReportRecord[]) {
    super();
    this.scores = scores;
    this.texts = texts;
  }

  score(patientId: string, scoreId: string): Promise<ScoreRecord | null> {
    const found = this.scores.find((one) => one.patientId === patientId && one.id === scoreId);
    return Promise.resolve(found ?? null);
  }

  scoreBefore({ asOf }: ScoreRecord): Promise<ScoreRecord | null> {
    return Promise.resolve(this.scores.findLast((one) => one.asOf < asOf) ?? null);
  }

  reports({ reportKeys }: ScoreRecord): Promise<readonly ReportRecord[]> {
    const isRead = (one: ReportRecord) => reportKeys.includes(`${one.resourceKey}@${one.version}`);
    return Promise.resolve(this.texts.filter(isRead));
  }

  kept({ id }: ScoreRecord): Promise<Explanation | null> {
    return Promise.resolve(this.kepts.get(id) ?? null);
  }

  keep({ id }: ScoreRecord, explanation: Explanation): Promise<void> {
    this.kepts.set(id, explanation);
    return Promise.resolve();
  }
}

const REPORT = aReport('hyperdense', { at: hour(3) });
const RECORDS = [...aStay({ hours: 4 }), REPORT];
const TEXTS = RECORDS.filter((one) => one.type === 'report');

async function stood(texts: readonly ReportRecord[] = TEXTS) {
  const bench = new PipelineBench(hour(4));
  await bench.deliver(...RECORDS);
  const scores = bench.memory
    .scores('p1')
    .filter(({ supersededAt }) => supersededAt === null)
    .toSorted((a, b) => a.asOf - b.asOf);
  const store = new MemoryStore(scores, texts);
  const model = new FakeExplainer();
  const explanations = new ScoreExplanations(store, model);
  const ask = (at: number) =>
    explanations.of('p1', scores.find((one) => one.asOf === hour(at))?.id ?? '');
  const explained = async (at: number): Promise<Explanation> => {
    const answer = await ask(at);
    if (answer.outcome !== 'explained') throw new Error(answer.outcome);
    return answer.explanation;
  };
  return { explanations, model, ask, explained };
}

describe('explaining a stored score', () => {
  it('tells its words, what changed since the score before, and the sentence', async () => {
    const { explained } = await stood();
    const { reports, change, sentence, next24h, inputs } = await explained(3);
    expect(reports?.texts.map(({ text }) => text)).toEqual(TEXTS.map(({ text }) => text));
    expect(reports?.texts[1]?.words).toEqual([{ from: 0, to: 10, share: next24h - 0.1 }]);
    expect(change?.asOf).toBe(new Date(hour(2)).toISOString());
    expect(change?.inputs[0]?.share).toBeCloseTo(next24h - (change?.next24h ?? NaN), 12);
    expect(inputs.map(({ name }) => name)).toEqual(['report']);
    expect(sentence).toContain('report words “');
  });

  it('has nothing before a first score, and no reports where none was read', async () => {
    const { explained } = await stood();
    const first = await explained(0);
    expect([first.change, first.reports, first.reportsUnexplained]).toEqual([null, null, null]);
  });

  it('is worked out once', async () => {
    const { explained, model } = await stood();
    const first = await explained(2);
    const { asked } = model;
    expect(await explained(2)).toEqual(first);
    expect(model.asked).toBe(asked);
  });

  it('says that reports are gone rather than explain others', async () => {
    const { explained } = await stood([]);
    const { reports, reportsUnexplained, inputs } = await explained(3);
    expect(reports).toBeNull();
    expect(reportsUnexplained).toMatch(/no longer kept/);
    expect(inputs).toHaveLength(1);
  });

  it('refuses what another model has scored, and what is not there', async () => {
    const { explanations, model, ask } = await stood();
    model.manifest = { ...model.manifest, version: 'newer' };
    expect(await ask(2)).toMatchObject({
      outcome: 'refused',
      reason: expect.stringMatching(/fake-1/) as string,
    });
    expect(await explanations.of('p2', 'x')).toEqual({ outcome: 'unknown' });
  });
});
