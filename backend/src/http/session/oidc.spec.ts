import type { Role } from '@endwatch/contracts';
import { accountOf } from './oidc.ts';

const roles = new Map<string, Role>([['n', 'nurse']]);
const settings = { roleClaim: 'groups', wardClaim: 'wards', wardsRequired: false, roles };
const claims = { sub: '7', groups: ['n'] };

describe('the account that claims stand for', () => {
  it.each([
    [{ name: 'Nora Example', preferred_username: 'nora' }, 'Nora Example'],
    [{ name: 'system', preferred_username: 'nora' }, 'nora'],
    [{ name: 'system', preferred_username: 'system' }, '7'],
    [{ name: ' system ', preferred_username: ' nora ' }, 'nora'],
    [{ name: ' ' }, '7'],
    [{ name: 12 }, '7'],
  ])('%j is called %s', (said, name) => {
    expect(accountOf({ ...claims, ...said }, settings)).toEqual({
      ...{ username: 'oidc:7', name, role: 'nurse', wards: null },
    });
  });

  it('is none without a role', () => {
    expect(() => accountOf({ sub: '7' }, settings)).toThrow('no role');
  });

  it('has the wards that are named, and no more where the house wants them named', () => {
    const strict = { ...settings, wardsRequired: true };
    expect(accountOf({ ...claims, wards: 'w1, w2' }, strict).wards).toEqual(['w1', 'w2']);
    expect(() => accountOf(claims, strict)).toThrow('no ward');
    expect(() => accountOf({ ...claims, wards: [] }, strict)).toThrow('no ward');
  });
});
