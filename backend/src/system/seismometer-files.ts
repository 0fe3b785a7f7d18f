import type { DisguisedStay } from '../domain/export/disguised-stay.ts';
import {
  CONFIG,
  dataDictionary,
  EVENT_COLUMNS,
  eventRows,
  PREDICTION_COLUMNS,
  predictionRows,
  USAGE_CONFIG,
} from '../domain/export/seismometer-tables.ts';
import { ParquetTable } from './parquet.ts';

export interface OutgoingFile {
  readonly name: string;
  readonly content: Buffer;
}

/** A folder that seismometer opens: its configuration, and data as Parquet. */
export async function* seismometerFiles(
  stays: AsyncIterable<DisguisedStay>,
  metadata: string,
): AsyncIterable<OutgoingFile> {
  const predictions = new ParquetTable(PREDICTION_COLUMNS);
  const events = new ParquetTable(EVENT_COLUMNS);
  for await (const { course } of stays) {
    predictions.add(predictionRows(course));
    events.add(eventRows(course));
  }
  yield { name: 'config.yml', content: Buffer.from(CONFIG) };
  yield { name: 'usage_config.yml', content: Buffer.from(USAGE_CONFIG) };
  yield { name: 'data_dictionary.yml', content: Buffer.from(dataDictionary()) };
  yield { name: 'data/metadata.json', content: Buffer.from(metadata) };
  yield { name: 'data/predictions.parquet', content: predictions.bytes() };
  yield { name: 'data/events.parquet', content: events.bytes() };
}
