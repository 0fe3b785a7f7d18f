import type { DisguisedStay } from './domain/export/disguised-stay.ts';
import { fhirFiles } from './domain/export/fhir-files.ts';
import { metadataOf } from './domain/export/seismometer-config.ts';
import type { Pause } from './domain/review/pause.ts';
import type { Archive } from './pipeline/review-views/review-views.ts';
import type { ViewParts } from './pipeline/review-views/view-parts.ts';
import { StayExport } from './pipeline/stay-export.ts';
import { drawDisguise, shuffled } from './system/disguise.ts';
import { seismometerFiles, type OutgoingFile } from './system/seismometer-files.ts';
import { TAR_END, tarEntry } from './system/tar.ts';

/** Stays with everything that is charted of them, de-identified, as a tar archive; a few of them are held at a time. */
export async function* archiveOf(
  { stayRecords, manifest }: ViewParts,
  { kind, stays, riskOn, now }: Archive,
  pause: Pause,
): AsyncIterable<Uint8Array> {
  const leaving = new StayExport(stayRecords, drawDisguise).of(shuffled(stays), { now, pause });
  const files =
    kind === 'fhir'
      ? fhirAsBytes(leaving)
      : seismometerFiles(leaving, metadataOf(manifest.version, riskOn));
  for await (const { name, content } of files) yield tarEntry(name, content, now);
  yield TAR_END;
}

async function* fhirAsBytes(stays: AsyncIterable<DisguisedStay>): AsyncIterable<OutgoingFile> {
  for await (const { name, text } of fhirFiles(stays)) yield { name, content: Buffer.from(text) };
}
