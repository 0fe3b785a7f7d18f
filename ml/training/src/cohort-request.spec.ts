import { mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { simulateCohort } from '@endwatch/simulation';
import type { CohortPart } from './cohort.ts';
import { hashOf } from './cohort-folder/bucket-files.ts';
import { writeCohort } from './cohort-folder/write-cohort.ts';
import { wasRecalibratedTo } from './cohort-identity.ts';
import { cohortRequest, unseenBy } from './cohort-request.ts';
import { evaluationCohort, judgedStay } from './evaluation/evaluation-cohort.ts';
import { evaluationDocument } from './evaluation/evaluation.ts';
import { evaluationPage } from './evaluation/html/page.ts';
import { judge } from './evaluation/judgement.ts';
import { runOf, shippedJudgement } from './evaluation/testing/shipped-judgement.ts';
import { UsageError } from './usage-error.ts';

const none = (): void => undefined;
const elsewhere = { cohort: { folder: tmpdir(), seed: 5 } };

describe('the cohort that is asked for', () => {
  it.each<[string, Parameters<typeof cohortRequest>[0]]>([
    ['none', {}],
    ['two', { cohort: 'x', simulate: '3', seed: '1' }],
    ['no seed', { simulate: '3' }],
    ['a seed that is no number', { simulate: '3', seed: 'one' }],
    ['of nobody', { simulate: '0', seed: '1' }],
    ['a folder with a seed', { cohort: tmpdir(), seed: '1' }],
    ['a folder with a house style', { cohort: tmpdir(), 'house-style': 'prose' }],
    ['drawn patients read strictly', { simulate: '3', seed: '1', strict: true }],
  ])('is refused: %s', (_name, words) => {
    expect(() => cohortRequest(words, none)).toThrow(UsageError);
  });

  it('is drawn apart from what any training run with that seed has seen', async () => {
    const request = cohortRequest({ simulate: '2', seed: '7' }, none);
    const { stays } = await evaluationCohort(request.stays);
    const admittedAt = Date.UTC(2024, 0, 8, 6);
    for (const part of ['train', 'calibrate', 'test']) {
      const [trained] = simulateCohort({ seed: `7/${part}`, patients: 1, admittedAt, hours: 192 });
      expect(judgedStay(trained!)?.snapshots).not.toEqual(stays[0]?.snapshots);
    }
    expect(request).toMatchObject({ kind: 'simulated', seed: 7 });
  });
});

describe('patients that a model was recalibrated to', () => {
  const record = (identity: object): Readonly<Record<string, unknown>> => ({
    recalibration: { method: 'slope', identity: JSON.parse(JSON.stringify(identity)) as object },
  });

  it('are known again by their seed, however many are drawn', () => {
    const identity = (patients: string, seed: string) =>
      cohortRequest({ simulate: patients, seed }, none).identity();
    const provenance = record(identity('100', '7'));
    expect(wasRecalibratedTo(provenance, identity('50', '7'))).toBe(true);
    expect(wasRecalibratedTo({ parentProvenance: provenance }, identity('50', '7'))).toBe(true);
    expect(wasRecalibratedTo(provenance, identity('100', '8'))).toBe(false);
    expect(wasRecalibratedTo({ parent: {}, recalibration: {} }, identity('100', '7'))).toBe(false);
  });

  it('are known again where a folder was moved, and are not those of its other part', () => {
    const here = { folder: '/a', part: null, seed: null, patientsDigest: 'd' } as const;
    expect(wasRecalibratedTo(record(here), { ...here, folder: '/b' })).toBe(true);
    expect(wasRecalibratedTo(record(here), { ...here, patientsDigest: 'grown' })).toBe(true);
    const calibrate = { ...here, part: 'calibrate' } as const;
    const test = { ...here, part: 'test', patientsDigest: 'others' } as const;
    expect(wasRecalibratedTo(record(calibrate), test)).toBe(false);
  });
});

describe('a cohort folder', () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'evaluate-folder-'));
  });
  afterAll(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  it('is judged like the patients it was written from, without a true hazard', async () => {
    const admittedAt = Date.UTC(2024, 0, 8, 6);
    const cohort = { seed: 'folder', patients: 60, admittedAt, hours: 348 };
    await writeCohort(folder, simulateCohort(cohort), { kind: 'site', name: 'A <site>' });
    const request = cohortRequest({ cohort: folder, strict: true }, none);
    expect(request).toMatchObject({ kind: 'site', name: `A <site> (${folder})`, seed: null });

    const provenance = { cohort: { folder: realpathSync(folder), seed: 5 } };
    expect(() => cohortRequest({ cohort: join(folder, 'absent') }, none)).toThrow(
      'there is no folder',
    );
    const idsOf = async (
      part: CohortPart,
      known: object = provenance,
    ): Promise<readonly number[]> => {
      const { stays } = unseenBy(request, { provenance: { ...known }, part });
      const found: number[] = [];
      for await (const { records } of stays) found.push(hashOf(records[0]?.patientId ?? ''));
      return found;
    };
    const parts = await Promise.all(
      (['train', 'calibrate', 'test'] as const).map((one) => idsOf(one)),
    );
    expect(parts.map((one) => one.length > 0)).toEqual([true, true, true]);
    expect(new Set(parts.flat()).size).toBe(60);
    expect(await idsOf('test', { parentProvenance: provenance })).toEqual(parts[2]);
    expect(await idsOf('test', elsewhere)).toHaveLength(60);
    const digests = (['calibrate', 'test'] as const).map(async (part) => {
      const taken = unseenBy(request, { provenance, part });
      await evaluationCohort(taken.stays);
      return taken.identity().patientsDigest;
    });
    expect(new Set(await Promise.all(digests)).size).toBe(2);

    const { artefact } = await shippedJudgement(1);
    const read = judge(artefact, await evaluationCohort(request.stays), false);
    const written = judge(artefact, await evaluationCohort(simulateCohort(cohort)), false);
    const risks = ({ scored }: typeof read) =>
      scored.landmarks.map(({ output }) => output.next24h).toSorted((a, b) => a - b);
    expect(risks(read)).toEqual(risks(written));
    const departed = ({ cohort: { stays } }: typeof read) =>
      stays
        .map(({ outcome }) => (outcome.event === 'end' ? -1 : outcome.hours))
        .toSorted((a, b) => a - b);
    expect(departed(read)).toEqual(departed(written));

    const run = { ...runOf(read), seed: null };
    const document = evaluationDocument(read, run, {
      comparators: null,
      transport: null,
      explained: 2,
    });
    const page = evaluationPage(document);
    expect(page).not.toMatch(/NaN|undefined|Infinity/);
    expect(page).toContain('patients of the cohort');
    const [table] = document.sections[0]!.tables;
    expect(table!.rows.map(({ oracleAuc }) => oracleAuc)).toEqual(table!.rows.map(() => null));
  }, 120_000);
});
