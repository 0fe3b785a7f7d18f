import type { LocationRecord } from '@endwatch/clinical';
import type { Location } from 'fhir/r4.js';
import { codingsOf } from './coding.ts';
import type { Decoding, Entry } from './decoding.ts';
import { isUnordered, versionOf } from './record-head.ts';
import { idOf, referenceIn } from './references.ts';
import { asArray, asText, type Unproven } from './unproven.ts';

/** A ward, a bed, or what lies between. */
export function readLocation(entry: Entry, decoding: Decoding): void {
  const locationId = idOf(entry.resource, entry.fullUrl);
  if (locationId === null) {
    decoding.reject('not-fhir', 'Location.id is missing');
    return;
  }
  const location = entry.resource as Unproven<Location>;
  const partOf = entry.references.idIn(referenceIn(location.partOf), 'Location', entry.resource);
  const name = asText(location.name) ?? asText(asArray(location.alias)[0]);
  const facts = { locationId, kind: kindOf(location), name, partOf };
  const said = { status: 'final', issuedAt: null, content: facts } as const;
  // Beds change their ward and wards their names: of what its sender put in no order the log took the later one later.
  const ties = isUnordered(entry) ? [entry.origin.brokerAt] : [];
  const version = versionOf(entry, { ...said, ties, changing: true }, JSON.stringify(said));
  decoding.location({ type: 'location', ...facts, version });
}

function kindOf(location: Unproven<Location>): LocationRecord['kind'] {
  for (const { code } of codingsOf(location.physicalType)) {
    if (code === 'wa') return 'ward';
    if (code === 'bd') return 'bed';
  }
  return 'other';
}
