import type { Artefact } from '@endwatch/ml-model';
import { packedChecksum, readReference, REFERENCE_FILE } from '@endwatch/ml-model';
import { artefactThere } from './artefact-files.ts';

/** Throws where `out` holds anything but an earlier recalibration of `parent`. */
export async function refuseOther(out: string, parent: Artefact): Promise<void> {
  const there = await artefactThere(out);
  if (there === null) return;
  const { parent: from } = there.provenance as { readonly parent?: { readonly checksum?: string } };
  if (from?.checksum === packedChecksum(parent)) return;
  throw new Error(
    `${out} holds ${there.config.version}, which would be lost: give another --version or --out`,
  );
}

interface Recalibrated {
  readonly parent: Artefact;
  readonly artefact: Artefact;
  readonly say: (line: string) => void;
}

/**
 * Recalibration changes no input: the reference that stands beside the parent in `folder` holds, under the checksum of the new artefact. Nothing where there
 * is none.
 */
export async function referenceFile(
  folder: string,
  { parent, artefact, say }: Recalibrated,
): Promise<Record<string, string>> {
  const reference = await readReference(folder, packedChecksum(parent));
  if (reference === null) {
    say(
      `no ${REFERENCE_FILE} of the model in ${folder}: nobody will be able to tell that inputs drift`,
    );
    return {};
  }
  const own = { ...reference, checksum: packedChecksum(artefact) };
  return { [REFERENCE_FILE]: `${JSON.stringify(own)}\n` };
}
