import type { EndDefinitionPreview } from '@endwatch/contracts';
import { isoTime } from '../../domain/board/iso-time.ts';
import {
  countTried,
  tryDefinition,
  type Trial,
  type TriedStay,
} from '../../domain/end/try-definition.ts';
import { turnOf, type Pause } from '../../domain/review/pause.ts';
import { worked, type ViewParts, type Worked } from './view-parts.ts';

/** What another definition of END would find in the stays of these days. */
export async function endTrialView(
  { stayRecords }: ViewParts,
  trial: Trial,
  pause: Pause,
): Promise<Worked<EndDefinitionPreview>> {
  const stays: TriedStay[] = [];
  for await (const patients of stayRecords.admittedSince(trial.since)) {
    for (const stored of patients) {
      await turnOf(pause);
      stays.push(...tryDefinition(stored, trial));
    }
  }
  return worked({ since: isoTime(trial.since), ...countTried(stays) });
}
