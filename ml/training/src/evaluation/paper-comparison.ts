import { aucEstimate, logRank, untilHorizon } from '@endwatch/statistics';
import { FORECAST_END_HOURS } from '@endwatch/clinical';
import type { ComparatorSet } from '../comparators/comparator.ts';
import type { AdmissionForecast } from './admission-forecasts.ts';
import { admissionForecasts, EARLY_HOURS, earlyOrNone, lateOrNone } from './admission-forecasts.ts';
import type { Section, Table } from './document.ts';
import { cellText, numberText } from './html/cell-text.ts';
import type { Judgement } from './judgement.ts';
import type { Judged } from './performance.ts';
import type { Comparison } from './paper-training.ts';
import { trainingOf } from './paper-training.ts';
import { columnsOf } from './performance.ts';
import { competing, strataOf } from './strata.ts';
import { subgroupsOf } from './subgroups.ts';

const ONE_CENTRE = 'all 426 patients of one hospital in China, 2018–2023';
const TEST_PART = 'test part of 426 patients of one hospital; its size is not stated';

function aucText(judged: readonly Judged[]): string {
  const { y, p } = columnsOf(judged);
  const { auc, ci95 } = aucEstimate(y, p);
  return auc === null ? '–' : `${numberText(auc, 'score')} (${cellText(ci95, 'score')})`;
}

function rates({ cohort }: Judgement, whom: string): Comparison[] {
  const { stays } = cohort;
  const early = stays.filter(({ followUp }) => followUp.event && followUp.time <= EARLY_HOURS);
  const all = stays.filter(({ followUp }) => followUp.event);
  const rate = (n: number): string => numberText(n / stays.length, 'share');
  const why =
    'The simulated rates were set from the paper, so agreement shows nothing; ours count an END only once an examination has shown it.';
  const base = {
    paperPopulation: ONE_CENTRE,
    ourPopulation: `${numberText(stays.length, 'count')} ${whom}`,
    why,
  };
  return [
    { figure: 'END within 7 days', paper: '38.0 %', ours: rate(all.length), ...base },
    { figure: 'early END (≤ 48 h)', paper: '30.3 %', ours: rate(early.length), ...base },
    {
      figure: 'late END (48 h to 7 days)',
      paper: '7.7 %',
      ours: rate(all.length - early.length),
      ...base,
    },
  ];
}

function discrimination(forecasts: readonly AdmissionForecast[], whom: string): Comparison[] {
  const people = (n: number): string =>
    `${numberText(n, 'count')} ${whom}, without END at the hour of the snapshot`;
  const early = earlyOrNone(forecasts);
  const late = lateOrNone(forecasts);
  return [
    {
      figure: 'AUC, test',
      paper: '0.771',
      paperPopulation: TEST_PART,
      ours: aucText(forecasts),
      ourPopulation: people(forecasts.length),
      why: 'Simulated patients were made so that no forecaster does much better than the paper, so the likeness is by construction; the paper gives no interval.',
    },
    {
      figure: 'AUC, early END',
      paper: '0.842',
      paperPopulation: 'not stated; above the test AUC, so probably not the test part alone',
      ours: aucText(early),
      ourPopulation: people(early.length),
      why: 'The paper does not say which patients were left out or in; ours sets early END against no END by 7 days, on patients never trained on.',
    },
    {
      figure: 'AUC, late END',
      paper: '0.855',
      paperPopulation: 'not stated; about 33 late END among all 426',
      ours: aucText(late),
      ourPopulation: people(late.length),
      why: 'In the simulated patients what is known at admission tells less and less of later days, and the paper has too few late END for a comparison in any case.',
    },
  ];
}

function diabetes(forecasts: readonly AdmissionForecast[], whom: string): Comparison[] {
  const result = subgroupsOf(forecasts)['diabetes'];
  if (result === undefined) return [];
  const { with: present, without, p } = result;
  return [
    {
      figure: 'AUC with against without diabetes',
      paper: 'higher with diabetes, p = .002',
      paperPopulation: 'not stated; all or part of 426',
      ours: `${cellText(present.auc, 'score')} against ${cellText(without.auc, 'score')}, p ${cellText(p, 'p')} before adjustment`,
      ourPopulation: `${numberText(present.n, 'count')} and ${numberText(without.n, 'count')} ${whom}`,
      why: 'Nothing in the simulator makes diabetics easier to forecast; a difference here would be chance or the spread of their values.',
    },
  ];
}

function strata(judgement: Judgement, whom: string): Comparison[] {
  const groups = strataOf(judgement);
  const rows = groups.flatMap(({ stays }, group) => stays.map((stay) => ({ stay, group })));
  const columns = {
    time: rows.map(({ stay }) => competing(stay).time),
    event: rows.map(({ stay }) => (stay.followUp.event ? 1 : 0)),
    group: rows.map(({ group }) => group),
  };
  return [EARLY_HOURS, FORECAST_END_HOURS].map((hours) => ({
    figure: `risk strata, log-rank within ${String(hours)} h`,
    paper: 'high against low: p < .0001',
    paperPopulation: ONE_CENTRE,
    ours: `${String(groups.length)} bands: p ${cellText(logRank(untilHorizon(columns, hours)).p, 'p')}`,
    ourPopulation: `${numberText(rows.length, 'count')} ${whom}`,
    why: 'A p value grows smaller with the number of patients, and the strata of the paper include those the model was fitted on.',
  }));
}

/** Of a site's own patients all of these hold at once. */
function anotherSite({ artefact }: Judgement): string {
  const learned =
    artefact.config.trainedOn === 'simulated' ? 'simulated patients' : "a site's own patients";
  return `Another hospital with other patients, another rate of END and another habit of charting, and another model, which learned from ${learned}.`;
}

function table(judgement: Judgement, set: ComparatorSet | null): Table {
  const forecasts = admissionForecasts(judgement);
  const whom = judgement.simulated ? 'simulated patients never trained on' : 'patients';
  const trained = trainingOf(set);
  const comparisons = [
    ...rates(judgement, whom),
    ...trained,
    ...discrimination(forecasts, whom),
    ...diabetes(forecasts, whom),
    ...strata(judgement, whom),
  ];
  return {
    id: 'paper',
    title: 'Figures of the paper beside ours',
    n: judgement.cohort.stays.length,
    population: judgement.population,
    notes: [
      ...(trained.length === 0
        ? [
            'Not filled in: the AUC in training (.877), because nobody judged here was trained on and no comparators lie beside the model.',
          ]
        : []),
      'Accuracy, recall, precision and F1 are not in the abstract, so ours stand alone.',
    ],
    columns: [
      { key: 'figure', label: 'figure', format: 'text' },
      { key: 'paper', label: 'paper', format: 'text' },
      { key: 'paperPopulation', label: 'whom the paper judged', format: 'text' },
      { key: 'ours', label: 'ours (95 % CI)', format: 'text' },
      { key: 'ourPopulation', label: 'whom we judged', format: 'text' },
      { key: 'why', label: 'why they may not be compared directly', format: 'text' },
    ],
    rows: comparisons.map((one) => ({
      ...one,
      why: judgement.simulated ? one.why : anotherSite(judgement),
    })),
  };
}

/** What the paper measured, and why none of it is confirmed or refuted here. */
export function paperSection(judgement: Judgement, set: ComparatorSet | null): Section {
  return {
    id: 'paper-comparison',
    title: 'Beside the paper',
    text: [
      'Sun C, Zhang Y, Zhou P, Lu Z. A multimodal deep learning model for predicting early neurological deterioration in patients with acute ischemic stroke. Front Neurol 2026, doi:10.3389/fneur.2026.1787921. Figures are those of its abstract.',
      ...(judgement.simulated
        ? [
            'Ours come from simulated patients that were drawn from published statistics, some of them from this paper. They test the method and the code; they say nothing about whether the paper is right.',
          ]
        : []),
    ],
    tables: [table(judgement, set)],
    figures: [],
  };
}
