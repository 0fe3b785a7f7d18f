import {
  rotaImportSchema,
  rotaSchema,
  type ChangedAccount,
  type MadeToken,
  type Rota,
  type RotaImport,
} from '@endwatch/contracts';
import { expectProblem, SmallWard, WARD, type Answer } from './small-ward.ts';

const DAY = 86_400_000;

describe('the rota as a calendar', () => {
  const ward = new SmallWard();
  const tokens = new Map<string, string>();
  const day = new Date(Date.now() + 2 * DAY).toISOString().slice(0, 10);
  const stamp = day.replaceAll('-', '');

  beforeAll(async () => {
    await ward.start();
    for (const [username, name, wards] of [
      ['ada', 'Ada Lovelace', null],
      ['nora', 'Nora Berg', [WARD]],
      ['elsewhere', 'Eve Elsewhere', ['none']],
    ] as const) {
      const made = await ward.send('/api/accounts', { username, name, role: 'neurologist', wards });
      expect((made.body as ChangedAccount).username).toBe(username);
      const token = await ward.send('/api/accounts/tokens', { username, label: 'test' });
      tokens.set(username, (token.body as MadeToken).token);
    }
    const plan = { duty: 'first-on-call', date: day, days: 2, starts: ['08:00', '20:00'] };
    const people = ['ada', 'admin'];
    expect((await ward.send('/api/rota/shifts', { ...plan, people })).status).toBe(201);
    const own = { ...plan, ward: WARD, duty: 'nurse-in-charge', people: ['nora'] };
    expect((await ward.send('/api/rota/shifts', own)).status).toBe(201);
  });
  afterAll(() => ward.stop());

  const get = (path: string, who?: string): Promise<Answer> =>
    who === undefined
      ? ward.call(path)
      : ward.callAs(path, { headers: { authorization: `Bearer ${tokens.get(who) ?? ''}` } });
  const send = (body: string, query = '', type = 'text/calendar'): Promise<Answer> =>
    ward.call(`/api/rota/import${query}`, {
      ...{ method: 'POST', headers: { 'content-type': type }, body },
    });
  const calendar = (...lines: string[]): string =>
    ['BEGIN:VCALENDAR', ...lines, 'END:VCALENDAR', ''].join('\r\n');
  const imported = (answer: Answer): RotaImport => {
    expect(answer.status).toBe(200);
    return rotaImportSchema.parse(answer.body);
  };

  it('is read by calendar programs, and names no patient', async () => {
    const answer = await get(`/api/rota/calendar.ics?ward=${WARD}`);
    expect(answer).toMatchObject({ status: 200, type: 'text/calendar; charset=utf-8' });
    const text = String(answer.body);
    expect(text.match(/BEGIN:VEVENT/g)).toHaveLength(8);
    expect(text).toMatch(/SUMMARY:First on call: Ada Lovelace/);
    expect(text).toMatch(/SUMMARY:Nurse in charge: Nora Berg/);
    expect(text).toContain(`DTSTART:${stamp}T080000Z`);
    expect(await get(`/api/rota/calendar.ics?ward=${WARD}`)).toMatchObject({ status: 200 });
  });

  it('holds what the reader covers, and refuses a ward that they do not', async () => {
    const theirs = String((await get('/api/rota/calendar.ics', 'elsewhere')).body);
    expect(theirs.match(/BEGIN:VEVENT/g)).toHaveLength(4);
    expectProblem(await get(`/api/rota/calendar.ics?ward=${WARD}`, 'elsewhere'), 403);
    expectProblem(await get(`/api/rota?ward=${WARD}`, 'elsewhere'), 403);
    const { shifts } = rotaSchema.parse((await get('/api/rota', 'elsewhere')).body);
    expect(shifts.filter((shift) => shift.ward !== null)).toEqual([]);
  });

  it('of a ward knows who is on duty there', async () => {
    const to = new Date(Date.now() + 5 * DAY).toISOString();
    const rota = (await get(`/api/rota?ward=${WARD}&to=${to}`)).body as Rota;
    const without = (await get(`/api/rota?to=${to}`)).body as Rota;
    const nurses = (of: Rota): number =>
      of.gaps.filter(({ duty }) => duty === 'nurse-in-charge').length;
    expect(nurses(rota)).toBe(2);
    expect(nurses(without)).toBe(1);
  });

  it('our own export changes nothing', async () => {
    const text = String((await get('/api/rota/calendar.ics')).body);
    expect(imported(await send(text))).toEqual({
      ...{ dryRun: false, unchanged: 8, add: [], change: [], withdraw: [], refused: [] },
    });
  });

  it('a try says what would change; an import does it, and is in the audit', async () => {
    const event = [
      ...['BEGIN:VEVENT', 'UID:x@clinic', 'SUMMARY:Second on call: Ada Lovelace'],
      ...[`DTSTART:${stamp}T200000Z`, `DTEND:${stamp}T220000Z`, 'END:VEVENT'],
    ];
    const stranger = event.map((line) => line.replace('Ada', 'Zed').replace('x@', 'y@'));
    const text = calendar(...event, ...stranger);
    const before = (await get('/api/rota')).body;
    const tried = imported(await send(text, '?dryRun=true'));
    expect(tried).toMatchObject({
      ...{ dryRun: true, add: [{ username: 'ada', duty: 'second-on-call', ward: null }] },
      refused: [{ line: 8, reason: 'it names nobody who can be put on the rota' }],
    });
    expect(((await get('/api/rota')).body as Rota).shifts).toEqual((before as Rota).shifts);
    expect(imported(await send(text)).add).toHaveLength(1);
    expect(imported(await send(text))).toMatchObject({ add: [], unchanged: 1 });
    const audit = (await get('/api/audit?limit=50')).body as { action: string }[];
    expect(audit.filter(({ action }) => action === 'rota.import')).toHaveLength(3);
  });

  it('refuses what is no calendar, too large, or of a ward that is not there', async () => {
    expectProblem(await send('nonsense'), 400);
    expectProblem(await send('{}', '', 'application/json'), 415);
    expectProblem(await send(calendar(), '?dryRun=perhaps'), 400);
    expectProblem(await send('x'.repeat(6 * 1024 * 1024)), 413);
    const lost = [
      ...[
        'BEGIN:VEVENT',
        'UID:z',
        'SUMMARY:First on call: Ada Lovelace',
        'X-ENDWATCH-WARD:nowhere',
      ],
      ...[`DTSTART:${stamp}T080000Z`, `DTEND:${stamp}T090000Z`, 'END:VEVENT'],
    ];
    expect(imported(await send(calendar(...lost), '?dryRun=true'))).toMatchObject({
      ...{ add: [], refused: [{ line: 2, reason: 'there is no such ward' }] },
    });
  });
});
