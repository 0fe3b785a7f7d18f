import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { HOUR } from '@endwatch/clinical';
import { knownWard } from './known-ward.ts';
import { anchorTag } from './ward.ts';

const anchor = Date.parse('2026-03-01T08:05:00Z');

/** A row as the board sends it, of a patient about whom nothing but the newest vitals is known. */
const row = (patientId: string, vitals: string | null): object => ({
  patientId,
  encounterId: 'e',
  name: 'n',
  bed: null,
  age: null,
  sex: 'unknown',
  admittedAt: '2026-03-01T00:00:00Z',
  nihss: {
    total: null,
    at: null,
    admissionTotal: null,
    motor: null,
    admissionMotor: null,
    nextDueAt: null,
    series: [],
  },
  end: { status: 'none', rule: null, at: null, delta: null, reason: null },
  risk: null,
  noRiskReason: null,
  freshness: { vitals, labs: null, report: null, nihss: null },
  alerts: [],
});

async function ask(wards: object[], rows: object[]): ReturnType<typeof knownWard> {
  const board = { ward: { id: 'w', name: 'W' }, sequence: 1, at: '2026-03-01T12:00:00Z', rows };
  const server = createServer((request, response) => {
    response.end(JSON.stringify(request.url === '/api/wards' ? wards : board));
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  try {
    return await knownWard(`http://127.0.0.1:${String(port)}`, 'w', AbortSignal.timeout(5000));
  } finally {
    server.closeAllConnections();
    server.close();
  }
}

const ward = { id: 'w', name: 'W', patients: 2, openAlerts: 0 };

describe('asking for the ward of an earlier start', () => {
  it('finds its anchor and how far it came', async () => {
    const newest = new Date(anchor + 3 * HOUR).toISOString();
    const rows = [
      row(`su-${anchorTag(anchor)}-01-1`, null),
      row(`su-${anchorTag(anchor)}-02-1`, newest),
      row('other', null),
    ];
    expect(await ask([ward], rows)).toEqual({ anchor, newestAt: anchor + 3 * HOUR });
  });

  it('finds none where there is no such ward, nobody in it, or nobody simulated', async () => {
    expect(await ask([], [])).toBeNull();
    expect(await ask([{ ...ward, patients: 0 }], [])).toBeNull();
    expect(await ask([ward], [row('p-1', null)])).toBeNull();
  });
});
