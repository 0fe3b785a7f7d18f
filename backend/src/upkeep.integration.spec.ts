import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DataSource } from 'typeorm';
import { CalibrationAlarm } from './pipeline/calibration-alarm.ts';
import { DriftWatch } from './pipeline/drift-watch.ts';
import { createDataSource } from './postgres/data-source.ts';
import { dropDatabase, freshDatabase } from './testing/test-postgres.ts';
import { upkeepOf } from './upkeep.ts';

type Upkeep = Parameters<typeof upkeepOf>;

describe('upkeep of a model without a reference', () => {
  let url: string;
  let source: DataSource;
  let folder: string;
  beforeAll(async () => {
    url = await freshDatabase();
    source = await createDataSource({ url }).initialize();
    folder = mkdtempSync(join(tmpdir(), 'upkeep-'));
  });
  afterAll(async () => {
    await source.destroy();
    await dropDatabase(url);
    rmSync(folder, { recursive: true, force: true });
  });

  it('goes on to what came of the forecasts, and says once what is missing', async () => {
    const warnings: unknown[] = [];
    const log = {
      info: () => undefined,
      warn: (_fields: object, message: string) => warnings.push(message),
    };
    const manifest = { version: 'm', checksum: 'c5'.repeat(32) };
    const watches = [
      jest.spyOn(DriftWatch.prototype, 'catchUp'),
      jest.spyOn(CalibrationAlarm.prototype, 'look'),
    ];
    const upkeep = upkeepOf(
      { retentionDays: 400, model: folder } as unknown as Upkeep[0],
      {
        ...{ source, log, clock: { now: () => Date.UTC(2026, 3, 1) } },
        ...{ ids: {}, eventLog: {}, model: { manifest } },
      } as unknown as Upkeep[1],
    );
    await upkeep();
    await upkeep();
    for (const watch of watches) expect(watch).toHaveBeenCalledTimes(2);
    expect(warnings).toEqual([expect.stringContaining('no reference.json of this model')]);
  });
});
