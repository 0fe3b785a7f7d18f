import { fromCanonical, NIHSS_SCALE, NIHSS_TOTAL_LOINC, VITAL_SIGNS } from '@endwatch/clinical';
import type {
  MeasurementFact,
  NihssItemFact,
  NihssTotalFact,
  ObservationFact,
  ObservationRecord,
} from '@endwatch/clinical';
import type { CodeableConcept, Observation, ObservationComponent, Quantity } from 'fhir/r4.js';
import { iso, metaOf } from './fhir-meta.ts';
import type { Site } from './site.ts';

const LOINC = 'http://loinc.org';
const UCUM = 'http://unitsofmeasure.org';
const CATEGORY = 'http://terminology.hl7.org/CodeSystem/observation-category';
const ABSENT = 'http://terminology.hl7.org/CodeSystem/data-absent-reason';
/** LOINC answer "Amputation or joint fusion": the scale's way to say untestable for a limb. */
const UNTESTABLE_LIMB = { system: LOINC, code: 'LA18461-6', display: 'Amputation or joint fusion' };

type Valued = Pick<
  Observation,
  'valueQuantity' | 'valueInteger' | 'valueCodeableConcept' | 'dataAbsentReason'
>;

function loinc(code: string, display?: string): CodeableConcept {
  return { coding: [{ system: LOINC, code, ...(display === undefined ? {} : { display }) }] };
}

/** Canonical → what this site writes. A quantity without spelling at a site is a mistake in the site's table. */
function quantityAt(site: Site, fact: MeasurementFact): { code: string; quantity: Quantity } {
  const spelling = site.spellings[fact.quantity];
  if (spelling === undefined)
    throw new RangeError(`site ${site.id} has no unit for ${fact.quantity}`);
  const sent = fromCanonical({ loinc: spelling.loinc, value: fact.value, unit: spelling.unit });
  if (!sent.ok) throw new RangeError(`site ${site.id}: ${sent.detail}`);
  const quantity: Quantity = {
    value: Number(sent.value.toFixed(spelling.digits)),
    unit: spelling.unit,
    system: UCUM,
    code: spelling.unit,
    ...(fact.comparator === null ? {} : { comparator: fact.comparator }),
  };
  return { code: spelling.loinc, quantity };
}

function itemValue(fact: NihssItemFact): Valued {
  if (fact.score !== 'UN') return { valueInteger: fact.score };
  if (fact.item === '7' || fact.item === '10') {
    return { dataAbsentReason: { coding: [{ system: ABSENT, code: 'not-performed' }] } };
  }
  return { valueCodeableConcept: { coding: [UNTESTABLE_LIMB] } };
}

function base(record: ObservationRecord, category: string): Omit<Observation, 'code'> {
  return {
    resourceType: 'Observation',
    id: record.resourceKey.slice('Observation/'.length),
    meta: metaOf(record),
    status: record.retracted ? 'entered-in-error' : (record.status as Observation['status']),
    category: [{ coding: [{ system: CATEGORY, code: category }] }],
    subject: { reference: `Patient/${record.patientId}` },
    effectiveDateTime: iso(record.times.effectiveAt),
    issued: iso(record.times.issuedAt ?? record.times.effectiveAt),
    ...(record.rater === null ? {} : { performer: [{ reference: record.rater }] }),
  };
}

function measurements(
  record: ObservationRecord,
  site: Site,
  facts: readonly MeasurementFact[],
): Observation[] {
  const vital = facts.some((fact) => (VITAL_SIGNS as readonly string[]).includes(fact.quantity));
  const head = base(record, vital ? 'vital-signs' : 'laboratory');
  const [first, ...more] = facts;
  if (first === undefined) return [];
  if (more.length === 0) {
    const { code, quantity } = quantityAt(site, first);
    return [{ ...head, code: loinc(code), valueQuantity: quantity }];
  }
  const component = facts.map((fact): ObservationComponent => {
    const { code, quantity } = quantityAt(site, fact);
    return { code: loinc(code), valueQuantity: quantity };
  });
  // Systolic and diastolic pressure: the panel of the vital-signs profile.
  return [{ ...head, code: loinc('85354-9', 'Blood pressure panel'), component }];
}

type NihssFact = NihssItemFact | NihssTotalFact;

function nihssCode(fact: NihssFact): CodeableConcept {
  if (fact.kind === 'nihss-total') return loinc(NIHSS_TOTAL_LOINC, 'NIHSS total');
  const { loinc: code, label } = NIHSS_SCALE[fact.item];
  return loinc(code, label);
}

function nihssValue(fact: NihssFact): Valued {
  return fact.kind === 'nihss-total' ? { valueInteger: fact.total } : itemValue(fact);
}

function examination(
  record: ObservationRecord,
  site: Site,
  facts: readonly NihssFact[],
): Observation[] {
  const head = base(record, 'survey');
  const total = facts.find((fact) => fact.kind === 'nihss-total');
  const items = facts.filter((fact) => fact.kind === 'nihss-item');
  if (total !== undefined && site.nihss === 'one') {
    const component = items.map((fact): ObservationComponent => ({
      code: nihssCode(fact),
      ...itemValue(fact),
    }));
    const one: Observation = { ...head, code: nihssCode(total), valueInteger: total.total };
    return [component.length === 0 ? one : { ...one, component }];
  }
  return facts.map((fact) => {
    const part = fact.kind === 'nihss-total' ? 'total' : fact.item;
    return { ...head, id: `${head.id ?? ''}-${part}`, code: nihssCode(fact), ...nihssValue(fact) };
  });
}

const isMeasurement = (fact: ObservationFact): fact is MeasurementFact =>
  fact.kind === 'measurement';
const isNihss = (fact: ObservationFact): fact is NihssFact => fact.kind !== 'measurement';

/**
 * One observation as this site sends it: a value; blood pressure as a panel of two; an NIHSS examination as one Observation with components or
 * as one for each item. Motor checks, which have no total, are always one for each item.
 */
export function observationToFhir(record: ObservationRecord, site: Site): Observation[] {
  const measured = record.facts.filter(isMeasurement);
  if (measured.length > 0) return measurements(record, site, measured);
  return examination(record, site, record.facts.filter(isNihss));
}
