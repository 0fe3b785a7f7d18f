import { mayDo, type MadeToken, type Role, type Rota, type Trajectory } from '@endwatch/contracts';
import { expectProblem, HOUR, WARD, type Answer, type SmallWard } from './small-ward.ts';
import { wardCalls, type Target, type WardCall } from './ward-routes.ts';

const DAY = 24 * HOUR;
export const OTHER_WARD = 'contract-other';
/** A patient or the name of the ward, or its id. */
const OF_WARD = /Contract|"contract"/;

/** Who asks, made as they are needed. */
export interface People {
  readonly ward: SmallWard;
  readonly as: (who: string) => { authorization: string };
  readonly account: (username: string, role: Role, wards: string[] | null) => Promise<string>;
  readonly token: (username: string) => Promise<MadeToken>;
  /** All that there are. */
  readonly routes: readonly string[];
}

/** So many days from now. */
const iso = (days: number): string => new Date(Date.now() + days * DAY).toISOString();

/** What those of a ward get of another one, at every route and in every list. */
export function ofAnotherWard({ ward, as, account, token, routes }: People): void {
  describe('of another ward', () => {
    const OF_A_WARD = ['nurse', 'neurologist', 'quality', 'display'] as const;
    const send = async ({ route, path, body }: WardCall, headers: object): Promise<Answer> => {
      const type = typeof body === 'string' ? 'text/calendar' : 'application/json';
      return ward.callAs(path, {
        method: route.split(' ')[0]!.toUpperCase(),
        headers: { ...headers, ...(body !== undefined && { 'content-type': type }) },
        ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
      });
    };
    const targetOf = async (patientId: string): Promise<Target> => {
      const [{ id: alertId }, { body }, { body: rota }] = await Promise.all([
        ward.endAlertOf(patientId),
        ward.call(`/api/patients/${patientId}/trajectory`),
        ward.call(`/api/rota?ward=${WARD}&from=${iso(20)}&to=${iso(60)}`),
      ]);
      const { admittedAt, risk } = body as Trajectory;
      const scoreId = risk.at(-1)?.scoreId ?? '';
      const shifts = (rota as Rota).shifts.map(({ id }) => id);
      return { patientId, alertId, scoreId, admittedAt, shifts };
    };

    beforeAll(async () => {
      for (const role of OF_A_WARD) {
        await account(`here-${role}`, role, [WARD]);
        await account(`there-${role}`, role, [OTHER_WARD]);
        for (const where of ['here', 'there']) await token(`${where}-${role}`);
      }
      const plan = { ward: WARD, duty: 'first-on-call', date: iso(30).slice(0, 10), days: 4 };
      const people = ['neurologist', 'here-neurologist'];
      const planned = await ward.send('/api/rota/shifts', { ...plan, people, starts: ['08:00'] });
      expect(planned.status).toBe(201);
    });

    it('nobody gets anything of one, at any route that is about one', async () => {
      const [elsewhere, own] = [wardCalls(await targetOf('a')), wardCalls(await targetOf('d'))];
      const wrong: string[] = [];
      const matrix: string[] = [];
      const cellsOf = async (role: Role, other: WardCall, mine: WardCall): Promise<string[]> => {
        if (!mayDo(role, other.right)) return ['-', '-'];
        const there = await send(other, as(`there-${role}`));
        const here = await send(mine, as(`here-${role}`));
        if (there.status !== 403) wrong.push(`${other.route} as ${role}: ${there.status}`);
        // Where somebody was faster it is a conflict, or over.
        if ([401, 403].includes(here.status)) wrong.push(`own ${other.route} as ${role}`);
        return [String(there.status), String(here.status)];
      };
      for (const [n, asked] of elsewhere.entries()) {
        const cells: string[] = [];
        for (const role of OF_A_WARD) {
          cells.push(...(await cellsOf(role, asked, own[n]!)));
        }
        matrix.push(`${cells.map((cell) => cell.padEnd(7)).join('')}${asked.route}`);
      }
      const head = OF_A_WARD.map((role) => `${role.slice(0, 8)}: other, own`).join(' | ');
      process.stdout.write(`\n${head}\n${matrix.join('\n')}\n`);
      expect(wrong).toEqual([]);
      expect((await ward.endAlertOf('a')).state).toBe('raised');
      const about = /\{ward\}|\/patients\/\{id\}|\/alerts\/\{id\}|stays\/\{|shifts|swaps/;
      const asked = elsewhere.map(({ route }) => route);
      expect(routes.filter((route) => about.test(route) && !asked.includes(route))).toEqual([]);
    });

    it('nobody is ticked off by who names a ward of their own', async () => {
      const [from, patientId] = [new Date().toISOString(), 'a'];
      const path = `/api/wards/${OTHER_WARD}/outages/ticks`;
      const call = { route: 'post', right: 'alert.act', path, body: { from, patientId } } as const;
      expectProblem(await send(call, as('there-nurse')), 403);
    });

    it('lists hold nothing of one, nor those on call once they have gone to another', async () => {
      for (const path of ['/api/wards', '/api/rota', '/api/review/stays']) {
        const headers = as(path.includes('review') ? 'there-quality' : 'there-nurse');
        const { status, body } = await ward.callAs(path, { headers });
        expect([status, JSON.stringify(body)]).toEqual([200, expect.not.stringMatching(OF_WARD)]);
      }
      await account('mover', 'nurse', [WARD]);
      await token('mover');
      const { id } = await ward.endAlertOf('c');
      const act = { route: 'post', right: 'alert.act', body: {} } as const;
      await send({ ...act, path: `/api/alerts/${id}/take` }, as('mover'));
      const onCall = async (): Promise<string> =>
        JSON.stringify((await ward.callAs('/api/on-call', { headers: as('mover') })).body);
      expect(await onCall()).toMatch(OF_WARD);
      const changed = await ward.call('/api/accounts/mover', {
        method: 'PATCH',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ wards: [OTHER_WARD] }),
      });
      expect(changed.status).toBe(200);
      expect(await onCall()).not.toMatch(OF_WARD);
    });
  });
}
