import { endThresholds, type EpochMs } from '@endwatch/clinical';
import {
  isByMachine,
  type Alert,
  type EndDefinitionSetting,
  type PatientDetail,
  type Trajectory,
} from '@endwatch/contracts';
import { age, dateAndTime } from '../words/ages.ts';
import { KIND_WORDS, holding } from '../words/alert-words.ts';
import { endWords, isSameEnd } from '../words/end-words.ts';
import { IMAGING_REPORT, inputWord } from '../words/input-words.ts';
import { inSentence } from '../words/locale.ts';
import { serverWords } from '../words/server-words.ts';

/** A series as ngx-charts takes it. */
export interface ChartSeries {
  readonly name: string;
  readonly series: readonly { readonly name: Date; readonly value: number }[];
}

type Assessment = Trajectory['assessments'][number];
type RiskPoint = Trajectory['risk'][number];

/** Examinations that say how the patient was: with a total, taken back ones left out, oldest first. */
export function chartedAssessments(trajectory: Trajectory): (Assessment & { total: number })[] {
  return trajectory.assessments
    .filter((one): one is Assessment & { total: number } => one.total !== null)
    .filter((one) => one.status !== 'entered-in-error' && one.status !== 'cancelled')
    .toSorted((a, b) => Date.parse(a.at) - Date.parse(b.at));
}

/** Steps, not slopes: a score holds until the next examination, the last one until `until`. */
export function nihssSeries(trajectory: Trajectory, until: EpochMs): ChartSeries[] {
  const charted = chartedAssessments(trajectory);
  const series = charted.flatMap((one, index) => {
    const next = charted[index + 1];
    const end = next ? Date.parse(next.at) : Math.max(until, Date.parse(one.at));
    return [
      { name: new Date(one.at), value: one.total },
      { name: new Date(end), value: one.total },
    ];
  });
  return series.length === 0 ? [] : [{ name: 'NIHSS', series }];
}

/** Scores that still hold, by the time they speak of. */
export function standingRisk(trajectory: Trajectory): RiskPoint[] {
  return trajectory.risk
    .filter((point) => !point.superseded)
    .toSorted((a, b) => Date.parse(a.asOf) - Date.parse(b.asOf));
}

export function supersededRisk(trajectory: Trajectory): RiskPoint[] {
  return trajectory.risk.filter((point) => point.superseded);
}

export function riskSeries(trajectory: Trajectory): ChartSeries[] {
  const series = standingRisk(trajectory).map((point) => ({
    name: new Date(point.asOf),
    value: point.next24h,
  }));
  return series.length === 0
    ? []
    : [{ name: $localize`:@@chart.risk-series:Risk in the next 24 h`, series }];
}

/** NIHSS total of the examination compared with plus the rise that counts as END; null where there is no such examination. */
export function endReference(trajectory: Trajectory): number | null {
  const charted = chartedAssessments(trajectory);
  const { reference } = trajectory.end;
  const compared =
    charted.find((one) => reference !== null && Date.parse(one.at) === Date.parse(reference)) ??
    charted[0];
  return compared ? compared.total + judgedBy(trajectory).total : null;
}

/** "Admission 8 to 11: +3": the change that END is judged by, then the rule; null where nothing can be compared. */
export function endRuleWords(trajectory: Trajectory): string | null {
  const { definition, end } = trajectory;
  const rule = ruleWords(trajectory);
  const charted = chartedAssessments(trajectory);
  const compared = charted.find((one) => one.at === end.reference);
  const later = end.at === null ? charted.at(-1) : charted.find((one) => one.at === end.at);
  if (!compared || !later || later === compared || end.deltaTotal === null) return rule;
  const from =
    definition.baseline === 'admission'
      ? $localize`:@@chart.from-admission:Admission`
      : $localize`:@@chart.from-lowest:Lowest`;
  const { deltaTotal } = end;
  const sign = deltaTotal > 0 ? '+' : deltaTotal < 0 ? '−' : '';
  const size = `${sign}${String(Math.abs(deltaTotal))}`;
  const change = $localize`:@@chart.change:${from}:from: ${compared.total}:before: to ${later.total}:after:: ${size}:change:`;
  return deltaTotal === later.total - compared.total
    ? `${change}. ${rule}`
    : $localize`:@@chart.change-shared:${change}:change: over items tested both times. ${rule}:rule:`;
}

/** By which the newest finding was judged; where nothing was, the one in force. */
function judgedBy({ definition, end }: Trajectory): EndDefinitionSetting {
  return end.judgedBy ?? endThresholds(definition);
}

/** The definition that judged, and the one in force where that is another by now. */
function ruleWords(trajectory: Trajectory): string {
  const [by, now] = [judgedBy(trajectory), endThresholds(trajectory.definition)];
  return isSameEnd(by, now)
    ? $localize`:@@chart.rule:END counts from ${endWords(now)}:rule:`
    : $localize`:@@chart.rule-then:Judged by the definition of then: END from ${endWords(by)}:then:. By now END counts from ${endWords(now)}:now:`;
}

/** One mark on a lane under the charts. */
export interface LaneMark {
  readonly at: EpochMs;
  readonly words: string;
  readonly priority: Alert['priority'] | null;
}

export interface Lane {
  readonly name: string;
  readonly marks: readonly LaneMark[];
}

/** What arrived and what was done, lane by lane; the chart labels each at its left. */
export function stayLanes(detail: PatientDetail, trajectory: Trajectory): Lane[] {
  return [
    {
      name: $localize`:@@chart.lane.treatments:Treatments`,
      marks: detail.treatments.map((one) => mark(one.at, inputWord(one.treatment))),
    },
    {
      name: $localize`:@@chart.lane.reports:Reports`,
      marks: detail.reports.map((one) => mark(one.effectiveAt, one.title ?? IMAGING_REPORT)),
    },
    { name: $localize`:@@chart.lane.laboratory:Laboratory`, marks: draws(detail) },
    {
      name: $localize`:@@chart.lane.alerts:Alerts`,
      marks: raised(detail, trajectory),
    },
    { name: $localize`:@@chart.lane.answers:Answers`, marks: answers(trajectory) },
    { name: $localize`:@@chart.lane.came-in:Came in`, marks: arrivals(detail, trajectory) },
  ];
}

/** Every alert of the stay, those that are over too. */
function raised({ alerts }: PatientDetail, { alertEvents = [] }: Trajectory): LaneMark[] {
  const told = alertEvents.filter(({ to }) => to === 'raised');
  const known = new Set(told.map(({ alertId }) => alertId));
  return [
    ...told.map(({ at, kind, priority }) => ({ ...mark(at, KIND_WORDS[kind]), priority })),
    ...alerts
      .filter(({ id }) => !known.has(id))
      .map(({ raisedAt, kind, priority }) => ({ ...mark(raisedAt, KIND_WORDS[kind]), priority })),
  ];
}

/** What people did about alerts, with how long it took, and to whom they went on where nobody did. */
function answers({ alertEvents = [] }: Trajectory): LaneMark[] {
  const raised = new Map<string, EpochMs>();
  return alertEvents.flatMap((event) => {
    const at = Date.parse(event.at);
    if (event.to === 'raised' || !raised.has(event.alertId)) raised.set(event.alertId, at);
    const kind = KIND_WORDS[event.kind];
    if (isByMachine(event)) {
      if (event.to !== 'escalated') return [];
      const why = serverWords(event.reason);
      return [mark(event.at, $localize`:@@chart.escalated:${kind}:kind:, escalated. ${why}:why:`)];
    }
    const took = age(raised.get(event.alertId) ?? at, at);
    const done = `${kind}: ${inSentence(holding({ state: event.to, holder: event.by }))}`;
    const words = $localize`:@@chart.answer:${done}:done: after ${took}:time:`;
    return [mark(event.at, words)];
  });
}

/** When things reached Endwatch, which may be long after they were measured. */
function arrivals(detail: PatientDetail, trajectory: Trajectory): LaneMark[] {
  const sampled = new Set(detail.samples?.flatMap(({ names }) => names));
  const came = [
    ...trajectory.assessments.map(({ knownAt, at }) => ({
      knownAt,
      at,
      what: $localize`:@@chart.examination:Examination`,
    })),
    ...detail.reports.map((one) => ({
      ...{ knownAt: one.receivedAt, at: one.effectiveAt, what: one.title ?? IMAGING_REPORT },
    })),
    ...(detail.samples ?? []).map((one) => ({
      ...{ knownAt: one.receivedAt, at: one.at, what: nameWords(one).join(', ') },
    })),
    // Vital signs come all the time: the newest of each.
    ...detail.inputs.flatMap(({ receivedAt, effectiveAt, name }) =>
      receivedAt === null || effectiveAt === null || sampled.has(name)
        ? []
        : [{ knownAt: receivedAt, at: effectiveAt, what: inputWord(name) }],
    ),
  ];
  const together = Map.groupBy(came, ({ knownAt }) => knownAt.slice(0, MINUTES));
  return [...together.values()].flatMap((group) => {
    const [first] = group;
    if (!first) return [];
    const words = group.map(
      ({ what, at }) =>
        $localize`:@@chart.arrival:${what}:what:, of ${dateAndTime(Date.parse(at))}:time:`,
    );
    return [mark(first.knownAt, words.join('; '))];
  });
}

/** Length of an ISO time up to its minutes. */
const MINUTES = 16;

/** Values of one blood sample are one tick. */
function draws({ samples = [] }: PatientDetail): LaneMark[] {
  const byTime = Map.groupBy(samples, ({ at }) => at);
  return [...byTime].map(([at, group]) => mark(at, group.flatMap(nameWords).join(', ')));
}

function nameWords({ names }: { readonly names: readonly string[] }): readonly string[] {
  return names.map(inputWord);
}

function mark(at: string, words: string): LaneMark {
  return { at: Date.parse(at), words, priority: null };
}
