import type { Adjudication } from '@endwatch/contracts';
import { isoTime, isoTimeOrNull } from '../../board/iso-time.ts';
import type { JudgedEnd } from './as-judged.ts';

/** As it is shown; `byName`: what whoever judged is called now. */
export function toAdjudication(judged: JudgedEnd & Pick<Adjudication, 'byName'>): Adjudication {
  const { judgement, at, cause, reason, decidedAt, by, byName } = judged;
  return {
    ...{ judgement, at: isoTimeOrNull(at), cause, reason, by, byName },
    decidedAt: isoTime(decidedAt),
  };
}
