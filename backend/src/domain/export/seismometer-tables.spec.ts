import { parquetMetadata, parquetReadObjects } from 'hyparquet';
import { ParquetTable } from '../../system/parquet.ts';
import {
  aReviewedStay,
  anAlertAt,
  anAssessmentAt,
  aScoreOf,
  endAt,
} from '../../testing/reviewed-stay.ts';
import { dataDictionary, usageConfig } from './seismometer-config.ts';
import {
  EVENT_COLUMNS,
  EVENT_TYPES,
  eventRows,
  PREDICTION_COLUMNS,
  predictionRows,
} from './seismometer-tables.ts';

function fileOf(bytes: Buffer): ArrayBuffer {
  const { buffer, byteOffset, byteLength } = new Uint8Array(bytes);
  return buffer.slice(byteOffset, byteOffset + byteLength);
}

function read(bytes: Buffer): Promise<Record<string, unknown>[]> {
  return parquetReadObjects({ file: fileOf(bytes) });
}

describe('the export for seismometer', () => {
  const worse = aReviewedStay({
    end: endAt(30),
    scores: [
      ...[aScoreOf(3, 0.2, { by7d: 0.5 }), aScoreOf(20, 0.4, { known: 22 })],
      // Shown for no moment; known after END; speaks of before admission.
      ...[aScoreOf(21, 0.9, { known: 22, gone: 22 }), aScoreOf(29, 0.9, { known: 31 })],
      aScoreOf(-1, 0.9),
    ],
    alerts: [anAlertAt(22, 'risk-high'), anAlertAt(23, 'examination-overdue')],
  });
  const unseen = aReviewedStay({
    ...{ patientId: 'p2', assessments: [anAssessmentAt(0), anAssessmentAt(40)] },
    scores: [aScoreOf(6, 0.1), aScoreOf(20, 0.1)],
  });

  it('has the forecasts that were shown before END and whose outcome is known, read back from Parquet', async () => {
    const table = new ParquetTable(PREDICTION_COLUMNS);
    for (const stay of [worse, unseen]) table.add(predictionRows(stay));
    const rows = await read(table.bytes());
    expect(
      rows.map((row) => [row['patient_id'], row['hours_since_admission'], row['risk_next24h']]),
    ).toEqual([
      ...[
        ['p1', 3, 0.2],
        ['p1', 22, 0.4],
        ['p2', 6, 0.1],
      ],
    ]);
    expect(Object.keys(rows[0] ?? {})).toEqual(PREDICTION_COLUMNS.map(({ name }) => name));
    expect(rows[0]).toMatchObject({ risk_by7d: 0.5, risk_by48h: null, age_group: '65 to 79' });
    expect(rows[0]?.['predict_time']).toBeInstanceOf(Date);
  });

  it('writes times that claim no time zone: seismometer makes no datetime64[ns] of those that do', async () => {
    for (const columns of [PREDICTION_COLUMNS, EVENT_COLUMNS]) {
      const { schema } = parquetMetadata(fileOf(new ParquetTable(columns).bytes()));
      const named = columns.filter(({ type }) => type === 'TIMESTAMP').map(({ name }) => name);
      expect(named.length).toBeGreaterThan(0);
      for (const { name, ...rest } of schema.filter((one) => named.includes(one.name))) {
        expect([name, rest.logical_type]).toEqual([
          name,
          { type: 'TIMESTAMP', isAdjustedToUTC: false, unit: 'MILLIS' },
        ]);
        expect(rest.converted_type).toBeUndefined();
      }
    }
    const table = new ParquetTable(EVENT_COLUMNS);
    table.add(eventRows(worse));
    const [first] = await read(table.bytes());
    expect(first?.['event_time']).toEqual(new Date(worse.end.at ?? 0));
  });

  it('has END, its kind and the risk alerts as events', async () => {
    const table = new ParquetTable(EVENT_COLUMNS);
    table.add(eventRows(worse));
    const rows = await read(table.bytes());
    expect(rows.map(({ type, value }) => [type, value])).toEqual([
      ...[
        ['END', 1],
        ['EarlyEND', 1],
        ['RiskAlert', 1],
      ],
    ]);
  });

  it('names the events that happened only, and the one that is forecast', () => {
    const named = (...happened: string[]): string[] =>
      [...usageConfig(new Set(happened)).matchAll(/source: (END|Death|RiskAlert)$/gm)].map(
        ([, source = '']) => source,
      );
    expect(named('END', 'LateEND', 'RiskAlert')).toEqual(['END', 'RiskAlert']);
    expect(named()).toEqual(['END']);
    expect(named('Death', 'Discharge')).toEqual(['END', 'Death']);
  });

  it('says by which definition END is END', () => {
    expect(dataDictionary()).toContain('NIHSS rising by total 2 or motor 1 within 168 h');
  });

  it('writes and reads a table without rows', async () => {
    expect(await read(new ParquetTable(EVENT_COLUMNS).bytes())).toEqual([]);
  });

  it('names only columns that are there', () => {
    const names = [...PREDICTION_COLUMNS, ...EVENT_COLUMNS].map(({ name }) => name);
    const used = [
      ...usageConfig(new Set(['END'])).matchAll(
        /(?:_id|predict_time|primary_output|time|type|value): (\w+)$|^    - (?:source: )?([a-z_0-9]+)$/gm,
      ),
    ];
    const columns = used
      .map(([, key, item]) => key ?? item ?? '')
      .filter((name) => !['target', 'outcome', 'intervention'].includes(name));
    expect(columns.length).toBeGreaterThan(12);
    expect(columns.filter((name) => !names.includes(name))).toEqual([]);
    for (const name of [...names, ...EVENT_TYPES.map((one) => one.name)]) {
      expect(dataDictionary()).toContain(`- name: ${name}\n`);
    }
  });
});
