import type { DisguisedStay } from '../domain/export/disguised-stay.ts';
import { CONFIG, dataDictionary, usageConfig } from '../domain/export/seismometer-config.ts';
import {
  EVENT_COLUMNS,
  eventRows,
  PREDICTION_COLUMNS,
  predictionRows,
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
  const happened = new Set<string>();
  for await (const { course } of stays) {
    predictions.add(predictionRows(course));
    const rows = eventRows(course);
    for (const [, , type] of rows) happened.add(String(type));
    events.add(rows);
  }
  yield { name: 'config.yml', content: Buffer.from(CONFIG) };
  yield { name: 'usage_config.yml', content: Buffer.from(usageConfig(happened)) };
  yield { name: 'data_dictionary.yml', content: Buffer.from(dataDictionary()) };
  yield { name: 'data/metadata.json', content: Buffer.from(metadata) };
  yield { name: 'data/predictions.parquet', content: predictions.bytes() };
  yield { name: 'data/events.parquet', content: events.bytes() };
}
