import type { EndType, MonthReport, ReviewDefinition } from '@endwatch/contracts';
import { whole } from '../../words/figures.ts';
import { serverWords } from '../../words/server-words.ts';
import { ends as endsOf, nOf, stays as staysOf } from '../counts.ts';
import { driftSections } from '../drift/drift-sections.ts';
import { forecastFigures } from '../forecast/forecast-sections.ts';
import {
  NONE,
  readAuc,
  readMinutes,
  readNumber,
  readRatio,
  readShare,
  type Reading,
} from '../quality/readings.ts';
import { type Section, cellOf, plain } from '../quality/section.ts';
import { responseFigures } from '../response/response-sections.ts';

const END_WORDS: Readonly<Record<EndType, string>> = {
  early: $localize`:@@review-report.end-early:Early END, up to 48 h`,
  late: $localize`:@@review-report.end-late:Late END, after 48 h`,
  none: $localize`:@@review-report.end-none:No END charted`,
  suspected: $localize`:@@review-report.end-suspected:END suspected, not confirmed`,
  'not-evaluable': $localize`:@@review-report.end-unknown:Cannot be told: not examined as the rule asks`,
};
const FIGURE = $localize`:@@review-report.figure:Figure`;
const STAYS = $localize`:@@review-report.stays:Stays`;
const NOTHING = $localize`:@@review-report.nothing:No stay began in this month.`;

/** Sections that are read by the same definitions. */
export interface ReportPart {
  readonly definitions: readonly ReviewDefinition[];
  readonly sections: readonly Section[];
}

/** The whole report, in the order in which it is read. */
export function reportParts(report: MonthReport): readonly ReportPart[] {
  const { forecast, response, drift } = report;
  return [
    { definitions: [], sections: [flowSection(report), endSection(report)] },
    {
      definitions: forecast.definitions,
      sections: [...forecastFigures(forecast), listSection(report)],
    },
    { definitions: response.definitions, sections: responseFigures(response) },
    { definitions: drift.definitions, sections: driftSections(drift) },
  ];
}

function flowSection({ flow, stays }: MonthReport): Section {
  return {
    heading: $localize`:@@review-report.flow:Who is counted`,
    n: nOf(staysOf(stays)),
    counts: $localize`:@@review-report.flow-means:Stays that began within the month, of the whole house.`,
    table: {
      caption: $localize`:@@review-report.flow-table:Stays that are counted, step by step`,
      columns: [
        $localize`:@@review-report.step:Step`,
        $localize`:@@review-report.left-out:Left out`,
        $localize`:@@review-report.remaining:Remaining`,
      ],
      rows: flow.map(({ label, excluded, remaining }) => [
        plain(serverWords(label)),
        plain(whole(excluded)),
        plain(whole(remaining)),
      ]),
      empty: NOTHING,
    },
  };
}

function endSection({ endTypes, stays, died, present }: MonthReport): Section {
  const row = (name: string, count: number) => [plain(name), plain(whole(count))];
  return {
    heading: $localize`:@@review-report.end:What became of them`,
    n: nOf(staysOf(stays)),
    counts: $localize`:@@review-report.end-means:END as charted and confirmed by the rule. Whoever was admitted in the last week of the month had not been followed for 7 days when the report was composed.`,
    table: {
      caption: $localize`:@@review-report.end-table:Stays by what became of them`,
      columns: [FIGURE, STAYS],
      rows: [
        ...endTypes.map(({ type, stays: count }) => row(END_WORDS[type], count)),
        row($localize`:@@review-report.died:Died in hospital`, died),
        row($localize`:@@review-report.present:Still in hospital then`, present),
      ],
      empty: NOTHING,
    },
  };
}

/** What the pages list one by one is only counted here. */
function listSection({ unwarned, falseAlarms, forecast, response }: MonthReport): Section {
  const { endToAcknowledged: ends } = response;
  return {
    heading: $localize`:@@review-report.lists:END without a warning, and false alarms`,
    n: nOf(endsOf(forecast.ends)),
    counts: $localize`:@@review-report.lists-mean:Counted only: a report names no stay. The pages of the review list them, each a link to its history.`,
    facts: [
      {
        name: $localize`:@@review-report.unwarned:END that nobody was warned of`,
        reading: counted(unwarned),
      },
      {
        name: $localize`:@@review-report.false-alarms:False alarms`,
        reading: counted(falseAlarms),
      },
      {
        name: $localize`:@@review-report.end-acknowledged:END as charted to acknowledged`,
        reading: readMinutes(ends.totalMinutes),
      },
      {
        name: $localize`:@@review-report.never-acknowledged:Alert of END never acknowledged`,
        reading: readShare(ends.never),
      },
    ],
  };
}

function counted(count: number): Reading {
  return { text: whole(count), interval: null, basis: null, tooFew: false };
}

/** The main figures as they were composed, beside those known today. */
export function besideSection(then: MonthReport, now: MonthReport): Section {
  const [before, after] = [mainFigures(then), mainFigures(now)];
  return {
    heading: $localize`:@@review-report.beside:As composed, beside today’s figures`,
    n: nOf(staysOf(now.stays)),
    counts: $localize`:@@review-report.beside-means:What was charted, corrected or withdrawn since changes today’s figures; the report stays as it was.`,
    table: {
      caption: $localize`:@@review-report.beside-table:Main figures as composed and as known today`,
      columns: [
        FIGURE,
        $localize`:@@review-report.as-composed:As composed`,
        $localize`:@@review-report.today:Today`,
        $localize`:@@review-report.changed:Changed`,
      ],
      rows: before.map(({ name, reading }, row) => {
        const today = after[row]?.reading;
        const same = JSON.stringify(today) === JSON.stringify(reading);
        return [
          plain(name),
          cellOf(reading),
          today === undefined ? plain(NONE) : cellOf(today),
          plain(same ? NONE : $localize`:@@review-report.differs:differs`),
        ];
      }),
      empty: NOTHING,
    },
  };
}

function mainFigures(report: MonthReport): readonly { name: string; reading: Reading }[] {
  const { forecast, response, endTypes } = report;
  const at = forecast.landmarks.find(({ hour }) => hour === forecast.groupsHour);
  const { auc, ends, forecasts, observedToExpected, sensitivity, ppv } = at ?? forecast.overall;
  const of = { ends, others: forecasts - ends };
  const hour = String(forecast.groupsHour);
  return [
    { name: STAYS, reading: counted(report.stays) },
    ...endTypes.map(({ type, stays }) => ({ name: END_WORDS[type], reading: counted(stays) })),
    {
      name: $localize`:@@review-report.auc:Ranking at ${hour}:hour: h (AUC)`,
      reading: readAuc(auc, of),
    },
    {
      name: $localize`:@@review-report.ratio:END observed to expected at ${hour}:hour: h`,
      reading: readRatio(observedToExpected, of),
    },
    {
      name: $localize`:@@review-report.sensitivity:Sensitivity at ${hour}:hour: h`,
      reading: readShare(sensitivity),
    },
    {
      name: $localize`:@@review-report.ppv:Right when above the threshold at ${hour}:hour: h (PPV)`,
      reading: readShare(ppv),
    },
    {
      name: $localize`:@@review-report.warned:END that an alert came before`,
      reading: readShare(forecast.warning.warned),
    },
    {
      name: $localize`:@@review-report.per-day:Alerts per patient-day`,
      reading: readNumber(response.perPatientDay),
    },
    {
      name: $localize`:@@review-report.within-5:Acknowledged within 5 min`,
      reading: readShare(response.overall.within5),
    },
    {
      name: $localize`:@@review-report.missed:Missed: over, and nobody acknowledged it`,
      reading: readShare(response.overall.missed),
    },
  ];
}
