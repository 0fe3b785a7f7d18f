import type { Cohort, Cohorts } from './cohort.ts';
import { simulateCohorts } from './cohort.ts';
import { goldenStays } from './golden-scores.ts';
import { DEFAULT_SETTINGS, VOCABULARY_LIMITS } from './settings.ts';
import type { Stay } from './stay-rows.ts';
import { prepare } from './fit-networks.ts';

const patients = { train: 40, calibrate: 1, test: 20 };
const cohorts = simulateCohorts({ seed: 3, patients });
const settings = { ...DEFAULT_SETTINGS, patients };

/** The reports of one stay with a word more. */
function signed(stay: Stay, word: string): Stay {
  const snapshots = stay.snapshots.map((one) => ({
    ...one,
    reports: one.reports.map((text, i) => `${text} ${word} ${String(i)}`),
  }));
  return { ...stay, snapshots };
}

/** `common` is written of many patients, `zwicky` in each report of one that has many. */
function told(cohort: Cohort): Cohort {
  const texts = ({ snapshots }: Stay): number => snapshots.at(-1)?.reports.length ?? 0;
  const one = cohort.stays.findLast((stay) => texts(stay) > 2);
  return {
    ...cohort,
    stays: cohort.stays.map((stay) => signed(stay, stay === one ? 'zwicky' : 'common')),
  };
}

describe('what a model of a site carries away', () => {
  const site: Cohorts = { ...cohorts, train: told(cohorts.train) };
  const words = (trainedOn: 'site' | 'simulated'): readonly string[] =>
    prepare({ cohorts: site, settings: { ...settings, trainedOn } }).vocabulary.tokens;

  it('is no word that only a few patients are described with', () => {
    expect(words('simulated')).toContain('zwicky');
    expect(words('site')).not.toContain('zwicky');
    expect(words('site')).toContain('common');
    const texts = (word: string): number =>
      site.train.stays.filter(({ snapshots }) =>
        snapshots.some(({ reports }) =>
          reports.some((text) =>
            text
              .toLowerCase()
              .split(/[^a-z]+/)
              .includes(word),
          ),
        ),
      ).length;
    const plain = words('site').filter((word) => /^[a-z]{4,}$/.test(word));
    expect(plain.length).toBeGreaterThan(20);
    for (const word of plain) {
      expect(texts(word)).toBeGreaterThanOrEqual(VOCABULARY_LIMITS.leastPatients);
    }
  });

  it('is no value or report of a patient: its stored scores are those of simulated ones', () => {
    const own = goldenStays({ trainedOn: 'simulated', seed: 3 }, cohorts);
    expect(own).toEqual(cohorts.test.stays.slice(0, 12));
    const golden = goldenStays({ trainedOn: 'site', seed: 3 }, { test: told(cohorts.test) });
    expect(golden).toHaveLength(12);
    expect(golden).toEqual(own);
  });
});
