import type { AdjudicationReview, Warning } from '@endwatch/contracts';
import { whole } from '../../words/figures.ts';
import { ends, nOf, stays as staysOf } from '../counts.ts';
import { readKappa, readShare, readSpread } from '../quality/readings.ts';
import { type Cell, type Section, cellOf, plain, stayCell } from '../quality/section.ts';
import { CAUSE_WORDS, REASON_WORDS } from './judgement-words.ts';

export function judgedSections(review: AdjudicationReview): readonly Section[] {
  return [
    waitingSection(review),
    agreementSection(review),
    whySection(review),
    alertsSection(review),
  ];
}

function waitingSection({ waiting }: AdjudicationReview): Section {
  return {
    heading: $localize`:@@review-judged.waiting.title:END that nobody has judged`,
    n: nOf(ends(waiting.length)),
    counts: $localize`:@@review-judged.waiting.counts:END as charted, without a judgement. Each opens the history of the stay, where it is judged.`,
    table: {
      words: true,
      caption: $localize`:@@review-judged.waiting.table:END as charted that waits for a judgement, newest first`,
      columns: [$localize`:@@review.end-as-charted:END, as charted`],
      rows: waiting.map((one) => [stayCell(one)]),
      empty: $localize`:@@review-judged.waiting.none:Every END in the stays that are counted has been judged.`,
    },
  };
}

function agreementSection(review: AdjudicationReview): Section {
  const { table, judged, undecided, kappa } = review;
  return {
    heading: $localize`:@@review-judged.agreement.title:Was it END?`,
    n: nOf(staysOf(judged - undecided)),
    counts: $localize`:@@review-judged.agreement.counts:Judged stays; ${whole(undecided)}:undecided: that could not be decided are left out.`,
    facts: [
      {
        name: $localize`:@@review-judged.agreement.right:Charted END that was END`,
        reading: readShare(review.chartedRight),
      },
      {
        name: $localize`:@@review-judged.agreement.charted:END that was charted`,
        reading: readShare(review.judgedCharted),
      },
      {
        name: $localize`:@@review-judged.agreement.later:Charted after it happened`,
        reading: readSpread(review.chartedAfterHours, 'h'),
      },
      {
        name: $localize`:@@review-judged.agreement.kappa:Cohen’s kappa`,
        reading: readKappa(kappa, {
          ends: table.endEnd + table.noneEnd,
          others: table.endNone + table.noneNone,
        }),
      },
    ],
    table: {
      caption: $localize`:@@review-judged.agreement.table:Stays, as charted and as judged`,
      columns: [
        $localize`:@@review-judged.agreement.head:Charted`,
        $localize`:@@review-judged.agreement.judged-end:Judged: END`,
        $localize`:@@review-judged.agreement.judged-none:Judged: no END`,
      ],
      rows: [
        ['END', table.endEnd, table.endNone],
        [$localize`:@@review-judged.no-end:No END`, table.noneEnd, table.noneNone],
      ].map((row) => row.map(plain)),
      empty: '',
    },
  };
}

function whySection({ causes, reasons, judged, undecided }: AdjudicationReview): Section {
  return {
    heading: $localize`:@@review-judged.why.title:Why?`,
    n: nOf(staysOf(judged - undecided)),
    counts: $localize`:@@review-judged.why.counts:Causes of END, and why a stay without END had none, as judged.`,
    table: {
      words: true,
      caption: $localize`:@@review-judged.why.table:Causes and reasons, with how many stays`,
      columns: [
        $localize`:@@review-judged.why.what:Judged`,
        $localize`:@@review-judged.why.why:Why`,
        $localize`:@@review-judged.why.stays:Stays`,
      ],
      rows: [
        ...causes.map((one) => ['END', CAUSE_WORDS[one.cause], one.ends]),
        ...reasons.map((one) => [
          $localize`:@@review-judged.no-end:No END`,
          REASON_WORDS[one.reason],
          one.stays,
        ]),
      ].map((row) => row.map(plain)),
      empty: $localize`:@@review-judged.why.none:Nobody has judged any of the stays that are counted.`,
    },
  };
}

function alertsSection({ byCharted, byJudged, judged, undecided }: AdjudicationReview): Section {
  const line = (name: string, cell: (warning: Warning) => Cell): Cell[] => [
    plain(name),
    cell(byCharted),
    cell(byJudged),
  ];
  return {
    heading: $localize`:@@review-judged.alerts.title:What were the alerts worth?`,
    n: nOf(staysOf(judged - undecided)),
    counts: $localize`:@@review-judged.alerts.counts:The same judged stays and the same alerts, once by END as charted, once by END as judged. In stays loaded afterwards: alerts that today’s policy would have raised.`,
    table: {
      caption: $localize`:@@review-judged.alerts.table:Alerts before END as charted and as judged`,
      columns: [
        $localize`:@@review-judged.alerts.figure:Figure`,
        $localize`:@@review-judged.alerts.by-charted:By END as charted`,
        $localize`:@@review-judged.alerts.by-judged:By END as judged`,
      ],
      rows: [
        line('END', (one) => plain(one.ends)),
        line($localize`:@@review-forecast.lead.warned:END with an alert before`, (one) =>
          cellOf(readShare(one.warned)),
        ),
        line($localize`:@@review-forecast.lead.followed:Alerts that END followed in 24 h`, (one) =>
          cellOf(readShare(one.followed)),
        ),
        line($localize`:@@review-forecast.lead.lead:Lead time`, (one) =>
          cellOf(readSpread(one.leadHours, 'h')),
        ),
        line($localize`:@@review-forecast.lead.6h:First alert at least 6 h before END`, (one) =>
          cellOf(readShare(one.atLeast6h)),
        ),
      ],
      empty: '',
    },
  };
}
