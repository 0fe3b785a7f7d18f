import { PROSE_FINDINGS } from './prose-findings.ts';
import { PROSE_FRAME } from './prose-frame.ts';
import type { PhraseBook } from './sayings.ts';

/**
 * A house that writes whole sentences (American spelling). `{side}` is the side of the occlusion, `{site}` the segment, `{aspects}` the score.
 * Wording after public teaching material and synthetic report collections; none is a quotation from a patient's report.
 */
export const PROSE: PhraseBook = { ...PROSE_FRAME, ...PROSE_FINDINGS };
