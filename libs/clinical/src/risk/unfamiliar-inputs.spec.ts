import { extractFeatures, FEATURE_NAMES } from '../features/extract-features.ts';
import { aMeasurement, aReport, hour, T0 } from '../testing/index.ts';
import { buildTimeline } from '../timeline/patient-timeline.ts';
import { reportLanguage } from './report-language.ts';
import { unfamiliarInputs } from './unfamiliar-inputs.ts';

const chinese =
  '左侧大脑中动脉高密度征。未见颅内出血。左侧岛叶及基底节区低密度影，考虑急性脑梗死。';

describe('language of a report', () => {
  it.each([
    [
      'a terse one',
      'CT head: no haemorrhage. Hyperdense left MCA. ASPECTS 7. Loss of insular ribbon on the left side.',
    ],
    [
      'sentences',
      'There is restricted diffusion in the left insula and frontal operculum. No evidence of haemorrhagic transformation. The basilar artery is patent.',
    ],
    [
      'another hand',
      'Findings: M1 occlusion with poor collaterals. Early ischaemic change in the right lentiform nucleus. Impression: acute infarct, no bleed seen.',
    ],
  ])('English: %s', (_name, text) => {
    expect(reportLanguage(text)).toBe('en');
  });

  it.each([
    [
      'German',
      'Hyperdenses Mediazeichen links. Kein Nachweis einer intrakraniellen Blutung. Frühzeichen einer Ischämie in der Inselrinde, ASPECTS 7 Punkte, keine Mittellinienverlagerung.',
    ],
    [
      'French',
      "Hyperdensité spontanée de l'artère cérébrale moyenne gauche. Absence de saignement intracrânien. Effacement du ruban insulaire, score ASPECTS à sept.",
    ],
    [
      'Spanish',
      'Arteria cerebral media izquierda hiperdensa. Sin evidencia de hemorragia intracraneal. Borramiento de la cinta insular y del núcleo lenticular, ASPECTS siete.',
    ],
    [
      'Japanese',
      '左中大脳動脈に高吸収域を認める。頭蓋内出血は認めない。左島皮質の皮髄境界が不明瞭である。',
    ],
    ['Russian', 'Гиперденсивная левая средняя мозговая артерия. Признаков кровоизлияния нет.'],
  ])('another: %s', (_name, text) => {
    expect(reportLanguage(text)).toBe('other');
  });

  it('Chinese, with the vessels and scores that are written in Latin letters everywhere', () => {
    expect(reportLanguage(chinese)).toBe('zh');
    expect(reportLanguage(`${chinese}左侧M1段闭塞，ASPECTS 7分。`)).toBe('zh');
  });

  it.each(['', 'ASPECTS 7.', 'Siehe Vorbefund.', '12.5 %'])('too short to say: "%s"', (text) => {
    expect(reportLanguage(text)).toBeNull();
  });
});

describe('inputs that a model has not learned to read', () => {
  const ranges = FEATURE_NAMES.map((name) => ({
    name,
    least: name === 'glucose' ? 3 : 0,
    most: 300,
  }));
  const known = { ranges, reportLanguage: 'en' as const };
  const told = (
    records: Parameters<typeof buildTimeline>[0],
    knows: Parameters<typeof unfamiliarInputs>[0]['known'] = known,
  ): readonly string[] => {
    const timeline = buildTimeline(records);
    const features = extractFeatures({ timeline, admittedAt: T0, asOf: hour(5) });
    return unfamiliarInputs({ features, reports: timeline.reports, known: knows });
  };
  const german =
    'Hyperdenses Mediazeichen links. Kein Nachweis einer Blutung. Keine Mittellinienverlagerung, keine Raumforderung, regelrechte Weite der Ventrikel.';

  it('are named', () => {
    expect(told([aMeasurement('crp', 350, { at: hour(2) })])).toEqual([
      'Beyond what the model learned: C-reactive protein',
    ]);
    expect(
      told([
        aMeasurement('crp', 400, { at: hour(2) }),
        aMeasurement('glucose', 2, { at: hour(3) }),
      ]),
    ).toEqual(['Beyond what the model learned: glucose, C-reactive protein']);
    expect(told([aReport(german, { at: hour(1) })])).toEqual([
      'Report not in the language the model learned',
    ]);
  });

  it('are reports in English where Chinese was learned, and the other way round', () => {
    const english =
      'There is restricted diffusion in the left insula. No evidence of haemorrhage on this scan.';
    const said = (text: string, language: 'en' | 'zh'): readonly string[] =>
      told([aReport(text, { at: hour(1) })], { ranges: [], reportLanguage: language });
    const foreign = ['Report not in the language the model learned'];
    expect(said(english, 'zh')).toEqual(foreign);
    expect(said(chinese, 'en')).toEqual(foreign);
    expect(said(chinese, 'zh')).toEqual([]);
    expect(said(english, 'en')).toEqual([]);
  });

  it('are nothing where all is as learned, or not known', () => {
    expect(told([aMeasurement('crp', 20, { at: hour(2) })])).toEqual([]);
    expect(told([])).toEqual([]);
    expect(told([aReport(german, { at: hour(1) })], { ranges: [], reportLanguage: null })).toEqual(
      [],
    );
  });
});
