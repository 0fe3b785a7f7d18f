import type { BoardSnapshot } from '@endwatch/contracts';
import * as fhir from '../harness/messages.ts';
import { eventually, type Endwatch } from '../harness/system.ts';

const HOUR = 3_600_000;
export const WARD = 'w';

/** A patient who gets worse, with something in every table: examinations, vital signs, a laboratory value, a report, and a value that is refused. */
export async function admit(to: Endwatch, id: string, now = Date.now()): Promise<void> {
  const told = (hoursAgo: number, what: string): fhir.Told => ({
    id: `${id}-${what}`,
    patientId: id,
    at: now - hoursAgo * HOUR,
  });
  await to.post(
    '/fhir',
    fhir.bundle(
      fhir.ward(WARD, 'Ward'),
      fhir.bed(`bed-${id}`, id, WARD),
      fhir.patient(id, `Test, ${id}`),
      fhir.encounter(id, { start: now - 20 * HOUR, bedId: `bed-${id}` }),
      fhir.strokeCondition(id, now - 20 * HOUR),
      fhir.nihss(told(19, 'first'), { '5a': 1, '6a': 1, '9': 1 }),
      fhir.nihss(told(2, 'second'), { '5a': 3, '6a': 2, '9': 1 }),
      fhir.heartRate(told(3, 'pulse'), 84),
      fhir.heartRate(told(1, 'absurd'), 9_000),
      fhir.bloodPressure(told(3, 'pressure'), 164, 92),
      fhir.glucose(told(4, 'glucose'), 141),
      fhir.report(
        told(18, 'scan'),
        'Acute infarct in the territory of the left middle cerebral artery.',
      ),
    ),
  );
}

/** The board once it shows these patients (others too), each with a score or an END. */
export async function boardOf(on: Endwatch, ids: readonly string[]): Promise<BoardSnapshot> {
  return eventually(
    () => on.json<BoardSnapshot>(`/api/wards/${WARD}/board`),
    ({ rows }) =>
      ids.every((id) => rows.some(({ patientId }) => patientId === id)) &&
      rows.every(({ end, risk }) => risk !== null || end.status === 'confirmed'),
  );
}
