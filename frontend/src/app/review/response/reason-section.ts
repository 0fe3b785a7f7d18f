import { SEEN, type ReasonCount, type ResponseReview } from '@endwatch/contracts';
import { KIND_WORDS, reasonWord } from '../../words/alert-words.ts';
import { counted } from '../../words/figures.ts';
import { nOf } from '../counts.ts';
import { type Section, plain } from '../quality/section.ts';

const ACT_WORDS: Readonly<Record<ReasonCount['act'], string>> = {
  acknowledged: $localize`:@@reasons.acknowledged:Acknowledged`,
  declined: $localize`:@@reasons.declined:Declined`,
};

/** What people said when they acknowledged or declined. */
export function reasonSection({ reasons }: ResponseReview): Section {
  return {
    heading: $localize`:@@reasons.heading:Reasons that were given`,
    n: nOf(
      counted(
        reasons.reduce((sum, { n }) => sum + n, 0),
        $localize`:@@reasons.acts-one:act`,
        $localize`:@@reasons.acts:acts`,
      ),
    ),
    counts: $localize`:@@reasons.counts:Each acknowledged alert once, by the last reason that was given; each time one was declined. Technical alerts too.`,
    table: {
      caption: $localize`:@@reasons.table:Reasons by kind of alert`,
      columns: [
        $localize`:@@reasons.kind:Kind`,
        $localize`:@@reasons.done:What was done`,
        $localize`:@@reasons.reason:Reason`,
        $localize`:@@reasons.often:How often`,
      ],
      rows: reasons.map(({ kind, act, reason, n }) => [
        plain(KIND_WORDS[kind]),
        plain(ACT_WORDS[act]),
        plain(choiceWords(reason)),
        plain(n),
      ]),
      empty: $localize`:@@reasons.none-yet:No alert was acknowledged or declined in the stays that are counted.`,
    },
  };
}

function choiceWords(reason: string | null): string {
  if (reason === null) return $localize`:@@reasons.other-words:In other words`;
  return reason === SEEN ? $localize`:@@reasons.one-tap:None: one tap` : reasonWord(reason);
}
