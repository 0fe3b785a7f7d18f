import type { KnownLanguage } from '@endwatch/clinical';
import { reportLanguage } from '@endwatch/clinical';
import type { TokenMode, Vocabulary } from '@endwatch/ml-model';
import { buildVocabulary } from '@endwatch/ml-model';
import type { TrainingSettings } from './settings.ts';
import { VOCABULARY_LIMITS } from './settings.ts';
import type { Stay } from './stay-rows.ts';

function textsOf({ snapshots }: Stay): Set<string> {
  return new Set(snapshots.flatMap(({ reports }) => reports));
}

function simulatedVocabulary(stays: readonly Stay[], mode?: TokenMode): Vocabulary {
  const texts = new Set(stays.flatMap((stay) => [...textsOf(stay)]));
  return buildVocabulary(texts, VOCABULARY_LIMITS, mode);
}

/** Words of an artefact can be read by whoever has it: one that only a few real patients' reports hold may be a name. */
function siteVocabulary(stays: readonly Stay[], mode?: TokenMode): Vocabulary {
  const byPatient = stays.map((stay) => [...textsOf(stay)].join('\n'));
  const { most, leastPatients } = VOCABULARY_LIMITS;
  return buildVocabulary(byPatient, { most, leastTexts: leastPatients }, mode);
}

/** Words or runs of characters that a model learns to read. */
export function learnedVocabulary(
  stays: readonly Stay[],
  { trainedOn, tokens }: Pick<TrainingSettings, 'trainedOn' | 'tokens'>,
): Vocabulary {
  return trainedOn === 'site' ? siteVocabulary(stays, tokens) : simulatedVocabulary(stays, tokens);
}

/** That of nine in ten of the reports that are long enough to tell. */
export function languageLearned(stays: readonly Stay[]): KnownLanguage | null {
  const told = stays
    .flatMap((stay) => [...textsOf(stay)].map(reportLanguage))
    .filter((language) => language !== null);
  const most = (['en', 'zh'] as const).find(
    (known) => told.filter((language) => language === known).length >= 0.9 * told.length,
  );
  return told.length > 0 ? (most ?? null) : null;
}
