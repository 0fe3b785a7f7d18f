import type { Shift } from '../domain/on-call/rota.ts';
import type { AccountRecord } from './account-store.ts';
import { standing } from './rota-people.ts';

const account = (username: string, changes: Partial<AccountRecord> = {}): AccountRecord => ({
  ...{ username, name: username, role: 'neurologist', wards: null, disabledAt: null },
  ...changes,
});
const accounts = [
  account('able'),
  account('gone', { disabledAt: 1 }),
  account('quality', { role: 'quality' }),
  account('of w1', { wards: ['w1'] }),
];
const shifts = [...accounts.map(({ username }) => username), 'unknown'].map(
  (username) => ({ username }) as Shift,
);

describe('whoever could not be told counts as nobody on the rota', () => {
  it.each<[string, string | null, string[]]>([
    ['of a ward', 'w2', ['able']],
    ['of a ward that somebody has as their only one', 'w1', ['able', 'of w1']],
    ['of no ward', null, ['able', 'of w1']],
  ])('%s', (_, ward, expected) => {
    const left = standing(shifts, { accounts, ward });
    expect(left.map(({ username }) => username)).toEqual(expected);
  });
});
