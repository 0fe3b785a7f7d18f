import {
  BadGatewayException,
  Controller,
  ForbiddenException,
  Get,
  NotFoundException,
  Req,
  Res,
  UnauthorizedException,
} from '@nestjs/common';
import { MINUTE } from '@endwatch/clinical';
import type { Request, Response } from 'express';
import { AccountStore, type AccountRecord } from '../../pipeline/account-store.ts';
import { Log } from '../../pipeline/log.ts';
import { Clock } from '../../pipeline/ports.ts';
import { OpenToAll } from '../access/allow.ts';
import { AuditLog } from '../access/audit-log.ts';
import { SESSION_COOKIE } from '../../system/credential.ts';
import { NotLetIn, type Errand } from './oidc.ts';
import { OidcSignIn } from './oidc-sign-in.ts';
import { SessionService } from './session-service.ts';

const ERRAND_COOKIE = 'endwatch_oidc';
const CALLBACK = '/api/session/oidc/callback';
const ERRAND_MS = 10 * MINUTE;

/** Out to the site's own sign-in, and back. */
@Controller('api/session/oidc')
@OpenToAll()
export class OidcController {
  readonly #oidc: OidcSignIn;
  readonly #sessions: SessionService;
  readonly #accounts: AccountStore;
  readonly #clock: Clock;
  readonly #audit: AuditLog;
  readonly #log: Log;

  constructor(
    oidc: OidcSignIn,
    sessions: SessionService,
    accounts: AccountStore,
    clock: Clock,
    audit: AuditLog,
  ) {
    this.#oidc = oidc;
    this.#sessions = sessions;
    this.#accounts = accounts;
    this.#clock = clock;
    this.#audit = audit;
    this.#log = oidc.log;
  }

  @Get()
  async start(@Req() request: Request, @Res() response: Response): Promise<void> {
    const { client } = this.#oidc;
    if (client === null) throw new NotFoundException('Sign-in by OpenID Connect is not set up.');
    const { url, errand } = await client
      .start(this.#redirectUri(request), this.#clock.now())
      .catch((error: unknown) => {
        this.#log.warn({ err: error }, 'the issuer of OpenID Connect cannot be reached');
        throw new BadGatewayException('The sign-in of your hospital cannot be reached.');
      });
    response.cookie(ERRAND_COOKIE, Buffer.from(JSON.stringify(errand)).toString('base64url'), {
      // Lax: the browser comes back from another site.
      ...{ httpOnly: true, sameSite: 'lax', secure: request.secure },
      ...{ maxAge: ERRAND_MS, path: CALLBACK },
    });
    response.redirect(302, url);
  }

  @Get('callback')
  async finish(@Req() request: Request, @Res() response: Response): Promise<void> {
    const { client } = this.#oidc;
    const errand = errandOf(request.headers.cookie ?? '');
    if (client === null || errand === null) {
      throw new UnauthorizedException('This sign-in took too long, or did not begin here.');
    }
    response.clearCookie(ERRAND_COOKIE, { path: CALLBACK });
    const address = new URL(this.#redirectUri(request));
    address.search = new URL(request.originalUrl, address).search;
    const account = await client
      .finish(address, errand, this.#clock.now())
      .catch(async (error: unknown) => {
        await this.#audit.record(request, { action: 'session.refuse', actor: 'oidc' });
        if (error instanceof NotLetIn) throw new ForbiddenException(error.message);
        this.#log.warn({ err: error }, 'sign-in by OpenID Connect failed');
        throw new UnauthorizedException('The sign-in of your hospital was not completed.');
      });
    if (!(await this.#accounts.createAccount({ ...account, passwordHash: null }))) {
      const { username, name, role, wards } = account;
      const known = (await this.#accounts.accounts()).find((one) => one.username === username);
      if (known && known.disabledAt !== null) {
        throw new ForbiddenException('Your account was disabled here.');
      }
      // A change ends the sessions of the person, on every device.
      if (known && !isAs(known, account)) {
        await this.#accounts.changeAccount(username, { name, role, wards });
      }
    }
    const token = await this.#sessions.open(account.username);
    await this.#audit.record(request, { action: 'session.open', actor: account.username });
    response.cookie(SESSION_COOKIE, token, {
      ...{ httpOnly: true, sameSite: 'strict', secure: request.secure, path: '/' },
      maxAge: this.#sessions.lifetime(account.role),
    });
    response.redirect(303, '/');
  }

  #redirectUri(request: Request): string {
    const { publicUrl } = this.#oidc;
    return new URL(CALLBACK, publicUrl ?? `${request.protocol}://${request.get('host') ?? ''}`)
      .href;
  }
}

/** Whether the issuer says of somebody what is known here. */
function isAs(known: AccountRecord, said: Pick<AccountRecord, 'name' | 'role' | 'wards'>): boolean {
  const of = ({ name, role, wards }: typeof said): string =>
    JSON.stringify([name, role, wards?.toSorted() ?? null]);
  return of(known) === of(said);
}

function errandOf(cookie: string): Errand | null {
  const kept = new RegExp(`(?:^|;\\s*)${ERRAND_COOKIE}=([\\w-]+)`).exec(cookie)?.[1];
  if (kept === undefined) return null;
  try {
    return JSON.parse(Buffer.from(kept, 'base64url').toString('utf8')) as Errand;
  } catch {
    return null;
  }
}
