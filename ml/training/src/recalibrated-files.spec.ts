import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Artefact } from '@endwatch/ml-model';
import { packedChecksum, readReference } from '@endwatch/ml-model';
import { readArtefact, writeArtefact } from './artefact-files.ts';
import { referenceFile, refuseOther } from './recalibrated-files.ts';
import { DEFAULT_SETTINGS } from './settings.ts';

const SHIPPED = join(__dirname, '../../artefacts', DEFAULT_SETTINGS.version);

describe('what stands beside a recalibrated model', () => {
  let out: string;
  let parent: Artefact;
  let artefact: Artefact;
  const said: string[] = [];
  const say = (line: string): void => {
    said.push(line);
  };
  beforeAll(async () => {
    out = mkdtempSync(join(tmpdir(), 'recalibrated-'));
    parent = await readArtefact(SHIPPED);
    const hazard = { ...parent.config.hazard, calibration: { intercept: 1, slope: 1 } };
    artefact = {
      ...parent,
      config: { ...parent.config, hazard },
      provenance: { parent: { checksum: packedChecksum(parent) } },
    };
  });
  afterAll(() => {
    rmSync(out, { recursive: true, force: true });
  });

  it("is its parent's reference, under its own checksum", async () => {
    await writeArtefact(out, artefact, await referenceFile(SHIPPED, { parent, artefact, say }));
    const checksum = packedChecksum(artefact);
    expect(checksum).not.toBe(packedChecksum(parent));
    const own = await readReference(out, checksum);
    const before = await readReference(SHIPPED, packedChecksum(parent));
    expect(own).toEqual({ ...before, checksum });
    expect(own?.ranges?.length).toBeGreaterThan(0);
    expect(said).toEqual([]);
  });

  it('is nothing, and that is said, where the parent has none', async () => {
    expect(await referenceFile(tmpdir(), { parent, artefact, say })).toEqual({});
    expect(said.join()).toContain('no reference.json');
  });

  it('is never written over another model, least of all its parent', async () => {
    await expect(refuseOther(SHIPPED, parent)).rejects.toThrow('which would be lost');
    await expect(refuseOther(join(out, 'free'), parent)).resolves.toBeUndefined();
    await writeArtefact(out, artefact, {});
    await expect(refuseOther(out, parent)).resolves.toBeUndefined();
    await expect(refuseOther(out, artefact)).rejects.toThrow('which would be lost');
  });

  it('says in one line that a folder holds no model', async () => {
    await expect(readArtefact(join(out, 'absent'))).rejects.toThrow('there is no such folder');
    await expect(readArtefact(tmpdir())).rejects.toThrow('it has no artefact.json, weights.bin');
  });
});
