import type { FeatureVector } from '@endwatch/clinical';
import type { InputLayout, Vocabulary } from '@endwatch/ml-model';
import { encodeText, structuredWidth, writeStructured } from '@endwatch/ml-model';
import type { Rng } from '@endwatch/simulation';
import type { ExposureCell } from '@endwatch/statistics';
import { at } from '@endwatch/statistics';
import type { Targets } from './exposure-loss.ts';
import type { InputKind } from '@endwatch/ml-model';
import { ALL_BUT_VITALS, hiddenInputs } from './input-kinds.ts';
import type { FitSettings } from './settings.ts';
import { DROPPED_KINDS } from './settings.ts';
import type { Snapshot, Stay } from './stay-rows.ts';

export interface TrainingRow {
  readonly snapshot: Snapshot;
  /** Positions of its reports among the stay's texts. */
  readonly reports: readonly number[];
  readonly cells: readonly ExposureCell[];
}

/**
 * A stay ready to be fitted on: its distinct texts as token ids, and its rows. Both are laid out whenever they are asked for, so that only those of one step are in
 * memory.
 */
export interface TrainingStay {
  readonly texts: readonly TokenIds[];
  readonly rows: readonly TrainingRow[];
}

/** A vocabulary has some 2,000 tokens. */
type TokenIds = Uint16Array;

export interface RowSelection {
  readonly hours: readonly number[];
  readonly cells: (stay: Stay, snapshot: Snapshot) => ExposureCell[];
  /** False = the network is to do without reports. */
  readonly withReports: boolean;
}

export function trainingStay(
  stay: Stay,
  selection: RowSelection,
  { vocabulary, length }: { readonly vocabulary: Vocabulary; readonly length: number },
): TrainingStay {
  const { texts } = selectedRows(stay, selection);
  const ids = new Uint16Array(texts.length * length);
  texts.forEach((one, i) => ids.set(encodeText(one, vocabulary, length), i * length));
  return {
    get texts() {
      const all = Array.from({ length: ids.length / length }, (_, i) => i * length);
      return all.map((from) => ids.subarray(from, from + length));
    },
    get rows() {
      return selectedRows(stay, selection).rows;
    },
  };
}

/** Rows, and the texts they point at. Those that say nothing about any interval are left out. */
function selectedRows(
  stay: Stay,
  selection: RowSelection,
): { readonly texts: readonly string[]; readonly rows: readonly TrainingRow[] } {
  const positions = new Map<string, number>();
  const rows = stay.snapshots
    .filter(({ hour }) => selection.hours.includes(hour))
    .map((snapshot): TrainingRow => {
      const known = selection.withReports ? snapshot.reports : [];
      const reports = known.map((report) => {
        const position = positions.get(report) ?? positions.size;
        positions.set(report, position);
        return position;
      });
      return { snapshot, reports, cells: selection.cells(stay, snapshot) };
    })
    .filter(({ cells }) => cells.length > 0);
  return { texts: [...positions.keys()], rows };
}

/** One step's worth of rows, as plain arrays. */
export interface Batch {
  readonly rows: number;
  readonly structured: Float32Array;
  readonly tokens: Int32Array;
  readonly texts: number;
  /** For each row, `reportsPerRow` positions among the texts; `texts` = none. */
  readonly reports: Int32Array;
  readonly reportsPerRow: number;
  /** 1 for rows with a report. */
  readonly hasReport: Float32Array;
  readonly targets: Targets;
}

export interface BatchShape {
  readonly layout: InputLayout;
  readonly outputs: number;
}

/** Leaves whole kinds of input out of some rows, so that the network learns to do without them. */
export interface InputDropout {
  readonly rng: Rng;
  readonly without: FitSettings['without'];
}

function shown(
  { snapshot, reports }: TrainingRow,
  dropout: InputDropout | null,
): { features: FeatureVector; reports: readonly number[] } {
  const left = dropout ? leftOut(dropout) : [];
  const kept = left.includes('reports') ? [] : reports;
  const hidden = kept.length === 0 ? [...left, 'reports' as const] : left;
  return { features: hiddenInputs(snapshot.features, hidden), reports: kept };
}

/** Each kind by itself, and now and then all but what a bedside monitor tells. */
function leftOut({ rng, without }: InputDropout): readonly InputKind[] {
  if (rng.chance(without.allButVitals)) return ALL_BUT_VITALS;
  return DROPPED_KINDS.filter((kind) => rng.chance(without[kind]));
}

export function batchOf(
  some: readonly TrainingStay[],
  { layout, outputs }: BatchShape,
  dropout: InputDropout | null,
): Batch {
  const stays = some.map(({ texts, rows }) => ({ texts, rows }));
  const texts = stays.flatMap((stay) => stay.texts);
  const rows = stays.flatMap((stay) => stay.rows).length;
  const perRow = Math.max(
    1,
    ...stays.flatMap((stay) => stay.rows.map((row) => row.reports.length)),
  );
  const columns = structuredWidth(layout);
  const structured = new Float32Array(rows * columns);
  const reports = new Int32Array(rows * perRow).fill(texts.length);
  const hasReport = new Float32Array(rows);
  const targets: Targets = {
    y: new Uint8Array(rows * outputs),
    fraction: new Float32Array(rows * outputs),
  };
  let row = 0;
  let firstText = 0;
  for (const stay of stays) {
    for (const one of stay.rows) {
      const { features, reports: kept } = shown(one, dropout);
      const hasOne = kept.length > 0;
      const written = { features, hoursSinceAdmission: one.snapshot.hour, hasReport: hasOne };
      writeStructured(written, layout, { target: structured, offset: row * columns });
      kept.forEach((text, i) => (reports[row * perRow + i] = firstText + text));
      hasReport[row] = hasOne ? 1 : 0;
      for (const { interval, y, fraction } of one.cells) {
        targets.y[row * outputs + interval] = y;
        targets.fraction[row * outputs + interval] = fraction;
      }
      row += 1;
    }
    firstText += stay.texts.length;
  }
  const length = texts.length === 0 ? 0 : at(texts, 0).length;
  const tokens = new Int32Array(texts.length * length);
  texts.forEach((ids, i) => tokens.set(ids, i * length));
  return {
    rows,
    structured,
    tokens,
    texts: texts.length,
    reports,
    reportsPerRow: perRow,
    hasReport,
    targets,
  };
}
