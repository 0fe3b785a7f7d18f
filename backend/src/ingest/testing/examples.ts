import { NIHSS_ITEMS, NIHSS_SCALE } from '@endwatch/clinical';
import type { Specimen } from 'fhir/r4.js';
import { bundle, component, loinc, MEASURED, observation, ucum } from './messages.ts';

const HAEMOLYSED: Specimen = {
  resourceType: 'Specimen',
  id: 's',
  condition: [{ text: 'Hemolyzed' }],
};

/** One message for each thing that is understood: seeds for tests that mutate, and a stand-in where no sample data are at hand. */
export const EXAMPLES: readonly { readonly name: string; readonly resource: object }[] = [
  { name: 'heart rate', resource: observation('8867-4', { valueQuantity: ucum(72, '/min') }) },
  {
    name: 'blood pressure',
    resource: observation('85354-9', {
      component: [
        component('8480-6', { valueQuantity: ucum(158, 'mm[Hg]') }),
        component('8462-4', { dataAbsentReason: { coding: [{ code: 'not-performed' }] } }),
      ],
    }),
  },
  {
    name: 'D-dimer below the limit',
    resource: observation('48065-7', {
      valueQuantity: { ...ucum(0.19, 'mg/L{FEU}'), comparator: '<' },
    }),
  },
  {
    name: 'potassium of a haemolysed tube',
    resource: observation('2823-3', {
      valueQuantity: ucum(6.9, 'mmol/L'),
      contained: [HAEMOLYSED],
      specimen: { reference: '#s' },
    }),
  },
  {
    name: 'NIHSS',
    resource: observation('72089-6', {
      valueInteger: 2,
      performer: [{ reference: 'Practitioner/n7' }],
      component: NIHSS_ITEMS.map((item) =>
        component(NIHSS_SCALE[item].loinc, { valueInteger: item === '5a' ? 2 : 0 }),
      ),
    }),
  },
  {
    name: 'one arm',
    resource: observation('70190-4', { valueCodeableConcept: loinc('LA18461-6') }),
  },
  {
    name: 'CT report',
    resource: {
      resourceType: 'DiagnosticReport',
      id: 'r1',
      status: 'final',
      category: [{ coding: [{ code: 'RAD' }] }],
      code: { text: 'CT head' },
      subject: { reference: 'Patient/p1' },
      effectiveDateTime: MEASURED,
      presentedForm: [
        { contentType: 'text/html', data: Buffer.from('<p>M1 occlusion</p>').toString('base64') },
      ],
    },
  },
  {
    name: 'admission',
    resource: bundle(
      [
        {
          resourceType: 'Patient',
          id: 'p1',
          name: [{ use: 'official', family: 'Doe', given: ['Jane'] }],
          birthDate: '1950-04-01',
          gender: 'female',
          link: [{ type: 'replaced-by', other: { reference: 'Patient/p2' } }],
        },
        {
          resourceType: 'Encounter',
          id: 'e1',
          status: 'in-progress',
          class: { code: 'IMP' },
          subject: { reference: 'Patient/p1' },
          period: { start: MEASURED },
          location: [{ location: { reference: 'Location/b7' }, status: 'active' }],
        },
        {
          resourceType: 'Location',
          id: 'b7',
          physicalType: { coding: [{ code: 'bd' }] },
          partOf: { reference: 'Location/w1' },
        },
        {
          resourceType: 'Condition',
          id: 'c1',
          code: { coding: [{ system: 'http://hl7.org/fhir/sid/icd-10-cm', code: 'I63.512' }] },
          subject: { reference: 'Patient/p1' },
          onsetDateTime: MEASURED,
        },
        {
          resourceType: 'MedicationAdministration',
          id: 'm1',
          status: 'completed',
          medicationCodeableConcept: { text: 'Alteplase' },
          subject: { reference: 'Patient/p1' },
          effectiveDateTime: MEASURED,
        },
        {
          resourceType: 'Procedure',
          id: 'x1',
          status: 'completed',
          code: { text: 'Thrombectomy, basilar artery' },
          subject: { reference: 'Patient/p1' },
          performedDateTime: MEASURED,
        },
      ],
      'transaction',
    ),
  },
];
