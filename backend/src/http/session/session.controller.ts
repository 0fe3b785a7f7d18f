import {
  Body,
  Controller,
  Delete,
  Get,
  HttpCode,
  HttpException,
  NotFoundException,
  Post,
  Req,
  Res,
  UnauthorizedException,
} from '@nestjs/common';
import type { SessionView } from '@endwatch/contracts';
import type { Request, Response } from 'express';
import { RateLimiterMemory } from 'rate-limiter-flexible';
import type * as z from 'zod';
import type { Visitor } from '../../pipeline/account-store.ts';
import { OpenToAll } from '../access/allow.ts';
import { AuditLog } from '../access/audit-log.ts';
import { credentialOf, SESSION_COOKIE } from '../../system/credential.ts';
import { SiteTime } from '../site-time.ts';
import { ZodPipe } from '../zod.pipe.ts';
import { credentialsSchema, demoSchema } from './credentials.ts';
import { DemoAccounts } from './demo-accounts.ts';
import { OidcSignIn } from './oidc-sign-in.ts';
import { SessionService } from './session-service.ts';

/** Tries in vain, of one address in so many seconds. */
const TRIES = { points: 10, duration: 60 } as const;

/** Signing in and out, and who is signed in. */
@Controller('api/session')
@OpenToAll()
export class SessionController {
  readonly #sessions: SessionService;
  readonly #demo: DemoAccounts;
  readonly #audit: AuditLog;
  readonly #site: SiteTime;
  readonly #oidc: OidcSignIn;
  readonly #tries = new RateLimiterMemory(TRIES);

  constructor(
    sessions: SessionService,
    demo: DemoAccounts,
    audit: AuditLog,
    oidc: OidcSignIn,
    site: SiteTime,
  ) {
    this.#site = site;
    this.#oidc = oidc;
    this.#sessions = sessions;
    this.#demo = demo;
    this.#audit = audit;
  }

  @Post()
  @HttpCode(200)
  async signIn(
    @Body(new ZodPipe(credentialsSchema))
    { username, password }: z.output<typeof credentialsSchema>,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<SessionView> {
    const address = request.ip ?? '';
    // Counted from its beginning, so that many at once do not slip through; one that did not go wrong is taken back.
    await this.#tries.consume(address).catch(() => {
      response.setHeader('Retry-After', TRIES.duration);
      throw new HttpException('Too many sign-ins went wrong. Wait a minute.', 429);
    });
    const token = await this.#tokenFor(username, password, address);
    if (token === null) {
      await this.#audit.record(request, { action: 'session.refuse', actor: username });
      throw new UnauthorizedException('User name or password is wrong.');
    }
    return this.#enter(token, request, response);
  }

  /** Which ways in there are. */
  @Get('ways')
  ways(): { password: true; oidc: boolean; demo: readonly string[] } {
    return { password: true, oidc: this.#oidc.client !== null, demo: this.#demo.roles };
  }

  /** Without a password, on a ward of simulated patients. */
  @Post('demo')
  @HttpCode(200)
  async demo(
    @Body(new ZodPipe(demoSchema)) { role }: z.output<typeof demoSchema>,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<SessionView> {
    const username = this.#demo.usernameOf(role);
    if (username === null) throw new NotFoundException('This is no demonstration.');
    return this.#enter(await this.#sessions.open(username), request, response);
  }

  @Get()
  async whoAmI(@Req() request: Request): Promise<SessionView> {
    const token = credentialOf(request.headers);
    const visitor = token ? await this.#sessions.whoIs(token) : null;
    if (!visitor) throw new UnauthorizedException('Nobody is signed in.');
    return this.#viewOf(visitor);
  }

  @Delete()
  @HttpCode(204)
  async signOut(
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<void> {
    const token = credentialOf(request.headers);
    const visitor = token ? await this.#sessions.whoIs(token) : null;
    if (token && visitor) {
      await this.#sessions.signOut(token);
      await this.#audit.record(request, { action: 'session.close', actor: visitor.username });
    }
    response.clearCookie(SESSION_COOKIE, { path: '/' });
  }

  /** Null where it went wrong. That the server is in trouble is nobody's wrong password: a ward behind one address is let in as soon as it is over. */
  async #tokenFor(username: string, password: string, address: string): Promise<string | null> {
    let isWrong = false;
    try {
      const token = await this.#sessions.signIn(username, password);
      isWrong = token === null;
      return token;
    } finally {
      if (!isWrong) await this.#tries.reward(address);
    }
  }

  /** The session that the browser had ends: a new one for each sign-in. */
  async #enter(token: string, request: Request, response: Response): Promise<SessionView> {
    const before = credentialOf(request.headers);
    if (before !== null) await this.#sessions.signOut(before);
    const visitor = await this.#sessions.whoIs(token);
    if (!visitor) throw new UnauthorizedException('The account was disabled just now.');
    await this.#audit.record(request, { action: 'session.open', actor: visitor.username });
    response.cookie(SESSION_COOKIE, token, {
      httpOnly: true,
      sameSite: 'strict',
      secure: request.secure,
      maxAge: this.#sessions.lifetime(visitor.role),
      path: '/',
    });
    return this.#viewOf(visitor);
  }

  #viewOf({ username, name, role, wards }: Visitor): SessionView {
    const { timeZone } = this.#site;
    return { username, name, role, wards: wards && [...wards], timeZone };
  }
}
