import type { DataSource } from 'typeorm';
import type { Environment } from './config/environment.ts';
import { DemoAccounts } from './http/session/demo-accounts.ts';
import { ensureLocalToken } from './http/session/local-token.ts';
import { Oidc } from './http/session/oidc.ts';
import { OidcSignIn } from './http/session/oidc-sign-in.ts';
import { SessionService } from './http/session/session-service.ts';
import type { AccountStore } from './pipeline/account-store.ts';
import type { AuditTrail } from './pipeline/audit-trail.ts';
import type { Log } from './pipeline/log.ts';
import type { Clock } from './pipeline/ports.ts';
import type { RotaStore } from './pipeline/rota-store.ts';
import { TypeormAccountStore } from './postgres/typeorm-account-store.ts';
import { TypeormAuditTrail } from './postgres/typeorm-audit-trail.ts';

/** Who may come in, and what they did. */
export interface People {
  readonly accounts: AccountStore;
  readonly sessions: SessionService;
  readonly demo: DemoAccounts;
  readonly audit: AuditTrail;
  readonly oidc: OidcSignIn;
}

export function peopleOf(
  { demo, oidc, notices }: Environment,
  { source, clock, log }: { readonly source: DataSource; readonly clock: Clock; readonly log: Log },
): People {
  const accounts = new TypeormAccountStore(source);
  return {
    accounts,
    sessions: new SessionService(accounts, clock),
    demo: new DemoAccounts(demo),
    audit: new TypeormAuditTrail(source),
    oidc: new OidcSignIn({ client: oidc && new Oidc(oidc), publicUrl: notices.publicUrl, log }),
  };
}

/** The accounts that a first start makes. Answers with the administrator's password where one was made up. */
export async function firstAccounts(
  { home, adminPassword }: Environment,
  parts: People & { readonly rota: RotaStore; readonly clock: Clock; readonly log: Log },
): Promise<string | null> {
  const { accounts, sessions, demo, clock, log } = parts;
  await demo.ensure({ accounts, rota: parts.rota, now: clock.now() });
  if (!(await ensureLocalToken(accounts, { home, now: clock.now() }))) {
    log.warn({}, 'no token for programs on this machine: the home folder cannot be written');
  }
  return sessions.ensureAdministrator(adminPassword);
}
