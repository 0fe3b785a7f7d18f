import type { Sent } from '../harness/load.ts';
import type { Resource } from '../harness/messages.ts';

/** What must stand in a table, as `column=value` texts by the name of the version (patient, resource, version number) they belong to. */
export type Rows = ReadonlyMap<string, readonly string[]>;

const FACTS: Readonly<Record<string, { fact: string; divisor?: number }>> = {
  '8867-4': { fact: 'heart-rate' },
  '8480-6': { fact: 'systolic-bp' },
  '8462-4': { fact: 'diastolic-bp' },
  // Glucose has 180.16 g/mol: mg/dL over this is mmol/L.
  '2345-7': { fact: 'glucose', divisor: 18.016 },
  '72089-6': { fact: 'nihss-total' },
  '70184-7': { fact: 'nihss:1a' },
  '70185-4': { fact: 'nihss:1b' },
  '70186-2': { fact: 'nihss:1c' },
  '70187-0': { fact: 'nihss:2' },
  '70188-8': { fact: 'nihss:3' },
  '70189-6': { fact: 'nihss:4' },
  '70190-4': { fact: 'nihss:5a' },
  '70967-5': { fact: 'nihss:5b' },
  '70191-2': { fact: 'nihss:6a' },
  '70968-3': { fact: 'nihss:6b' },
  '70192-0': { fact: 'nihss:7' },
  '70193-8': { fact: 'nihss:8' },
  '70194-6': { fact: 'nihss:9' },
  '70195-3': { fact: 'nihss:10' },
  '70196-1': { fact: 'nihss:11' },
};

interface Valued {
  readonly code?: { readonly coding: readonly { readonly code: string }[] };
  readonly valueQuantity?: { readonly value: number };
  readonly valueInteger?: number;
}

/** A plain reading of what was sent: every version of every resource, once, however often and in whatever order it went out. */
export function expectedRows(sent: readonly Sent[]): Rows {
  const rows = new Map<string, readonly string[]>();
  for (const { key, resource } of sent) {
    if (resource.resourceType === 'Location') {
      rows.set(`${resource.resourceType}/${String(resource['id'])}`, locationRow(resource));
      continue;
    }
    const version = (resource['meta'] as { versionId?: string } | undefined)?.versionId ?? '0';
    const name = `${key} ${resource.resourceType}/${String(resource['id'])} v${version}`;
    rows.set(name, rowsOf(resource));
  }
  return rows;
}

/** A value to twelve digits: the last bits of a conversion are the converter's own. */
export function valueText(value: number | null): string {
  return value === null ? 'null' : String(Number(value.toPrecision(12)));
}

export function factRow(row: {
  fact: string | null;
  value: number | null;
  status: string;
  retracted: boolean;
  effectiveAt: string;
}): string {
  const { fact, value, status, retracted, effectiveAt } = row;
  return `${fact ?? 'nothing'}=${valueText(value)} ${status}${retracted ? ' retracted' : ''} at ${effectiveAt}`;
}

function rowsOf(resource: Resource): string[] {
  const time = String(resource['effectiveDateTime']);
  switch (resource.resourceType) {
    case 'Observation':
      return factsOf(resource).sort();
    case 'DiagnosticReport':
      return [`report=${String(resource['conclusion'])} at ${time}`];
    case 'Patient': {
      const [name] = resource['name'] as { family: string; given: string[] }[];
      return [`patient=${[...(name?.given ?? []), name?.family].join(' ')}`];
    }
    case 'Encounter': {
      const { start } = resource['period'] as { start: string };
      const [place] = resource['location'] as { location: { reference: string } }[];
      return [`encounter=${start} in ${place?.location.reference.split('/')[1] ?? ''}`];
    }
    case 'Condition':
      return ['condition=ischaemic-stroke'];
    default:
      throw new Error(`the model knows no ${resource.resourceType}`);
  }
}

function factsOf(resource: Resource): string[] {
  const status = String(resource['status']);
  const effectiveAt = String(resource['effectiveDateTime']);
  if (status === 'entered-in-error') {
    return [factRow({ fact: null, value: null, status, retracted: true, effectiveAt })];
  }
  const own = resource as unknown as Valued;
  const parts = (resource['component'] as Valued[] | undefined) ?? [];
  return [own, ...parts].flatMap((part) => {
    const value = part.valueQuantity?.value ?? part.valueInteger;
    if (value === undefined) return [];
    const { fact, divisor = 1 } = FACTS[part.code?.coding[0]?.code ?? ''] ?? { fact: 'unknown' };
    return [factRow({ fact, value: value / divisor, status, retracted: false, effectiveAt })];
  });
}

function locationRow(resource: Resource): string[] {
  const { coding } = resource['physicalType'] as { coding: { code: string }[] };
  const part = resource['partOf'] as { reference: string } | undefined;
  const kind = coding[0]?.code === 'wa' ? 'ward' : 'bed';
  return [`${kind}=${String(resource['name'])} in ${part?.reference.split('/')[1] ?? 'nothing'}`];
}
