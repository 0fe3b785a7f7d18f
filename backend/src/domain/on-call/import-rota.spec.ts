import { DAY, HOUR } from '@endwatch/clinical';
import { planImport, type CalendarEntry, type ImportPlan } from './import-rota.ts';
import type { Shift } from './rota.ts';

const PEOPLE = [
  { username: 'ada', name: 'Ada Lovelace' },
  { username: 'ben', name: 'Ben Quist' },
  { username: 'ann', name: 'Ann Lee' },
  { username: 'ann2', name: 'Ann Lee-Smith' },
  { username: 'tom', name: 'Tom Twin' },
  { username: 'tom2', name: 'Tom Twin' },
];
const entry = (changes: Partial<CalendarEntry> = {}): CalendarEntry => ({
  ...{ uid: 'u', line: 3, summary: 'First on call: Ada Lovelace', from: 8 * HOUR, to: 20 * HOUR },
  ...{ cancelled: false, usernames: [], duty: null, cover: false, ...changes },
});
const shift = (changes: Partial<Shift> = {}): Shift => ({
  ...{ id: 's', ward: null, duty: 'first-on-call', username: 'ada', from: 8 * HOUR, to: 20 * HOUR },
  ...{ origin: 'planned', replaces: null, ...changes },
});
const plan = (entries: CalendarEntry[], shifts: Shift[] = [], more: object = {}): ImportPlan => {
  let id = 0;
  return planImport({
    ...{ entries, shifts, people: PEOPLE, chosen: { ward: null, duty: null }, now: 0 },
    ...{ wardProblem: (ward: string | null) => (ward === 'other' ? 'not among yours' : null) },
    ...{ newId: () => `n${(id += 1)}`, ...more },
  });
};

describe('what a calendar would change', () => {
  it('an event becomes a shift that its UID is remembered with', () => {
    expect(plan([entry()])).toEqual({
      ...{ unchanged: 0, change: [], withdraw: [], refused: [] },
      add: [shift({ id: 'n1', calendarUid: 'u' })],
    });
  });

  it('one that is there already changes nothing, by its UID or by what it says', () => {
    for (const known of [shift({ calendarUid: 'u' }), shift()]) {
      expect(plan([entry()], [known])).toMatchObject({ unchanged: 1, add: [], change: [] });
    }
  });

  it('one that moved takes the place of what it was', () => {
    const moved = entry({ uid: 's@endwatch', from: 9 * HOUR });
    expect(plan([moved], [shift()]).change).toEqual([
      {
        before: shift(),
        after: shift({ id: 'n1', from: 9 * HOUR, replaces: 's', calendarUid: 's@endwatch' }),
      },
    ]);
  });

  it('two that exchange their times do not stand in each other’s way', () => {
    const shifts = [shift(), shift({ id: 't', username: 'ben', from: 20 * HOUR, to: 32 * HOUR })];
    const exchanged = [
      entry({ uid: 's@endwatch', from: 20 * HOUR, to: 32 * HOUR }),
      entry({ uid: 't@endwatch', summary: 'First on call: Ben Quist' }),
    ];
    expect(plan(exchanged, shifts)).toMatchObject({ refused: [], change: [{}, {}] });
  });

  it('one that is cancelled is withdrawn', () => {
    expect(plan([entry({ uid: 's@endwatch', cancelled: true })], [shift()])).toMatchObject({
      ...{ withdraw: [{ id: 's' }], refused: [] },
    });
  });

  it.each<[string, Partial<CalendarEntry>, string]>([
    ['the attendee', { usernames: ['ben'], summary: 'First on call' }, 'ben'],
    ['a name, in any case', { summary: 'first on call - ADA LOVELACE' }, 'ada'],
    ['the longer of two names', { summary: 'First on call: Ann Lee-Smith' }, 'ann2'],
    [
      'the attendee, of two with one name',
      { usernames: ['tom2'], summary: 'First on call: Tom Twin' },
      'tom2',
    ],
    [
      'who it was until now, where it names nobody',
      { uid: 's@endwatch', summary: 'First on call', from: 9 * HOUR },
      'ada',
    ],
  ])('a person is known by %s', (_, changes, username) => {
    const made = plan([entry(changes)], changes.uid ? [shift()] : []);
    expect([...made.add, ...made.change.map(({ after }) => after)]).toMatchObject([{ username }]);
  });

  it.each<[string, Partial<CalendarEntry>, RegExp]>([
    ['a stranger', { summary: 'First on call: Zed Zulu' }, /names nobody/],
    ['a part of a name', { summary: 'First on call: Ada' }, /names nobody/],
    [
      'a stranger in place of who it was',
      { uid: 's@endwatch', summary: 'First on call: Zed' },
      /names nobody/,
    ],
    ['two names', { summary: 'First on call: Ada Lovelace / Ben Quist' }, /more than one: Ada/],
    ['two people of one name', { summary: 'First on call: Tom Twin' }, /Tom Twin \(tom\), Tom/],
    [
      'one by its attendee, another by its summary',
      { usernames: ['ben'] },
      /Ben Quist's by its att/,
    ],
    ['no duty', { summary: 'Ada Lovelace' }, /as what/],
    ['two duties', { duty: 'second-on-call' }, /more than one duty/],
    ['a ward of others', { ward: 'other' }, /not among yours/],
    ['what is over', { from: -9 * HOUR, to: -HOUR }, /is over/],
    ['what is far ahead', { from: 401 * DAY, to: 402 * DAY }, /400 days/],
    ['an end before its beginning', { to: 7 * HOUR }, /ends before/],
    ['cancelled, and not there', { cancelled: true }, /no such shift/],
  ])('refused with its line and a reason: %s', (_, changes, reason) => {
    const made = plan([entry(changes)], changes.uid ? [shift()] : []);
    expect(made).toMatchObject({ add: [], change: [], withdraw: [] });
    expect(made.refused).toMatchObject([
      { line: 3, reason: expect.stringMatching(reason) as unknown },
    ]);
  });

  it('no shift is laid over another one, and nobody is on duty twice', () => {
    const bens = entry({ summary: 'First on call: Ben Quist' });
    expect(plan([bens], [shift()]).refused[0]?.reason).toBe(
      'Ada Lovelace has that duty then already',
    );
    expect(plan([bens, { ...bens, uid: 'v' }]).refused[0]?.reason).toMatch(
      /Ben Quist is on duty then/,
    );
    const second = entry({ summary: 'Second on call: Ada Lovelace' });
    expect(plan([second], [shift()]).refused[0]?.reason).toMatch(
      /Ada Lovelace is on duty then already/,
    );
    expect(plan([{ ...bens, cover: true }], [shift()])).toMatchObject({
      add: [{ origin: 'cover' }],
    });
  });

  it('what the importing person chose fills what an event does not say, and nothing else', () => {
    const chosen = { ward: 'w', duty: 'nurse-in-charge' as const };
    expect(plan([entry({ summary: 'Ada Lovelace' })], [], { chosen }).add).toMatchObject([
      { duty: 'nurse-in-charge', ward: 'w' },
    ]);
    expect(plan([entry({ ward: null })], [], { chosen }).add).toMatchObject([
      { duty: 'first-on-call', ward: null },
    ]);
  });

  it('a shift that is over is neither changed nor withdrawn', () => {
    const over = { now: 30 * HOUR };
    const later = entry({ uid: 's@endwatch', from: 40 * HOUR, to: 50 * HOUR });
    for (const one of [later, { ...later, cancelled: true }]) {
      expect(plan([one], [shift()], over)).toMatchObject({
        change: [],
        withdraw: [],
        refused: [{}],
      });
    }
  });
});
