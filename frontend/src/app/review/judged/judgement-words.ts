import type { Adjudication, EndCause, Judgement, NoEndReason } from '@endwatch/contracts';
import { dateAndTime } from '../../words/ages.ts';

export const JUDGEMENT_WORDS: Readonly<Record<Judgement, string>> = {
  end: $localize`:@@review-judged.end:END`,
  'no-end': $localize`:@@review-judged.no-end:No END`,
  undecided: $localize`:@@review-judged.undecided:Cannot be decided`,
};

export const CAUSE_WORDS: Readonly<Record<EndCause, string>> = {
  'infarct-progression': $localize`:@@review-judged.cause.progression:Infarct progression`,
  'haemorrhagic-transformation': $localize`:@@review-judged.cause.haemorrhage:Haemorrhagic transformation`,
  oedema: $localize`:@@review-judged.cause.oedema:Oedema`,
  'recurrent-stroke': $localize`:@@review-judged.cause.recurrent:Another stroke`,
  seizure: $localize`:@@review-judged.cause.seizure:Seizure`,
  systemic: $localize`:@@review-judged.cause.systemic:Systemic: infection, heart, metabolism`,
  unknown: $localize`:@@review-judged.cause.unknown:Cause not known`,
};

export const REASON_WORDS: Readonly<Record<NoEndReason, string>> = {
  'examined-differently': $localize`:@@review-judged.reason.rater:Examined differently by another rater`,
  sedated: $localize`:@@review-judged.reason.sedated:Sedated or anaesthetised`,
  'charted-wrongly': $localize`:@@review-judged.reason.charted:Charted wrongly`,
  'no-rise': $localize`:@@review-judged.reason.no-rise:Nothing got worse`,
  other: $localize`:@@review-judged.reason.other:Another reason`,
};

/** "END 3 Mar 14:20, Oedema". */
export function judgementWords({ judgement, at, cause, reason }: Adjudication): string {
  const what = JUDGEMENT_WORDS[judgement];
  const when = at === null ? '' : ` ${dateAndTime(Date.parse(at))}`;
  const why = cause === null ? reason && REASON_WORDS[reason] : CAUSE_WORDS[cause];
  return `${what}${when}${why === null ? '' : `, ${why}`}`;
}
