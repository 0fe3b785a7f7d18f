import { FEATURE_NAMES, FEATURE_SET_VERSION } from '@endwatch/clinical';
import type { Artefact } from '@endwatch/ml-model';
import { LoadedRiskModel, packArtefact, unpackArtefact } from '@endwatch/ml-model';
import { seededRng } from '@endwatch/simulation';
import { aucEstimate, at, sum } from '@endwatch/statistics';
import type { Cohorts } from './cohort.ts';
import { HOURS_OF_ROWS } from './cohort.ts';
import { DEFAULT_SETTINGS } from './settings.ts';
import type { Stay } from './stay-rows.ts';
import type { ChineseReport } from './testing/chinese-reports.ts';
import { CHINESE_REPORTS } from './testing/chinese-reports.ts';
import { fitNetworks } from './fit-networks.ts';

const fit = { ...DEFAULT_SETTINGS.hazardFit, mostEpochs: 20, staysPerStep: 16 };
const settings = {
  ...DEFAULT_SETTINGS,
  tokens: 'characters' as const,
  hazardFit: { ...fit, mostEpochs: 8 },
  admissionFit: fit,
};

const nothingKnown = {
  featureSet: FEATURE_SET_VERSION,
  values: new Float32Array(FEATURE_NAMES.length),
  missing: new Uint8Array(FEATURE_NAMES.length).fill(1),
  ageHours: new Float32Array(FEATURE_NAMES.length).fill(NaN),
};

/** A patient of whom nothing but a report is known, and who gets worse where it says so. */
function stayOf({ text, positive }: ChineseReport): Stay {
  const followUp = { time: positive ? 30 : 168, event: positive };
  const snapshots = HOURS_OF_ROWS.filter((hour) => hour < followUp.time).map((hour) => ({
    ...{ hour, features: nothingKnown },
    reports: hour === 0 ? [] : [text],
  }));
  return { followUp, trueHazards: null, snapshots };
}

// All endings of a finding together: what is asked about was not learnt with another ending.
const finding = (i: number): number => Math.floor(i / 3);
const asked = CHINESE_REPORTS.filter((_, i) => finding(i) % 5 === 2);
const learnt = CHINESE_REPORTS.filter((_, i) => finding(i) % 5 !== 2);

describe('reports in a language without spaces', () => {
  let artefact: Artefact;
  let model: LoadedRiskModel;
  beforeAll(async () => {
    const rng = seededRng('chinese');
    // Each three times, in any order: the first of them decide when to stop.
    const stays = [...learnt, ...learnt, ...learnt]
      .map((report) => ({ stay: stayOf(report), place: rng.next() }))
      .sort((a, b) => a.place - b.place)
      .map(({ stay }) => stay);
    const train = { patients: stays.length, stays };
    const cohorts: Cohorts = { train, calibrate: train, test: train };
    artefact = await fitNetworks({ cohorts, settings, withReports: true, say: () => undefined });
    model = new LoadedRiskModel(artefact);
  }, 420_000);
  afterAll(() => {
    model.dispose();
  });

  const inputOf = (text: string) => ({
    ...{ features: nothingKnown, hoursSinceAdmission: 6 },
    report: model.encodeReport(text),
  });
  const risk = (text: string): number => at(model.admissionRisk([inputOf(text)]), 0) ?? NaN;

  it('are told apart where a finding is there and where it is not, findings it never read included', () => {
    const y = asked.map(({ positive }) => (positive ? 1 : 0));
    const auc = aucEstimate(
      y,
      asked.map(({ text }) => risk(text)),
    );
    expect(auc.n).toBe(24);
    expect(auc.auc).toBeGreaterThan(0.85);
    const ending = '未见颅内出血。中线结构居中。';
    const there = risk(`检查所见：左侧大脑中动脉高密度征。${ending}`);
    const not = risk(`检查所见：左侧大脑中动脉未见高密度征。${ending}`);
    expect(there).toBeGreaterThan(not + 0.2);
  });

  it('leave an artefact that says how it reads, and in which language', () => {
    const { config } = artefact;
    expect(config).toMatchObject({ tokens: 'characters', reportLanguage: 'zh' });
    expect(config.vocabulary).toEqual(expect.arrayContaining(['未', '未见', '大脑', '<findings>']));
    expect(
      Math.max(
        ...config.vocabulary.slice(3).map((one) => one.match(/\p{Script=Han}/gu)?.length ?? 0),
      ),
    ).toBe(3);
    expect(model.manifest.known.reportLanguage).toBe('zh');
    const { document, weights } = packArtefact(artefact);
    const again = new LoadedRiskModel(unpackArtefact(document, weights));
    const text = at(asked, 0).text;
    expect(again.encodeReport(text)).toEqual(model.encodeReport(text));
    again.dispose();
    const changed = document.replace('"tokens": "characters"', '"tokens": "syllables"');
    expect(() => unpackArtefact(changed, weights)).toThrow('tokens of kind "syllables"');
  });

  it('are explained by the runs of characters they were read as', () => {
    const text = '检查所见：双侧大脑中动脉未见高密度征。';
    const input = inputOf(text);
    const { next24h } = at(model.score([input]), 0);
    const found = model.explainReports(input, [text], next24h);
    const words = at(found.reports, 0);
    expect(sum(words.map(({ share }) => share))).toBeCloseTo(found.risk - found.blankRisk, 3);
    expect(found.completenessGap).toBeLessThan(0.01 * Math.abs(found.risk - found.blankRisk));
    expect(words.map(({ from, to }) => text.slice(from, to)).join('')).toBe(text);
    const negation = words.find(({ from, to }) => text.slice(from, to).includes('未见'));
    expect(negation?.share).toBeLessThan(0);
  });
});
