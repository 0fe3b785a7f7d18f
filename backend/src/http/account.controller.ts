import { randomUUID } from 'node:crypto';
import {
  BadRequestException,
  Body,
  ConflictException,
  Controller,
  Delete,
  Get,
  HttpCode,
  NotFoundException,
  Param,
  Patch,
  Post,
  Req,
} from '@nestjs/common';
import { DAY, type EpochMs } from '@endwatch/clinical';
import {
  accountChangeSchema,
  newAccountSchema,
  newTokenSchema,
  type AccountChange,
  type AccountView,
  type ChangedAccount,
  type MadeToken,
  type TokenView,
} from '@endwatch/contracts';
import type { Request } from 'express';
import type * as z from 'zod';
import { AccountStore, type AccountRecord, type ApiToken } from '../pipeline/account-store.ts';
import { Clock } from '../pipeline/ports.ts';
import { Allow } from './access/allow.ts';
import { AuditLog } from './access/audit-log.ts';
import { Who, type Visitor } from './access/visitor.ts';
import { digestOf, hashPassword, newSecret } from './session/session-service.ts';
import { ZodPipe } from './zod.pipe.ts';

const PASSWORD_BYTES = 15;

/** Who may come in: accounts of people, displays and programs, and the tokens of programs. */
@Controller('api/accounts')
@Allow('accounts.manage')
export class AccountController {
  readonly #accounts: AccountStore;
  readonly #clock: Clock;
  readonly #audit: AuditLog;

  constructor(accounts: AccountStore, clock: Clock, audit: AuditLog) {
    this.#accounts = accounts;
    this.#clock = clock;
    this.#audit = audit;
  }

  @Get()
  async list(): Promise<AccountView[]> {
    return (await this.#accounts.accounts()).map(viewOf);
  }

  @Post()
  @HttpCode(201)
  async create(
    @Body(new ZodPipe(newAccountSchema)) asked: z.output<typeof newAccountSchema>,
    @Req() request: Request,
  ): Promise<ChangedAccount> {
    const { password: chosen, ...account } = asked;
    const made = chosen ?? newSecret(PASSWORD_BYTES);
    const passwordHash = account.role === 'integration' ? null : await hashPassword(made);
    if (!(await this.#accounts.createAccount({ ...account, passwordHash }))) {
      throw new ConflictException('An account of that name is there already.');
    }
    const { role, wards, username } = account;
    await this.#audit.record(request, {
      ...{ action: 'account.create', subject: username, detail: { role, wards } },
    });
    const isShown = passwordHash !== null && chosen === undefined;
    return { ...account, disabledAt: null, password: isShown ? made : null };
  }

  @Patch(':username')
  async change(
    @Param('username') username: string,
    @Body(new ZodPipe(accountChangeSchema)) asked: AccountChange,
    @Req() request: Request,
    @Who() visitor: Visitor,
  ): Promise<ChangedAccount> {
    const { disabled, newPassword, ...changes } = asked;
    if (username === visitor.username && (disabled === true || changes.role !== undefined)) {
      throw new BadRequestException('Nobody takes the administration from themselves.');
    }
    const before = (await this.#accounts.accounts()).find((each) => each.username === username);
    if (!before) throw new NotFoundException('There is no account of that name.');
    const account = await this.#accounts.changeAccount(username, {
      ...changes,
      name: changes.name ?? before.name,
      disabledAt: disabled === undefined ? undefined : disabled ? this.#clock.now() : null,
    });
    if (!account) throw new NotFoundException('There is no account of that name.');
    const password = newPassword === true ? newSecret(PASSWORD_BYTES) : null;
    if (password !== null) {
      await this.#accounts.setPasswordHash(username, await hashPassword(password));
    }
    await this.#audit.record(request, {
      action: 'account.change',
      subject: username,
      detail: asked,
    });
    return { ...viewOf(account), password };
  }

  @Get('tokens')
  async tokens(): Promise<TokenView[]> {
    return (await this.#accounts.tokens()).map(tokenViewOf);
  }

  @Post('tokens')
  @HttpCode(201)
  async makeToken(
    @Body(new ZodPipe(newTokenSchema)) asked: z.output<typeof newTokenSchema>,
    @Req() request: Request,
    @Who() visitor: Visitor,
  ): Promise<MadeToken> {
    const { username, label, days } = asked;
    const known = (await this.#accounts.accounts()).some((each) => each.username === username);
    if (!known) throw new NotFoundException('There is no account of that name.');
    const now = this.#clock.now();
    const secret = newSecret();
    const token: ApiToken = {
      ...{ id: randomUUID(), username, label, createdAt: now, createdBy: visitor.username },
      ...{ expiresAt: days === null ? null : now + days * DAY, revokedAt: null },
    };
    await this.#accounts.addToken({ ...token, digest: digestOf(secret) });
    await this.#audit.record(request, {
      ...{ action: 'token.create', subject: token.id, detail: { username, label, days } },
    });
    return { ...tokenViewOf(token), token: secret };
  }

  @Delete('tokens/:id')
  @HttpCode(204)
  async revokeToken(@Param('id') id: string, @Req() request: Request): Promise<void> {
    if (!(await this.#accounts.revokeToken(id, this.#clock.now()))) {
      throw new NotFoundException('There is no such token that is still good.');
    }
    await this.#audit.record(request, { action: 'token.revoke', subject: id });
  }
}

function viewOf({ username, name, role, wards, disabledAt }: AccountRecord): AccountView {
  return { username, name, role, wards: wards && [...wards], disabledAt: iso(disabledAt) };
}

function tokenViewOf({ createdAt, expiresAt, revokedAt, ...token }: ApiToken): TokenView {
  return {
    ...token,
    createdAt: new Date(createdAt).toISOString(),
    expiresAt: iso(expiresAt),
    revokedAt: iso(revokedAt),
  };
}

function iso(time: EpochMs | null): string | null {
  return time === null ? null : new Date(time).toISOString();
}
