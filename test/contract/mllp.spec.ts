import { rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BoardSnapshot, PatientDetail, RejectionView } from '@endwatch/contracts';
import { MllpSender, verdictIn } from '../harness/mllp.ts';
import { Endwatch, eventually, PostgresServer, query } from '../harness/system.ts';
import { hl7Samples } from './mllp-samples.ts';

const HOUR = 3_600_000;
const now = Date.now();
const ts = (ms: number): string =>
  new Date(ms).toISOString().replace(/\D/g, '').slice(0, 14) + '+0000';
const admittedAt = now - 20 * HOUR;

let controlId = 0;
const msh = (event: string): string =>
  `MSH|^~\\&|ENGINE|HOSPITAL|ENDWATCH||${ts(now - HOUR + controlId * 1_000)}||${event}|${String(++controlId)}|P|2.5.1`;
const pid = (id: string, name = 'Seven^Vera'): string => `PID|1||${id}^^^H^MR||${name}||19500102|F`;
const pv1 = (ward: string, bed: string, visit: string): string =>
  `PV1|1|I|${ward}^R1^${bed}${'|'.repeat(16)}${visit}${'|'.repeat(25)}${ts(admittedAt)}`;
const adt = (event: string, ...segments: readonly string[]): string =>
  [msh(`ADT^${event}`), `EVN|${event}|${ts(now - HOUR + controlId * 1_000)}`, ...segments].join(
    '\r',
  );
const oru = (id: string, order: string, ...obx: readonly string[]): string =>
  [msh('ORU^R01'), pid(id), order, ...obx].join('\r');
const obr = (filler: string, at: number, section = ''): string =>
  `OBR|1||${filler}|X^Panel^L|||${ts(at)}${'|'.repeat(15)}${ts(at)}||${section}|F`;
const NIHSS =
  '70184-7 70185-4 70186-2 70187-0 70188-8 70189-6 70190-4 70967-5 70191-2 70968-3 70192-0 70193-8 70194-6 70195-3 70196-1';
const examination = (points: Readonly<Record<string, number>>): readonly string[] =>
  NIHSS.split(' ').map(
    (code, index) => `OBX|${String(index)}|NM|${code}^^LN||${String(points[code] ?? 0)}||||||F`,
  );

/** What a laboratory that numbers its tests itself would be asked to name. */
const LABORATORY = {
  LAB7: { KREA: '14682-9' },
  WinPath: {
    ...{
      'tt-0001-01': '14647-2',
      'tt-0001-02': '14927-8',
      'tt-0001-03': '14646-4',
      'tt-0001-04': '22748-8',
    },
    ...{
      'tt-0002-01': '718-7',
      'tt-0002-06': '777-3',
      'tt-0002-07': '6690-2',
      'tt-0002-09': '751-8',
      'tt-0002-11': '731-0',
    },
    ...{
      'tt-0003-01': '14682-9',
      'tt-0003-02': '2823-3',
      'tt-0003-03': '2951-2',
      'tt-0003-04': '22664-7',
    },
  },
};

describe('HL7 v2 over MLLP', () => {
  const codes = join(tmpdir(), `endwatch-codes-${String(process.pid)}.json`);
  let postgres: PostgresServer;
  let url: string;
  let endwatch: Endwatch;
  let engine: MllpSender;

  const launch = async (): Promise<void> => {
    endwatch = await new Endwatch({
      DATABASE_URL: url,
      MLLP_PORT: '0',
      ENDWATCH_HL7_CODES: codes,
      ENDWATCH_PARTITIONS: '4',
      ENDWATCH_LOG_LEVEL: 'warn',
    }).ready();
    const [, address = ''] = await endwatch.line(/^HL7 v2 is taken by MLLP: (\S+)$/);
    engine = await MllpSender.to(address);
  };
  const taken = async (message: string): Promise<void> => {
    const answer = await engine.send(message);
    expect(verdictIn(answer)).toEqual({ code: 'AA', controlId: message.split('|')[9] });
  };
  const rowOf = async (
    ward: string,
    id: string,
    right: (row: BoardSnapshot['rows'][number]) => boolean,
  ): Promise<BoardSnapshot['rows'][number]> => {
    const { rows } = await eventually(
      () => endwatch.json<BoardSnapshot>(`/api/wards/${ward}/board`),
      (board) => board.rows.some((row) => row.patientId === id && right(row)),
    );
    return rows.find((row) => row.patientId === id)!;
  };

  beforeAll(async () => {
    writeFileSync(codes, JSON.stringify(LABORATORY));
    postgres = new PostgresServer();
    url = await postgres.database('mllp');
    await launch();
  });

  afterAll(async () => {
    engine.close();
    await endwatch.stop();
    await postgres.stop();
    rmSync(codes);
  });

  it('an admission puts a tile on its ward, examinations and values fill it', async () => {
    await taken(adt('A01', pid('v1'), pv1('STROKE', 'B1', 'visit-1'), 'DG1|1||I63.4^^I10'));
    await taken(
      oru('v1', obr('F1', admittedAt + HOUR), ...examination({ '70190-4': 2, '70194-6': 1 })),
    );
    await taken(
      oru(
        'v1',
        obr('F2', now - HOUR),
        'OBX|1|NM|8867-4^^LN||82|/min|||||F',
        'OBX|2|NM|2345-7^^LN||180|mg/dL|||||F',
        'OBX|3|NM|x^y^L||1|1|||||F',
        'OBX|4|NM|KREA^Kreatinin^LAB7||88|UMOLL|||||F',
      ),
    );
    await taken(oru('v1', obr('F3', now - HOUR, 'CT'), 'OBX|1|TX|ct&GDT||Dense left MCA.||||||F'));
    const row = await rowOf(
      'STROKE',
      'v1',
      ({ risk, freshness }) => risk !== null && freshness.report !== null,
    );
    expect(row).toMatchObject({
      name: 'Vera Seven',
      bed: 'R1-B1',
      nihss: { total: 3, admissionTotal: 3, motor: 2 },
    });
  });

  it('a correction takes the place of what it corrects, and a deletion takes it away', async () => {
    const glucose = async (right: (value: number | null) => boolean): Promise<void> => {
      await eventually(
        () => endwatch.json<PatientDetail>('/api/patients/v1'),
        ({ inputs }) => right(inputs.find(({ name }) => name === 'glucose')?.value ?? null),
      );
    };
    await glucose((value) => value !== null && Math.abs(value - 9.99) < 0.01);
    const { inputs } = await endwatch.json<PatientDetail>('/api/patients/v1');
    expect(inputs.find(({ name }) => name === 'creatinine')?.value).toBe(88);
    await taken(oru('v1', obr('F2', now - HOUR), 'OBX|2|NM|2345-7^^LN||90|mg/dL|||||C'));
    await glucose((value) => value !== null && Math.abs(value - 5) < 0.01);
    await taken(oru('v1', obr('F2', now - HOUR), 'OBX|2|NM|2345-7^^LN||90|mg/dL|||||W'));
    await glucose((value) => value === null);
  });

  it('END is found in what was charted by HL7 v2', async () => {
    await taken(
      oru('v1', obr('F4', now - 600_000), ...examination({ '70190-4': 4, '70191-2': 2 })),
    );
    const row = await rowOf('STROKE', 'v1', ({ end }) => end.status === 'confirmed');
    expect(row.alerts.map(({ kind }) => kind)).toContain('end-confirmed');
  });

  it('a transfer moves the tile, a discharge takes it off, its cancellation brings it back', async () => {
    await taken(adt('A02', pid('v1'), pv1('WARD2', 'B7', 'visit-1')));
    expect((await rowOf('WARD2', 'v1', () => true)).bed).toBe('R1-B7');
    await taken(adt('A03', pid('v1'), `${pv1('WARD2', 'B7', 'visit-1')}|${ts(now - 60_000)}`));
    await eventually(
      () => endwatch.json<BoardSnapshot>('/api/wards/WARD2/board'),
      ({ rows }) => rows.length === 0,
    );
    await taken(adt('A13', pid('v1'), pv1('WARD2', 'B7', 'visit-1')));
    const row = await rowOf('WARD2', 'v1', () => true);
    expect(new Date(row.admittedAt).getTime()).toBe(Math.floor(admittedAt / 1_000) * 1_000);
  });

  it('a merge carries the losing record over to the surviving one', async () => {
    await taken(adt('A01', pid('v9', 'Seven^Vera Maria'), pv1('WARD2', 'B8', 'visit-9')));
    await taken(adt('A40', pid('v9', 'Seven^Vera Maria'), 'MRG|v1^^^H^MR'));
    const row = await rowOf('WARD2', 'v9', ({ nihss }) => nihss.admissionTotal === 3);
    expect(row.name).toBe('Vera Maria Seven');
    await eventually(
      () => endwatch.json<BoardSnapshot>('/api/wards/WARD2/board'),
      ({ rows }) => rows.every(({ patientId }) => patientId !== 'v1'),
    );
  });

  it('what cannot be anybody’s is refused with the reason, and kept', async () => {
    const answer = await engine.send(oru('', obr('F9', now)).replace('^^^H^MR', ''));
    expect(verdictIn(answer).code).toBe('AE');
    expect(answer).toMatch(/ERR\|\|\|101\^Required field missing.*PID-3/);
    expect(verdictIn(await engine.send('GET / HTTP/1.1')).code).toBe('AR');
    const rejected = await endwatch.json<RejectionView[]>('/api/rejections?limit=10');
    expect(rejected.map(({ code }) => code).sort()).toEqual(['no-patient', 'not-fhir']);
  });

  it('the same message again is taken once; another under its control id is another', async () => {
    const count = async (): Promise<number> =>
      (await query<{ n: number }>(url, 'SELECT count(*)::int AS n FROM seen_message'))[0]?.n ?? 0;
    const first = oru('v9', obr('F20', now - HOUR), 'OBX|1|NM|8867-4^^LN||70|/min|||||F');
    const before = await count();
    for (const message of [first, first, first.replace('||70|', '||71|')]) await taken(message);
    await eventually(count, (n) => n === before + 2);
  });

  it('what was acknowledged is there after a crash in the same moment', async () => {
    await taken(oru('v9', obr('F30', now - 300_000), 'OBX|1|NM|8867-4^^LN||99|/min|||||F'));
    engine.close();
    await endwatch.stop('SIGKILL');
    await launch();
    await eventually(
      () => endwatch.json<PatientDetail>('/api/patients/v9'),
      ({ inputs }) => inputs.some(({ name, value }) => name === 'heart-rate' && value === 99),
    );
  });

  it('stops with 0 while engines are connected', async () => {
    expect(await endwatch.stop('SIGTERM')).toBe(0);
    await launch();
  });

  it.each(Object.entries(hl7Samples()))(
    '%s: every message is answered, and nothing is a bug',
    async (folder, messages) => {
      const totals = async (): Promise<Record<string, number>> => {
        const [row] = await query<Record<string, number>>(
          url,
          `SELECT (SELECT count(*)::int FROM seen_message) AS messages,
           (SELECT count(DISTINCT (patient_id, record_id))::int FROM observation) AS observations,
           (SELECT count(*)::int FROM report) AS reports,
           (SELECT count(*)::int FROM clinical_record WHERE type = 'patient') AS patients,
           (SELECT count(*)::int FROM clinical_record WHERE type = 'encounter') AS encounters,
           (SELECT count(*)::int FROM location) AS places, (SELECT count(*)::int FROM rejection) AS rejected`,
        );
        return row ?? {};
      };
      const before = await totals();
      const codes = new Map<string, number>();
      let appended = 0;
      for (const message of messages) {
        const { code, controlId: echoed } = verdictIn(await engine.send(message));
        expect(echoed).toBe(message.toString('latin1').split('|')[9]);
        codes.set(code, (codes.get(code) ?? 0) + 1);
        if (code.endsWith('A')) appended++;
      }
      expect(appended).toBe(messages.length);
      const metrics = async (): Promise<string> =>
        (await fetch(`${endwatch.address}/metrics`)).text();
      await eventually(
        async () => /endwatch_lag_seconds(?:\{[^}]*\})? (\S+)/.exec(await metrics())?.[1],
        () => true,
      );
      let last = JSON.stringify(before);
      await eventually(
        async () => {
          const at = JSON.stringify(await totals());
          const same = at === last && at !== JSON.stringify(before);
          last = at;
          await new Promise((wait) => setTimeout(wait, 1_500));
          return same;
        },
        Boolean,
        120_000,
      );
      const after = await totals();
      const rejections = await query<{ code: string; n: number }>(
        url,
        `SELECT code, count(*)::int AS n FROM rejection WHERE id > (SELECT coalesce(max(id), 0) - $1 FROM rejection) GROUP BY code ORDER BY code`,
        [(after['rejected'] ?? 0) - (before['rejected'] ?? 0)],
      );
      expect(rejections.map(({ code }) => code)).not.toContain('internal');
      const gained = Object.entries(after).map(
        ([name, n]) => `${name} ${String(n - (before[name] ?? 0))}`,
      );
      const list = (counts: Iterable<readonly [string, number]>): string =>
        [...counts].map(([name, n]) => `${name} ${String(n)}`).join(', ') || 'none';
      const ignored = [
        ...(await metrics()).matchAll(/^endwatch_ignored_total\{type="([^"]+)"\} (\d+)$/gm),
      ];
      process.stdout.write(
        `${folder}: ${String(messages.length)} messages in, answered ${list(codes)}\n` +
          `  kept     ${gained.join(', ')}\n` +
          `  rejected ${list(rejections.map(({ code, n }) => [code, n] as const))}\n` +
          `  ignored, of all so far  ${list(ignored.map(([, type = '', n]) => [type, Number(n)] as const))}\n`,
      );
    },
  );
});
