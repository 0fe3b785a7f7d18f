import { isByMachine } from '../machine.ts';
import { accountChangeSchema, accountSchema, newAccountSchema } from './account.ts';

describe('the name of a person', () => {
  const account = { username: 'nora', name: 'system', role: 'nurse' as const };

  it('is not that of the machine, which would seem to have done what the person did', () => {
    const { error } = newAccountSchema.safeParse(account);
    expect(error?.issues).toMatchObject([
      { path: ['name'], message: '"system" is nobody\'s name' },
    ]);
    const called = { ...account, username: 'system', name: 'Nora' };
    expect(newAccountSchema.safeParse(called).error?.issues).toMatchObject([
      { path: ['username'], message: '"system" is nobody\'s name' },
    ]);
    for (const reserved of ['nobody', 'oidc']) {
      const { error: refused } = newAccountSchema.safeParse({ ...called, username: reserved });
      expect(refused?.issues).toMatchObject([{ message: `"${reserved}" is nobody's name` }]);
    }
    expect(accountChangeSchema.safeParse({ name: ' system ' }).success).toBe(false);
    expect(newAccountSchema.safeParse({ ...account, name: 'Nora System' }).success).toBe(true);
  });

  it('was the machine’s where what was done only people do', () => {
    const by = 'system';
    expect(isByMachine({ by, to: 'acknowledged' })).toBe(false);
    expect(isByMachine({ by, to: 'snoozed' })).toBe(false);
    expect(isByMachine({ by, to: 'resolved' })).toBe(true);
    expect(isByMachine({ by: 'nora', to: 'resolved' })).toBe(false);
  });

  it('is shown whatever it is, where it was given before', () => {
    const known = { ...account, wards: null, disabledAt: null };
    expect(accountSchema.safeParse(known).success).toBe(true);
  });
});
