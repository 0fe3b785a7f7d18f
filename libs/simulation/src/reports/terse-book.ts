import { TERSE_FINDINGS } from './terse-findings.ts';
import { TERSE_FRAME } from './terse-frame.ts';
import type { PhraseBook } from './sayings.ts';

/** A house that writes fragments (British spelling), has its own terms for the same findings and grades collaterals by number. */
export const TERSE: PhraseBook = { ...TERSE_FRAME, ...TERSE_FINDINGS };
