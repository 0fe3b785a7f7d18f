import {
  Body,
  Controller,
  Delete,
  Get,
  HttpCode,
  Post,
  Req,
  Res,
  UnauthorizedException,
  UseGuards,
} from '@nestjs/common';
import { Throttle, ThrottlerGuard } from '@nestjs/throttler';
import type { Request, Response } from 'express';
import type * as z from 'zod';
import { ZodPipe } from '../zod.pipe.ts';
import { credentialsSchema } from './credentials.ts';
import { SESSION_HOURS, SessionService } from './session-service.ts';

const COOKIE = 'endwatch_session';

@Controller('api/session')
export class SessionController {
  readonly #sessions: SessionService;

  constructor(sessions: SessionService) {
    this.#sessions = sessions;
  }

  @Post()
  @HttpCode(200)
  @UseGuards(ThrottlerGuard)
  @Throttle({ default: { limit: 10, ttl: 60_000 } })
  async signIn(
    @Body(new ZodPipe(credentialsSchema))
    { username, password }: z.output<typeof credentialsSchema>,
    @Res({ passthrough: true }) response: Response,
  ): Promise<object> {
    const token = await this.#sessions.signIn(username, password);
    const account = token === null ? null : await this.#sessions.whoIs(token);
    if (!token || !account) throw new UnauthorizedException('User name or password is wrong.');
    response.cookie(COOKIE, token, {
      httpOnly: true,
      sameSite: 'strict',
      secure: response.req.secure,
      maxAge: SESSION_HOURS * 3_600_000,
      path: '/',
    });
    return { username: account.username, role: account.role };
  }

  @Get()
  async whoAmI(@Req() request: Request): Promise<object> {
    const token = tokenOf(request);
    const account = token ? await this.#sessions.whoIs(token) : null;
    if (!account) throw new UnauthorizedException('Nobody is signed in.');
    return { username: account.username, role: account.role };
  }

  @Delete()
  @HttpCode(204)
  async signOut(
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<void> {
    const token = tokenOf(request);
    if (token) await this.#sessions.signOut(token);
    response.clearCookie(COOKIE, { path: '/' });
  }
}

/** Bearer first: a program that sends both means the token. */
function tokenOf(request: Request): string | null {
  const bearer = /^Bearer (\S+)$/i.exec(request.headers.authorization ?? '')?.[1];
  const cookie = new RegExp(`(?:^|;\\s*)${COOKIE}=([^;\\s]+)`).exec(request.headers.cookie ?? '');
  return bearer ?? cookie?.[1] ?? null;
}
