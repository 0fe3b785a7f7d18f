import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { HOUSE_STYLES } from '@endwatch/simulation';
import { compareAucPaired } from '@endwatch/statistics';
import { writeArtefact } from '../artefact-files.ts';
import { scoreStays } from '../score-stays.ts';
import { admissionForecasts } from './admission-forecasts.ts';
import { readHouseModels, transportOf } from './house-models.ts';
import type { Judgement } from './judgement.ts';
import { shippedJudgement } from './testing/shipped-judgement.ts';
import type { HouseModel } from './transport.ts';
import { transportSection } from './transport.ts';

const COHORT = { seed: 31, patients: 120 };

describe('transport between houses', () => {
  let judgement: Judgement;
  let models: HouseModel[];
  beforeAll(async () => {
    judgement = await shippedJudgement(COHORT.patients, COHORT.seed);
    const { artefact } = judgement;
    // Two models that differ: the second reads no word of its reports.
    const [first] = artefact.config.vocabulary;
    const deaf = artefact.config.vocabulary.map((token, i) => (i < 3 ? token : `${first}${i}`));
    models = HOUSE_STYLES.map((style, i) => ({
      style,
      artefact:
        i === 0 ? artefact : { ...artefact, config: { ...artefact.config, vocabulary: deaf } },
      patients: 100,
      command: `npm run train -- --house-style ${style}`,
    }));
  }, 60_000);

  it('judges each model on the same patients in the words of both, pair by pair', async () => {
    const transport = await transportOf(models, COHORT);
    const [prose, terse] = transport.cohorts;
    expect(prose!.stays.map(({ followUp }) => followUp)).toEqual(
      terse!.stays.map(({ followUp }) => followUp),
    );
    const [table] = transportSection(judgement, transport).tables;
    expect(table!.rows).toHaveLength(12);
    const forecasts = [prose!, terse!].map(({ stays }) =>
      admissionForecasts({ ...judgement, scored: scoreStays(judgement.artefact, stays, true) }),
    );
    const [own, other] = forecasts.map((judged) => judged.map(({ p }) => p));
    const y = forecasts[0]!.map((one) => one.y);
    const tested = compareAucPaired(y, own!, other!);
    const row = table!.rows.find(
      (one) =>
        one['trained'] === 'prose' &&
        one['judged'] === 'terse' &&
        String(one['forecast']).startsWith('admission'),
    );
    expect(row).toMatchObject({ n: y.length, lost: tested.difference, p: tested.p });
    expect(row!['aucCi95']).toHaveLength(2);
    for (const one of table!.rows) {
      if (one['trained'] === one['judged']) expect(one['lost']).toBeUndefined();
    }
  }, 120_000);

  it('takes a house from no model that did not learn it', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'houses-'));
    expect(await readHouseModels(folder)).toBeNull();
    const { artefact } = judgement;
    const write = async (style: string, learned: string): Promise<void> => {
      const settings = { houseStyle: learned, patients: { train: 7 } };
      const provenance = { ...artefact.provenance, settings, command: 'npm run train' };
      await writeArtefact(join(folder, 'transport', style), { ...artefact, provenance }, {});
    };
    await write('prose', 'prose');
    expect(await readHouseModels(folder)).toBeNull();
    await write('terse', 'terse');
    const read = await readHouseModels(folder);
    expect(read?.map(({ style, patients }) => `${style} ${String(patients)}`)).toEqual([
      'prose 7',
      'terse 7',
    ]);
    await write('terse', 'prose');
    await expect(readHouseModels(folder)).rejects.toThrow('--house-style terse');
  });
});
