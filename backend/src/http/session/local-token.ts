import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { AccountStore } from '../../pipeline/account-store.ts';
import { digestOf, newSecret } from './session-service.ts';

const ACCOUNT = 'local-programs';

/**
 * A token for programs on this machine that bring messages (`npm run simulate`), in a file of the home folder that only its owner reads. Answers
 * false where the folder cannot be written, as in a container: programs then need a token that an administrator made.
 */
export async function ensureLocalToken(
  accounts: AccountStore,
  { home, now }: { readonly home: string; readonly now: number },
): Promise<boolean> {
  const token = keptToken(join(home, 'integration-token'), home);
  if (token === null) return false;
  await accounts.createAccount({
    ...{ username: ACCOUNT, name: 'Programs on this machine', role: 'integration', wards: null },
    passwordHash: null,
  });
  const digest = digestOf(token);
  await accounts.addToken({
    ...{ id: `local-${digest.slice(0, 12)}`, digest, username: ACCOUNT, label: 'This machine' },
    ...{ createdAt: now, createdBy: 'system', expiresAt: null, revokedAt: null },
  });
  return true;
}

function keptToken(file: string, home: string): string | null {
  try {
    const kept = readFileSync(file, 'utf8').trim();
    if (kept !== '') return kept;
  } catch {
    // Not there yet, or not for us to read; writing will tell.
  }
  try {
    mkdirSync(home, { recursive: true });
    const token = newSecret();
    writeFileSync(file, `${token}\n`, { mode: 0o600 });
    return token;
  } catch {
    return null;
  }
}
