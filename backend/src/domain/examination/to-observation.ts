import { NIHSS_ITEMS, NIHSS_SCALE, NIHSS_TOTAL_LOINC, type EpochMs } from '@endwatch/clinical';
import type { NewExamination } from '@endwatch/contracts';

const LOINC = 'http://loinc.org';
/** "Amputation or joint fusion, explain": the answer that the scale has for untestable. */
const UNTESTABLE = 'LA18461-6';

export interface ChartedBy {
  readonly patientId: string;
  readonly username: string;
  readonly name: string;
  readonly now: EpochMs;
}

/** The FHIR R4 Observation of an examination, as any other sender would send it: one resource, an item a component. */
export function toObservation(
  { clientId, at, items }: NewExamination,
  { patientId, username, name, now }: ChartedBy,
): object {
  return {
    resourceType: 'Observation',
    id: clientId,
    meta: { versionId: '1', lastUpdated: new Date(now).toISOString() },
    status: 'final',
    code: { coding: [{ system: LOINC, code: NIHSS_TOTAL_LOINC }] },
    subject: { reference: `Patient/${patientId}` },
    effectiveDateTime: at,
    issued: new Date(now).toISOString(),
    performer: [{ reference: `Practitioner/${username}`, display: name }],
    component: NIHSS_ITEMS.flatMap((item): object[] => {
      const answer = items[item];
      if (answer === undefined) return [];
      const code = { coding: [{ system: LOINC, code: NIHSS_SCALE[item].loinc }] };
      if (typeof answer === 'number') return [{ code, valueInteger: answer }];
      const coding = [{ system: LOINC, code: UNTESTABLE }];
      return [{ code, valueCodeableConcept: { coding, text: answer.un } }];
    }),
  };
}
