import type { Interval } from '@endwatch/statistics';

/** How a cell is written; the document itself holds unrounded values. */
export type Format = 'text' | 'count' | 'share' | 'score' | 'ratio' | 'p' | 'hours' | 'points';

/** Null = cannot be computed, e.g. an area under the curve with one outcome only. */
export type Cell = string | number | Interval | null;

export function isInterval(cell: Cell | undefined): cell is Interval {
  return Array.isArray(cell);
}

export interface Column {
  readonly key: string;
  readonly label: string;
  readonly format: Format;
}

/** What every table and figure says of itself. */
export interface Headed {
  readonly id: string;
  readonly title: string;
  /** Patients or, where patients come several times, forecasts judged. */
  readonly n: number;
  readonly population: string;
  readonly notes: readonly string[];
}

export interface Table extends Headed {
  readonly columns: readonly Column[];
  readonly rows: readonly Readonly<Record<string, Cell>>[];
}

export type Point = readonly [x: number, y: number];

export interface Series {
  readonly name: string;
  readonly kind: 'line' | 'step' | 'points';
  readonly points: readonly Point[];
  /** 95 % limits at the x of each point, where there are any. */
  readonly limits?: readonly (Interval | null)[];
}

export interface Axis {
  readonly label: string;
  readonly from: number;
  readonly to: number;
  readonly format: Format;
  /** Between marks; default: round values. */
  readonly step?: number;
}

export interface LineFigure extends Headed {
  readonly kind: 'lines';
  readonly x: Axis;
  readonly y: Axis;
  readonly series: readonly Series[];
  /** Draws y = x: chance, or perfect calibration. */
  readonly diagonal: boolean;
}

export interface ForestFigure extends Headed {
  readonly kind: 'forest';
  readonly x: Axis;
  /** Vertical line, e.g. the value in all patients. */
  readonly reference: number | null;
  readonly rows: readonly {
    readonly label: string;
    readonly n: number;
    readonly estimate: number | null;
    readonly ci95: Interval | null;
  }[];
}

/** A dot for each patient in each row (SHAP's beeswarm). */
export interface SwarmFigure extends Headed {
  readonly kind: 'swarm';
  readonly x: Axis;
  readonly rows: readonly {
    readonly label: string;
    /** `level`: rank of the patient's value, 0 lowest to 1 highest; null where it has none. */
    readonly dots: readonly { readonly x: number; readonly level: number | null }[];
  }[];
}

export type Figure = LineFigure | ForestFigure | SwarmFigure;

export interface Section {
  readonly id: string;
  readonly title: string;
  readonly text: readonly string[];
  readonly tables: readonly Table[];
  readonly figures: readonly Figure[];
}

/** Where every number of a document comes from. */
export interface Source {
  readonly command: string;
  /** Null for real patients. */
  readonly seed: number | null;
  /** What the model learned from and whom it was judged on, in one sentence. */
  readonly statement: string;
}

export interface RunRecord extends Source {
  readonly model: {
    readonly version: string;
    readonly checksum: string;
    readonly trainedOn: 'simulated' | 'site';
  };
  readonly cohort: {
    readonly kind: 'simulated' | 'site';
    readonly name: string;
    readonly patients: number;
    /** Stays to which the END rule can be applied. */
    readonly stays: number;
    readonly ends: number;
  };
  readonly engine: string;
  readonly commit: string;
}

export interface EvaluationDocument {
  readonly format: 1;
  readonly run: RunRecord;
  readonly sections: readonly Section[];
}
