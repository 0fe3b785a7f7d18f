import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DOCUMENT_FILE, loadRiskModel, WEIGHTS_FILE } from './load-model.ts';
import type { Artefact } from './model-artefact.ts';
import { packArtefact, unpackArtefact } from './model-artefact.ts';
import { randomArtefact, randomInput } from './testing/random-artefact.ts';

describe('loadRiskModel', () => {
  let folder: string;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'endwatch-model-'));
  });
  afterEach(() => rm(folder, { recursive: true }));

  async function store(
    artefact: Artefact,
    change: (document: string) => string = (document) => document,
  ): Promise<void> {
    const { document, weights } = packArtefact(artefact);
    await writeFile(join(folder, DOCUMENT_FILE), change(document));
    await writeFile(join(folder, WEIGHTS_FILE), weights);
  }

  it('scores as the model that was stored', async () => {
    await store(randomArtefact());
    const [first, second] = [await loadRiskModel(folder), await loadRiskModel(folder)];
    const { checksum } = JSON.parse(packArtefact(randomArtefact()).document) as {
      checksum: string;
    };
    expect(first.manifest).toMatchObject({ version: 'random', checksum, reportVectorLength: 12 });
    expect(first.score([randomInput(2, null)])).toEqual(second.score([randomInput(2, null)]));
    first.dispose();
    second.dispose();
  });

  it('refuses what was changed after training', async () => {
    await store(randomArtefact(), (document) => document.replace('"high": 0.4', '"high": 0.5'));
    await expect(loadRiskModel(folder)).rejects.toMatchObject({ problem: 'checksum' });
    await store(randomArtefact());
    const { weights } = packArtefact(randomArtefact());
    weights[5] = (weights[5] ?? 0) ^ 1;
    await writeFile(join(folder, WEIGHTS_FILE), weights);
    await expect(loadRiskModel(folder)).rejects.toMatchObject({ problem: 'checksum' });
  });

  it('refuses other features than the code extracts, by version and by name', async () => {
    await store(randomArtefact({ featureSet: '2020-01-1' }));
    await expect(loadRiskModel(folder)).rejects.toThrow('feature set 2020-01-1');
    const { featureNames } = randomArtefact().config;
    await store(randomArtefact({ featureNames: featureNames.slice(1) }));
    await expect(loadRiskModel(folder)).rejects.toMatchObject({ problem: 'feature-set' });
  });

  it('refuses a folder without an artefact, and one it cannot read', async () => {
    await expect(loadRiskModel(folder)).rejects.toMatchObject({ problem: 'unreadable' });
    await store(randomArtefact(), () => '{');
    await expect(loadRiskModel(folder)).rejects.toMatchObject({ problem: 'unreadable' });
    await store(randomArtefact(), () => '{"config":{"format":2}}');
    await expect(loadRiskModel(folder)).rejects.toThrow('format is 2');
  });

  it('refuses what stands between a network and its risk in later code, instead of leaving it out', async () => {
    const { hazard } = randomArtefact().config;
    await store(randomArtefact({ hazard: { ...hazard, laterLines: [] } as typeof hazard }));
    await expect(loadRiskModel(folder)).rejects.toThrow(
      'a network of it has "laterLines", which this code does not know',
    );
  });

  it('refuses weights of another size although the checksum fits', () => {
    const artefact = randomArtefact();
    const packed = packArtefact({ ...artefact, weights: artefact.weights.subarray(1) });
    expect(() => unpackArtefact(packed.document, packed.weights)).toThrow('bytes of weights');
  });
});
