import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import * as fhir from '../harness/messages.ts';

/** Public examples that nobody here wrote: US Core's, and bundles of Synthea's stroke patients. */
export const SAMPLE_FOLDER: string =
  process.env['ENDWATCH_SAMPLE_DATA'] ?? resolve(__dirname, '../../../shared/data');
const FOLDERS = ['fhir-us-core', 'fhir-synthea-stroke'] as const;

export const SAMPLES_ARE_HERE: boolean = FOLDERS.every((folder) =>
  existsSync(join(SAMPLE_FOLDER, folder)),
);

/** One message as a hospital would send it: a resource or a Bundle. */
export interface Sample {
  readonly name: string;
  readonly message: fhir.Resource;
}

/** What came in and what became of it, counted in resources; parts of a resource may be rejected while the rest of it is used. */
export interface Tally {
  resources: number;
  used: number;
  /** Of these, versions that were not there before: a resource that comes twice is kept once. */
  kept: number;
  ignored: Record<string, number>;
  rejected: Record<string, number>;
}

/** Folder → its messages; where the samples are not at hand, examples of our own under a name that says so. */
export function samples(): Readonly<Record<string, readonly Sample[]>> {
  if (!SAMPLES_ARE_HERE) return { 'our own examples (no sample data here)': ownExamples() };
  return Object.fromEntries(FOLDERS.map((folder) => [folder, read(join(SAMPLE_FOLDER, folder))]));
}

function read(folder: string): readonly Sample[] {
  return readdirSync(folder)
    .filter((name) => /\.(nd)?json$/.test(name))
    .flatMap((name) => {
      const text = readFileSync(join(folder, name), 'utf8');
      if (name.endsWith('.json')) return [{ name, message: JSON.parse(text) as fhir.Resource }];
      const lines = text.split('\n').filter((line) => line !== '');
      return byPatient(lines.map((line) => JSON.parse(line) as fhir.Resource)).map(
        (resources, index) => ({ name: `${name} ${index}`, message: fhir.bundle(...resources) }),
      );
    });
}

/** A sender keys by patient, so that a message is about one. */
function byPatient(resources: readonly fhir.Resource[]): readonly fhir.Resource[][] {
  return [...Map.groupBy(resources, patientOf).values()];
}

/** Id of the patient whom a resource is or names; null for one that is about nobody. */
function patientOf(resource: fhir.Resource): string | null {
  if (resource.resourceType === 'Patient') return String(resource['id']);
  const named = (resource['subject'] ?? resource['patient']) as { reference?: string } | undefined;
  return named?.reference?.split(/[/:]/).at(-1) ?? null;
}

function ownExamples(): readonly Sample[] {
  const at = Date.parse('2026-03-01T08:00:00Z');
  const told = (id: string): Parameters<typeof fhir.heartRate>[0] => ({ id, patientId: 'own', at });
  const messages: Record<string, fhir.Resource> = {
    admission: fhir.bundle(
      fhir.ward('own-ward', 'Own ward'),
      fhir.bed('own-bed', '1', 'own-ward'),
      fhir.patient('own', 'Example, Own'),
      fhir.encounter('own', { start: at, bedId: 'own-bed' }),
      fhir.strokeCondition('own', at),
      { resourceType: 'Practitioner', id: 'somebody' },
    ),
    vitals: fhir.bundle(fhir.heartRate(told('hr'), 71), fhir.bloodPressure(told('bp'), 150, 80)),
    glucose: fhir.glucose(told('glu'), 120),
    'wrong unit': fhir.quantity(told('odd'), { code: '2345-7', value: 6, unit: 'furlong' }),
    NIHSS: fhir.nihss(told('n'), { '5a': 2 }),
    report: fhir.report(told('ct'), 'No hemorrhage.'),
    'not for us': { resourceType: 'Questionnaire', id: 'q', status: 'active' },
  };
  return Object.entries(messages).map(([name, message]) => ({ name, message }));
}

/** The resources in a message. */
export function resourcesIn({ message }: Sample): readonly fhir.Resource[] {
  if (message.resourceType !== 'Bundle') return [message];
  return (message['entry'] as { resource: fhir.Resource }[]).map(({ resource }) => resource);
}

/** The patient whom a message is about, as its sender would key it; a place is about nobody. */
export function keyOf(sample: Sample): string {
  const patients = resourcesIn(sample).map(patientOf);
  return patients.find((id) => id !== null) ?? sample.name;
}

export const nothing = (): Tally => ({ resources: 0, used: 0, kept: 0, ignored: {}, rejected: {} });

export function count(counts: Record<string, number>, what: string, times = 1): void {
  counts[what] = (counts[what] ?? 0) + times;
}

const listed = (counts: Readonly<Record<string, number>>): string =>
  Object.entries(counts)
    .toSorted(([a, m], [b, n]) => n - m || a.localeCompare(b))
    .map(([what, times]) => `${what} ${times}`)
    .join(', ') || 'none';

export function table(rows: Readonly<Record<string, Tally>>): string {
  return Object.entries(rows)
    .map(
      ([name, { resources, used, kept, ignored, rejected }]) =>
        `${name}: ${resources} resources, ${used} used, ${kept} kept\n  ignored  ${listed(ignored)}\n  rejected ${listed(rejected)}\n`,
    )
    .join('');
}
