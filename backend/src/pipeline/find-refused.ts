import type { ClinicalRecord, LocationRecord } from '@endwatch/clinical';
import type { RoundRequest } from './decide-round.ts';
import type { BatchEffects, PatientEffects } from './ports.ts';
import { sift } from './sift.ts';

/** What the store will not keep, whatever else is written with it. */
interface Refused {
  readonly records: readonly (ClinicalRecord | LocationRecord)[];
  /** Patients who are refused even without their records of this round. */
  readonly patientIds: readonly string[];
}

/** How it is found out. */
export interface Trial {
  readonly refuses: (effects: BatchEffects) => Promise<boolean>;
  /** What would be written of this. */
  readonly decide: (request: RoundRequest) => Promise<BatchEffects>;
}

/**
 * Sets aside what the store will never keep, so that it does not stop the rest: records are rejected, patients added to `failed`. Throws
 * `error` where the round is refused without any of them: nobody is to blame then.
 */
export async function withoutRefused(
  request: RoundRequest,
  effects: BatchEffects,
  about: { readonly failed: Map<string, unknown>; readonly error: unknown; readonly trial: Trial },
): Promise<RoundRequest> {
  const { failed, error, trial } = about;
  if (await trial.refuses({ ...effects, patients: [], locations: [] })) throw error;
  const { records, patientIds } = await findRefused(effects, request, trial);
  for (const id of patientIds) failed.set(id, error);
  return leaveOut(request, records, error);
}

/** The store refused these effects, decided from `request`: tries until it is known who is to blame, first by patient, then by record. */
async function findRefused(
  effects: BatchEffects,
  request: RoundRequest,
  trial: Trial,
): Promise<Refused> {
  const parts = [...effects.locations, ...effects.patients];
  const bad = await sift(parts, async (kept) => {
    const patients = kept.filter(isPatient);
    const locations = kept.filter(isPlace);
    return !(await trial.refuses({ ...effects, patients, locations }));
  });
  const records: (ClinicalRecord | LocationRecord)[] = bad.filter(isPlace);
  const patientIds: string[] = [];
  for (const { patientId } of bad.filter(isPatient)) {
    const found = await recordsOf(patientId, request, trial);
    if (found === 'all') patientIds.push(patientId);
    else records.push(...found);
  }
  return { records, patientIds };
}

async function recordsOf(
  patientId: string,
  request: RoundRequest,
  trial: Trial,
): Promise<readonly ClinicalRecord[] | 'all'> {
  const passes = async (records: readonly ClinicalRecord[]): Promise<boolean> => {
    const alone = { ...request, records: new Map([[patientId, records]]), touched: [] };
    return !(await trial.refuses(await trial.decide(alone)));
  };
  if (!(await passes([]))) return 'all';
  const bad = await sift(request.records.get(patientId) ?? [], passes);
  return bad.length === 0 ? 'all' : bad;
}

function isPatient(part: PatientEffects | LocationRecord): part is PatientEffects {
  return 'patientId' in part;
}

function isPlace(part: PatientEffects | LocationRecord): part is LocationRecord {
  return !isPatient(part);
}

/** The same request without these records, which are rejected. */
function leaveOut(
  request: RoundRequest,
  refused: readonly (ClinicalRecord | LocationRecord)[],
  error: unknown,
): RoundRequest {
  const out = new Set(refused);
  const kept = [...request.records].map(
    ([id, records]) => [id, records.filter((record) => !out.has(record))] as const,
  );
  return {
    ...request,
    records: new Map(kept),
    locations: request.locations.filter((location) => !out.has(location)),
    rejections: [
      ...request.rejections,
      ...refused.map((record) => request.reject(record, { code: 'internal', error })),
    ],
  };
}
