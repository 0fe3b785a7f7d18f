import { NgTemplateOutlet } from '@angular/common';
import { ChangeDetectionStrategy, Component, computed, input, output } from '@angular/core';
import type { EpochMs } from '@endwatch/clinical';
import type { StayHistory } from '@endwatch/contracts';
import { KIND_WORDS } from '../../words/alert-words.ts';
import { measured } from '../../words/figures.ts';
import { measuredWidth } from '../../ui/measured-width.ts';
import { type PlotScale, areaOf, pathOf } from '../ui/plot-scale.ts';
import { rowsOf } from './stay-rows.ts';
import { type Mark, type ValueTrack, heldUntil } from './stay-tracks.ts';
import { type TimeWindow, zoomed } from './time-window.ts';
import {
  KEY_LINE,
  type Row,
  type TimeTick,
  VALUE_HEIGHT,
  actMarks,
  endFlag,
  hourTicks,
  timeTicks,
} from './track-layout.ts';

const LEFT = 150;
const LEFT_NARROW = 112;
/** A time on the axis is so wide: nearer the end it would be cut. */
const HALF_A_TICK = 18;
const NARROW = 620;
/** So wide is the heading of the risk with its keys behind it, in German: wider than a sheet of paper. */
const KEYS_BEHIND = 780;
const AXIS = 26;
const GROUPS: Readonly<Record<ValueTrack['kind'], string>> = {
  vital: $localize`:@@review-stay.vitals:Vital signs`,
  laboratory: $localize`:@@review-stay.laboratory:Laboratory`,
};

const NOW = $localize`:@@review-stay.risk-key-now:as it is known now: dotted`;
const KEYS = [
  $localize`:@@review-stay.risk-key-then:as the board showed it then: dashed, hatched`,
  NOW,
];
const KEYS_AFTERWARDS = [
  NOW,
  $localize`:@@review-stay.risk-key-never:no board showed any: heard of afterwards`,
];

/** Everything of the stay above one another on one axis. Facts are solid, forecasts dashed, dotted and hatched. */
@Component({
  selector: 'endwatch-stay-drawing',
  imports: [NgTemplateOutlet],
  templateUrl: './stay-drawing.html',
  styleUrl: './stay-drawing.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class StayDrawing {
  readonly history = input.required<StayHistory>();
  readonly bounds = input.required<TimeWindow>();
  readonly window = input.required<TimeWindow>();
  /** Nothing is drawn as if it held on after that. */
  readonly now = input.required<EpochMs>();
  readonly choose = output<TimeWindow>();

  protected readonly width = measuredWidth();
  protected readonly edge = HALF_A_TICK;
  protected readonly left = computed(() => (this.width() < NARROW ? LEFT_NARROW : LEFT));
  protected readonly inner = computed(() => Math.max(10, this.width() - this.left() - 8));
  /** How the lines of the risk are told apart: behind its heading, below it where that is too narrow. */
  protected readonly riskKeys = computed(() =>
    (this.history().loadedAfterwards ? KEYS_AFTERWARDS : KEYS).map((words) => ({
      words,
      ...(this.width() < KEYS_BEHIND ? { x: 0, dy: KEY_LINE } : { x: null, dy: null }),
    })),
  );
  private readonly rows = computed(() =>
    rowsOf(this.history(), this.width() < KEYS_BEHIND ? this.riskKeys().length : 0),
  );
  protected readonly height = computed(() => this.rows().end + AXIS);
  protected readonly foot = computed(() => this.rows().end);
  protected readonly ticks = computed(() => this.placed(timeTicks(this.window(), this.inner())));
  /** Of what is saved: dates stay here. */
  protected readonly hours = computed(() => {
    const admittedAt = Date.parse(this.history().admittedAt);
    return this.placed(hourTicks(this.window(), admittedAt, this.inner()));
  });

  protected readonly nihss = computed(() => {
    const { y, height, content } = this.rows().nihss;
    const top = Math.max(8, ...content.map(({ value }) => value)) + 2;
    const scale: PlotScale = { min: 0, max: top, from: y + height - 4, to: y + 8 };
    const last = content.at(-1);
    const held: Mark[] = last ? [...content, { ...last, at: this.until() }] : [];
    const flag = endFlag(this.history());
    return {
      path: this.path(held, scale, true),
      points: content.map((one) => ({ ...one, x: this.x(one.at), y: yOf(scale, one.value) })),
      ticks: [0, Math.round(top / 2), top].map((value) => ({
        words: String(value),
        y: yOf(scale, value),
      })),
      flag: flag && { words: flag.words, x: this.x(flag.at) },
    };
  });
  protected readonly risk = computed(() => {
    const { y, height, content } = this.rows().risk;
    const all = [...content.then, ...content.now].map(({ value }) => value);
    const top = Math.min(1, Math.ceil(Math.max(0.2, ...all) * 10 + 0.5) / 10);
    const scale: PlotScale = { min: 0, max: top, from: y + height - 4, to: y + 8 };
    const last = content.then.at(-1);
    const then: Mark[] = last ? [...content.then, { ...last, at: this.until() }] : [];
    return {
      then: this.path(then, scale, true),
      hatch: areaOf(
        then.map(({ at, value }) => [this.x(at), yOf(scale, 0), yOf(scale, value)] as const),
        true,
      ),
      now: this.path(content.now, scale),
      thenPoints: this.points(content.then, scale),
      nowPoints: this.points(content.now, scale),
      ticks: [0, top / 2, top].map((value) => ({
        words: `${String(Math.round(value * 100))} %`,
        y: yOf(scale, value),
      })),
      heading: this.rows().riskHeading,
    };
  });
  protected readonly due = computed(() => {
    const { y, content } = this.rows().due;
    return {
      ...{ y, heading: this.rows().lanesHeading },
      marks: content.map((mark) => ({
        ...{ mark, x: this.x(mark.due) },
        done: mark.done === null ? null : this.x(mark.done),
      })),
    };
  });
  protected readonly lanes = computed(() =>
    this.rows().lanes.map(({ y, content }) => ({
      ...{ y, name: content.name },
      marks: content.marks.map(({ at, words }) => ({ x: this.x(at), words })),
    })),
  );
  protected readonly alertHeading = computed(() => this.rows().alertHeading);
  protected readonly alerts = computed(() =>
    this.rows().alerts.map(({ y, content: { alert, from, to } }) => ({
      ...{
        y,
        alert,
        name: KIND_WORDS[alert.kind],
        x: this.x(from),
        end: this.x(to ?? this.until()),
      },
      marks: actMarks(alert).map((act) => ({ act, x: this.x(act.at) })),
    })),
  );
  protected readonly groups = computed(() =>
    this.rows().valueHeadings.map(({ kind, y, rows }) => ({
      ...{ y, name: GROUPS[kind] },
      rows: rows.map((row) => this.valueRow(row)),
    })),
  );
  /** Where what was known ends. */
  protected readonly known = computed(() => {
    const { knownAt } = this.history();
    return knownAt === null ? null : { x: this.x(Date.parse(knownAt)) };
  });

  /** With a control key, as pages are zoomed: without it the page scrolls. */
  protected wheel(event: WheelEvent): void {
    if (!event.ctrlKey && !event.metaKey) return;
    event.preventDefault();
    const { from, to } = this.window();
    const at = from + ((event.offsetX - this.left()) / this.inner()) * (to - from);
    this.choose.emit(
      zoomed(this.window(), { factor: event.deltaY < 0 ? 0.8 : 1.25, at }, this.bounds()),
    );
  }

  private valueRow({ y, content }: Row<ValueTrack>) {
    const { name, unit, low, high, marks } = content;
    const air = high > low ? 0 : 1;
    const scale: PlotScale = {
      min: low - air,
      max: high + air,
      from: y + VALUE_HEIGHT - 8,
      to: y + 8,
    };
    return {
      ...{ y, name, path: this.path(marks, scale), points: this.points(marks, scale) },
      range: `${low === high ? measured(low) : `${measured(low)}–${measured(high)}`} ${unit}`,
    };
  }

  /** The last that is known holds until the stay was over, or until the moment of knowledge. */
  private until(): EpochMs {
    return heldUntil(this.history(), this.now());
  }

  private placed(ticks: readonly TimeTick[]) {
    return ticks.map(({ at, words }) => ({ words, x: this.x(at) }));
  }

  private points(marks: readonly Mark[], scale: PlotScale) {
    return marks.map(({ at, value, words }) => ({ x: this.x(at), y: yOf(scale, value), words }));
  }

  private path(marks: readonly Mark[], scale: PlotScale, step = false): string {
    return pathOf(
      marks.map(({ at, value }) => [this.x(at), yOf(scale, value)]),
      step,
    );
  }

  /** Beyond what is in sight too: the drawing is cut there. */
  private x(at: EpochMs): number {
    const { from, to } = this.window();
    return ((at - from) / (to - from)) * this.inner();
  }
}

function yOf({ min, max, from, to }: PlotScale, value: number): number {
  return from + ((value - min) / (max - min)) * (to - from);
}
