import type { EpochMs } from '@endwatch/clinical';
import type { AsKnown } from '@endwatch/contracts';
import { asKnown } from '../../domain/patient-page/as-known.ts';
import type { ViewParts, Worked } from './view-parts.ts';

interface AsKnownQuestion {
  readonly patientId: string;
  readonly at: EpochMs;
}

/** The patient page as it would have been at a moment; null and not known where there is no such patient, or not any more. */
export async function asKnownView(
  { queries, examinations, endDefinitions, manifest }: ViewParts,
  { patientId, at }: AsKnownQuestion,
): Promise<Worked<AsKnown | null, { readonly isKnown: boolean }>> {
  const [history, schedules, definitionAt] = await Promise.all([
    queries.history(patientId),
    examinations.history(),
    endDefinitions(),
  ]);
  if (history === null || history.stored.mergedInto !== null) {
    return { body: null, beside: { isKnown: false } };
  }
  const scheduleOf = (ward: string): ReturnType<typeof schedules>['schedule'] =>
    schedules(ward, at).schedule;
  const body = asKnown({ history, at, manifest, definitionAt, scheduleOf });
  return { body, beside: { isKnown: true } };
}
