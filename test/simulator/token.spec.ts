import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { tokenFor } from './token.ts';

describe('the token of a program', () => {
  let home = '';

  beforeAll(() => {
    home = mkdtempSync(join(tmpdir(), 'endwatch-token-'));
    writeFileSync(join(home, 'integration-token'), 'of-the-house\n');
  });
  afterAll(() => {
    rmSync(home, { recursive: true });
  });

  it.each([
    ['the one given', 'given', { ENDWATCH_TOKEN: 'told' }, 'given'],
    ['else the one in the environment', null, { ENDWATCH_TOKEN: 'told' }, 'told'],
    ['else the one in the home folder', null, {}, 'of-the-house'],
  ])('%s', (_, given, variables, token) => {
    expect(tokenFor(given, { ENDWATCH_HOME: home, ...variables })).toBe(token);
  });

  it('none where there is none', () => {
    expect(tokenFor(null, { ENDWATCH_HOME: join(home, 'nowhere') })).toBeNull();
  });
});
