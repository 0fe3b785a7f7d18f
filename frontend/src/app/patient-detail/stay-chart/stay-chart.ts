import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import type { EpochMs } from '@endwatch/clinical';
import type { PatientDetail, Trajectory } from '@endwatch/contracts';
import { AlertMark } from '../../ui/alert-mark.ts';
import { measuredWidth } from '../../ui/measured-width.ts';
import { dateAndTime } from '../../words/ages.ts';
import { NBSP, percent } from '../../words/figures.ts';
import { endWords } from '../../words/patient-words.ts';
import { itemWords } from '../nihss-words.ts';
import {
  PLOT_LEFT,
  PLOT_RIGHT,
  STAY_DAYS,
  dayColumns,
  narrowDays,
  nihssTop,
  riskTop,
  stayAxis,
  xOf,
  yOf,
} from '../stay-axis.ts';
import {
  chartedAssessments,
  endReference,
  endRuleWords,
  nihssSeries,
  riskSeries,
  standingRisk,
  stayLanes,
  supersededRisk,
} from '../to-chart-series.ts';
import { type ChartLine, ChartPanel } from './chart-panel.ts';

const NIHSS_HEIGHT = 230;
const RISK_HEIGHT = 140;
const LANE_HEIGHT = 22;
const FEW_DAYS_WIDTH = 620;

/** NIHSS, risk, and what arrived, on one axis of 14 days. */
@Component({
  selector: 'endwatch-stay-chart',
  imports: [ChartPanel, AlertMark],
  templateUrl: './stay-chart.html',
  styleUrl: './stay-chart.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class StayChart {
  private readonly width = measuredWidth();
  readonly trajectory = input.required<Trajectory>();
  readonly detail = input.required<PatientDetail>();
  readonly now = input.required<EpochMs>();

  protected readonly laneHeight = LANE_HEIGHT;
  protected readonly left = PLOT_LEFT;

  private readonly narrow = computed(() => this.width() < FEW_DAYS_WIDTH);
  protected readonly axis = computed(() => {
    const { admittedAt } = this.trajectory();
    const days = this.narrow() ? narrowDays(admittedAt, this.now()) : STAY_DAYS;
    return stayAxis(admittedAt, this.width(), days);
  });
  protected readonly ready = computed(() => this.width() > 0);
  protected readonly right = computed(() => this.width() - PLOT_RIGHT);
  protected readonly columns = computed(() => {
    const all = dayColumns(this.axis());
    const step = this.narrow() && all.length > 7 ? 2 : 1;
    return all.map((column) => ({
      ...column,
      label: (column.day - 1) % step === 0 ? String(column.day) : '',
    }));
  });

  private readonly nihssScale = computed(() => {
    const totals = chartedAssessments(this.trajectory()).map((one) => one.total);
    return {
      max: nihssTop([...totals, endReference(this.trajectory()) ?? 0]),
      height: NIHSS_HEIGHT,
    };
  });
  protected readonly nihss = computed<ChartLine>(() => {
    const scale = this.nihssScale();
    const step = scale.max > 24 ? 12 : 6;
    return {
      scale,
      series: nihssSeries(this.trajectory(), Math.min(this.now(), this.axis().to)),
      ticks: Array.from({ length: Math.floor(scale.max / step) + 1 }, (_, index) => ({
        value: index * step,
        label: String(index * step),
      })),
      words: (value, at) => `${dateAndTime(at)} · NIHSS ${String(value)}`,
    };
  });
  protected readonly reference = computed(() => {
    const total = endReference(this.trajectory());
    return total === null ? null : { total, y: yOf(this.nihssScale(), total) };
  });
  protected readonly rule = computed(() => endRuleWords(this.trajectory()));
  protected readonly points = computed(() =>
    chartedAssessments(this.trajectory()).map((one) => ({
      id: one.id,
      x: xOf(this.axis(), Date.parse(one.at)),
      y: yOf(this.nihssScale(), one.total),
      partial: one.partial,
      words: `${dateAndTime(Date.parse(one.at))}: NIHSS ${String(one.total)}. ${itemWords(one.items)}`,
    })),
  );
  protected readonly confirmed = computed(() => {
    const { end } = this.detail();
    const words = endWords(end, this.now());
    return words === null || end.at === null
      ? null
      : { x: xOf(this.axis(), Date.parse(end.at)), words };
  });

  private readonly riskScale = computed(() => ({
    max: riskTop(this.trajectory().risk.map((point) => point.next24h)),
    height: RISK_HEIGHT,
  }));
  protected readonly risk = computed<ChartLine>(() => {
    const scale = this.riskScale();
    return {
      scale,
      series: riskSeries(this.trajectory()),
      ticks: [0, scale.max / 2, scale.max].map((value) => ({
        value,
        label: `${String(Math.round(value * 100))}${NBSP}%`,
      })),
      words: (value, at) => `${dateAndTime(at)} · ${percent(value)}`,
    };
  });
  protected readonly riskArea = computed(() => {
    const standing = standingRisk(this.trajectory());
    const floor = yOf(this.riskScale(), 0);
    const [first] = standing;
    const last = standing.at(-1);
    if (!first || !last) return '';
    const line = standing.map(
      (point) => `L${String(this.x(point.asOf))} ${String(yOf(this.riskScale(), point.next24h))}`,
    );
    return `M${String(this.x(first.asOf))} ${String(floor)}${line.join('')}L${String(this.x(last.asOf))} ${String(floor)}z`;
  });
  protected readonly superseded = computed(() =>
    supersededRisk(this.trajectory()).map((point) => ({
      id: point.scoreId,
      x: this.x(point.asOf),
      y: yOf(this.riskScale(), point.next24h),
      words: $localize`:@@chart.superseded-point:${dateAndTime(Date.parse(point.asOf))}:time:: ${percent(point.next24h)}:risk:, superseded`,
    })),
  );

  protected readonly lanes = computed(() =>
    stayLanes(this.detail(), this.trajectory()).map((lane) => ({
      name: lane.name,
      marks: lane.marks.map((mark) => ({
        ...mark,
        x: xOf(this.axis(), mark.at),
        title: `${dateAndTime(mark.at)}: ${mark.words}`,
      })),
    })),
  );

  private x(at: string): number {
    return xOf(this.axis(), Date.parse(at));
  }
}
