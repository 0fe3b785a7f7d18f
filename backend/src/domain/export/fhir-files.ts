import type { DisguisedStay } from './disguised-stay.ts';
import { fhirResources, type Resource } from './fhir-resources.ts';

export interface ExportedFile {
  readonly name: string;
  readonly text: string;
}

/** As many stays are held at once: some megabytes. */
const TOGETHER = 20;

/** NDJSON as a bulk export has it: files of one type of resource each, several for a type (`Observation.2.ndjson`). */
export async function* fhirFiles(stays: AsyncIterable<DisguisedStay>): AsyncIterable<ExportedFile> {
  let part = 0;
  let held: Resource[] = [];
  let count = 0;
  const files = (): readonly ExportedFile[] => {
    part += 1;
    const byType = Map.groupBy(held, ({ resourceType }) => resourceType);
    held = [];
    return [...byType].map(([type, own]) => ({
      name: `${type}.${String(part)}.ndjson`,
      text: own.map((resource) => `${JSON.stringify(resource)}\n`).join(''),
    }));
  };
  for await (const stay of stays) {
    held.push(...fhirResources(stay));
    count += 1;
    if (count % TOGETHER === 0) yield* files();
  }
  if (held.length > 0) yield* files();
}
