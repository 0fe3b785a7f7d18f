import { toCanonical } from '@endwatch/clinical';
import type { ClinicalRecord, LocationRecord } from '@endwatch/clinical';
import { seededRng, simulateStay } from '@endwatch/simulation';
import type { DiagnosticReport, Encounter, FhirResource, Observation } from 'fhir/r4.js';
import { SITES } from './site.ts';
import type { Site } from './site.ts';
import { locationToFhir, toFhir } from './to-fhir.ts';

const admittedAt = Date.parse('2026-03-01T08:00:00Z');
const location = { locationId: 'bed-1', display: '01', active: true, from: admittedAt };
const stay = simulateStay({ rng: seededRng(4), patientId: 'p-4', admittedAt, location });
const sites: readonly Site[] = Object.values(SITES);
const isObservation = (resource: FhirResource): resource is Observation =>
  resource.resourceType === 'Observation';
const observations = (record: ClinicalRecord, site: Site): Observation[] =>
  toFhir(record, site).filter(isObservation);
const codeOf = (of: Pick<Observation, 'code'>): string => of.code.coding?.[0]?.code ?? '';

function valuesOf(
  observation: Observation,
): { code: string; value: number; unit: string | null }[] {
  return [observation, ...(observation.component ?? [])].flatMap((of) => {
    const quantity = of.valueQuantity;
    return quantity?.value === undefined
      ? []
      : [{ code: codeOf(of), value: quantity.value, unit: quantity.code ?? null }];
  });
}

describe('simulated records as FHIR', () => {
  it.each(sites)(
    'every value of site $id reads back as the quantity it was, to its last digit',
    (site) => {
      let compared = 0;
      for (const record of stay.records) {
        if (record.type !== 'observation') continue;
        const facts = record.facts.filter((fact) => fact.kind === 'measurement');
        const sent = observations(record, site).flatMap(valuesOf);
        if (facts.length === 0) continue;
        expect(sent).toHaveLength(facts.length);
        for (const [n, fact] of facts.entries()) {
          const { code: loinc, value, unit } = sent[n] ?? { code: '', value: NaN, unit: null };
          const back = toCanonical({ loinc, value, unit });
          expect(back).toMatchObject({ ok: true, quantity: fact.quantity });
          const error = back.ok
            ? Math.abs(back.value - fact.value) / Math.max(0.2, fact.value)
            : NaN;
          expect(error).toBeLessThan(0.06);
          compared += 1;
        }
      }
      expect(compared).toBeGreaterThan(200);
    },
  );

  it('writes the same glucose and D-dimer in different units at different sites', () => {
    const units = (quantity: string): Set<string | null> => {
      const record = stay.records.find(
        (one) =>
          one.type === 'observation' &&
          one.facts.some((f) => f.kind === 'measurement' && f.quantity === quantity),
      );
      return new Set(
        record
          ? sites.flatMap((site) =>
              observations(record, site)
                .flatMap(valuesOf)
                .map(({ unit }) => unit),
            )
          : [],
      );
    };
    expect(units('glucose').size).toBe(2);
    expect(units('temperature')).toEqual(new Set(['Cel', '[degF]']));
    expect(units('systolic-bp')).toEqual(new Set(['mm[Hg]', 'kPa']));
  });

  it('packs an examination as one Observation with components, or as one for each item', () => {
    const record = stay.records.find(
      (one) =>
        one.type === 'observation' &&
        one.facts.filter((f) => f.kind === 'nihss-item').length === 15,
    );
    if (record === undefined) throw new Error('no full examination');
    const [one, ...none] = observations(record, SITES.metric);
    expect(none).toEqual([]);
    expect(codeOf(one ?? { code: {} })).toBe('72089-6');
    expect(one?.component).toHaveLength(15);
    expect(one?.performer?.[0]?.reference).toMatch(/^Practitioner\//);
    const many = observations(record, SITES.us);
    expect(many).toHaveLength(16);
    expect(new Set(many.map(({ id }) => id)).size).toBe(16);
    expect(new Set(many.map(({ effectiveDateTime }) => effectiveDateTime)).size).toBe(1);
  });

  it('never writes untestable as a number', () => {
    const base = stay.records.find((one) => one.type === 'observation' && one.rater !== null);
    if (base?.type !== 'observation') throw new Error('no examination');
    const items = (['6a', '7'] as const).map((item) => ({
      kind: 'nihss-item' as const,
      item,
      score: 'UN' as const,
    }));
    const [leg, ataxia] = observations({ ...base, facts: items }, SITES.metric);
    expect(leg?.valueCodeableConcept?.coding?.[0]?.code).toBe('LA18461-6');
    expect(ataxia?.dataAbsentReason).toBeDefined();
    expect([leg?.valueInteger, ataxia?.valueInteger]).toEqual([undefined, undefined]);
  });

  it('puts report text where the site puts it', () => {
    const record = stay.records.find((one) => one.type === 'report');
    if (record?.type !== 'report') throw new Error('no report');
    const [conclusion, plain, html] = [SITES.metric, SITES.kpa, SITES.us].map(
      (site) => toFhir(record, site)[0] as DiagnosticReport,
    );
    const decoded = (report: DiagnosticReport | undefined): string =>
      Buffer.from(report?.presentedForm?.[0]?.data ?? '', 'base64').toString('utf8');
    expect(conclusion?.conclusion).toBe(record.text);
    expect(decoded(plain)).toBe(record.text);
    expect(html?.presentedForm?.[0]?.contentType).toBe('text/html');
    expect(decoded(html).replace(/<br\/>|<\/p><p>/g, '\n')).toContain(record.text.split('\n')[0]);
  });

  it('gives every resource an id, a version, times and the patient', () => {
    for (const record of stay.records) {
      for (const resource of toFhir(record, SITES.us)) {
        expect(resource.id).toMatch(/^[A-Za-z0-9.-]{1,64}$/);
        expect(resource.meta?.versionId).toMatch(/^[1-9]\d*$/);
        const about =
          'subject' in resource
            ? (resource.subject as { reference: string }).reference
            : `Patient/${resource.id ?? ''}`;
        expect(about).toBe('Patient/p-4');
      }
    }
  });

  it('tells bed, discharge and retraction', () => {
    const encounters = stay.records.filter((one) => one.type === 'encounter');
    const [admitted, left] = encounters.map((one) => toFhir(one, SITES.metric)[0] as Encounter);
    expect(admitted?.location?.[0]).toMatchObject({
      location: { reference: 'Location/bed-1' },
      status: 'active',
    });
    expect(left).toMatchObject({ status: 'finished', location: [{ status: 'completed' }] });
    const drawn = stay.records.find((one) => one.type === 'observation');
    if (drawn === undefined) throw new Error('nothing observed');
    expect(observations({ ...drawn, retracted: true }, SITES.metric)[0]?.status).toBe(
      'entered-in-error',
    );
    const bed: LocationRecord = {
      type: 'location',
      locationId: 'bed-1',
      kind: 'bed',
      name: '01',
      partOf: 'w',
      version: '1',
    };
    expect(locationToFhir(bed)).toMatchObject({
      partOf: { reference: 'Location/w' },
      physicalType: { coding: [{ code: 'bd' }] },
    });
  });
});
