import { AHEAD_HOURS } from '../review/follow-up.ts';
import {
  EVENT_COLUMNS,
  EVENT_TYPES,
  PREDICTION_COLUMNS,
  type Described,
} from './seismometer-tables.ts';

/** `config.yml`: where each file is. */
export const CONFIG = `other_info:
  usage_config: "usage_config.yml"
  template: "binary"
  info_dir: "outputs"
  event_definition: "data_dictionary.yml"
  prediction_definition: "data_dictionary.yml"
  data_dir: "data"
  event_path: "events.parquet"
  prediction_path: "predictions.parquet"
  metadata_path: "metadata.json"
`;

interface NamedEvent {
  readonly source: string;
  readonly name: string;
  readonly usage: 'target' | 'outcome' | 'intervention';
  /** Hours that a forecast looks ahead; null = as far as the table goes. */
  readonly window: number | null;
}

const NAMED: readonly NamedEvent[] = [
  { source: 'END', name: 'END within 24 h', usage: 'target', window: AHEAD_HOURS },
  { source: 'Death', name: 'Death', usage: 'outcome', window: null },
  { source: 'RiskAlert', name: 'Risk alert', usage: 'intervention', window: null },
];

function eventLines({ source, name, usage, window }: NamedEvent): string {
  const ahead = window === null ? '' : `      window_hr: ${String(window)}\n      offset_hr: 0\n`;
  return `    - source: ${source}\n      display_name: ${name}\n${ahead}      usage: ${usage}\n`;
}

/** `usage_config.yml`: which column is what. Of events it names those that happened: of another one seismometer makes no column, and its views of it break. */
export function usageConfig(happened: ReadonlySet<string>): string {
  const events = NAMED.filter(({ usage, source }) => usage === 'target' || happened.has(source));
  return `${USAGE}${events.map(eventLines).join('')}  censor_min_count: 10
`;
}

const USAGE = `data_usage:
  entity_id: patient_id
  context_id: encounter_id
  primary_output: risk_next24h
  primary_target: END within 24 h
  predict_time: predict_time
  outputs:
    - risk_by48h
    - risk_by7d
  features:
    - hours_since_admission
    - model_version
  cohorts:
    - source: age_group
      display_name: Age
    - source: sex
      display_name: Sex
    - source: nihss_group
      display_name: NIHSS on admission
    - source: treatment
      display_name: Treatment
    - source: ward
      display_name: Ward
    - source: population
      display_name: Population of the model
  event_table:
    type: type
    time: event_time
    value: value
  events:
`;

/** `metadata.json`: of the model; \`threshold\` as the board raises its alert. */
export function metadataOf(version: string, threshold: number): string {
  const metadata = { modelname: `Endwatch ${version}`, thresholds: [threshold] };
  return `${JSON.stringify(metadata, null, 1)}\n`;
}

/** `data_dictionary.yml`: every column of both tables, and every type of event, by which seismometer looks up how its value is to be read. */
export function dataDictionary(): string {
  const lines = (columns: readonly Described[]): string =>
    columns
      .map(({ name, dtype, definition }) => {
        return `- name: ${name}\n  dtype: ${dtype}\n  definition: ${JSON.stringify(definition)}\n`;
      })
      .join('');
  return `predictions:\n${lines(PREDICTION_COLUMNS)}events:\n${lines([...EVENT_COLUMNS, ...EVENT_TYPES])}`;
}
