import { SNAPSHOT_HOUR } from '../settings.ts';
import { admissionCurves } from './admission-curves.ts';
import type { AdmissionForecast } from './admission-forecasts.ts';
import { admissionForecasts, earlyOrNone, lateOrNone } from './admission-forecasts.ts';
import { thresholdTable } from './admission-thresholds.ts';
import type { Section, Table } from './document.ts';
import type { Judgement } from './judgement.ts';
import { PERFORMANCE_COLUMNS, performanceCells } from './performance.ts';

const asLive = (forecasts: readonly AdmissionForecast[]): AdmissionForecast[] =>
  forecasts.map((one) => ({ ...one, p: one.live.by7d }));

/** A part chosen by its outcome: how many had END says nothing there. */
const UNASKED = {
  brier: null,
  inTheLarge: null,
  slope: null,
  slopeCi95: null,
  eo: null,
  eoCi95: null,
} as const;

function discriminationTable(forecasts: readonly AdmissionForecast[], population: string): Table {
  const early = earlyOrNone(forecasts);
  const late = lateOrNone(forecasts);
  const row = (name: string, some: readonly AdmissionForecast[]) => ({
    name,
    ...performanceCells(some, true),
    ...(some.length < forecasts.length && UNASKED),
  });
  return {
    id: 'admission-discrimination',
    title: `Admission model at ${String(SNAPSHOT_HOUR)} h: END within 7 days`,
    n: forecasts.length,
    population,
    notes: [
      'Early: charted within 48 h of admission; late: after that, to 7 days. Each is set against patients without any END by 7 days, the other kind left out; so of these only the ranking can be judged.',
      'The live model is judged on the same patients at the same hour for comparison.',
    ],
    columns: [{ key: 'name', label: 'forecast', format: 'text' }, ...PERFORMANCE_COLUMNS],
    rows: [
      row('admission model, any END', forecasts),
      row('admission model, early END', early),
      row('admission model, late END', late),
      row('live model, any END', asLive(forecasts)),
      row('live model, early END', asLive(early)),
      row('live model, late END', asLive(late)),
    ],
  };
}

/** The paper's own kind of model: one snapshot, one probability. */
export function admissionSection(judgement: Judgement): Section {
  const forecasts = admissionForecasts(judgement);
  const hour = String(SNAPSHOT_HOUR);
  const population = `${judgement.population}, still followed and without END at ${hour} h`;
  return {
    id: 'admission',
    title: 'Admission model',
    text: [
      `One probability of END within 7 days from what was known ${hour} h after admission, after the published Concat-Fusion model.`,
      'Whoever left before 7 days without END counts as without, as in the paper.',
    ],
    tables: [discriminationTable(forecasts, population), thresholdTable(forecasts, population)],
    figures: admissionCurves(forecasts, population),
  };
}
