import { Controller, Get, HttpCode, NotFoundException, Param, Post, Req } from '@nestjs/common';
import type { PagerView } from '@endwatch/contracts';
import type { Request } from 'express';
import { NotificationStore } from '../pipeline/notification-store.ts';
import { Clock, Ids } from '../pipeline/ports.ts';
import { Allow } from './access/allow.ts';
import { AuditLog } from './access/audit-log.ts';
import { Who, type Visitor } from './access/visitor.ts';
import { contactViewOf, testOf } from './contact-view.ts';

/** Paging systems that people are reached by, and whether each of them works. */
@Controller('api/push')
export class PagerController {
  readonly #store: NotificationStore;
  readonly #clock: Clock;
  readonly #ids: Ids;
  readonly #audit: AuditLog;

  constructor(store: NotificationStore, clock: Clock, ids: Ids, audit: AuditLog) {
    this.#store = store;
    this.#clock = clock;
    this.#ids = ids;
    this.#audit = audit;
  }

  /** Everybody's. */
  @Get('pagers')
  @Allow('accounts.manage')
  async pagers(): Promise<PagerView[]> {
    const pagers = await this.#store.contactsBy('webhook');
    return pagers.map((pager) => ({ ...contactViewOf(pager), username: pager.username }));
  }

  /** To this contact alone: one's own, or anybody's for an administrator. */
  @Post('contacts/:id/test')
  @HttpCode(202)
  @Allow('push.own')
  async test(
    @Param('id') id: string,
    @Who() visitor: Visitor,
    @Req() request: Request,
  ): Promise<{ noticeId: string }> {
    const contact = await this.#store.contact(id);
    const isTheirs = contact?.username === visitor.username || visitor.role === 'admin';
    if (!contact || !isTheirs) throw new NotFoundException('There is no such contact of yours.');
    const made = testOf(contact, { ids: this.#ids, at: this.#clock.now(), only: true });
    await this.#store.addNotice(made.notice, made.deliveries);
    await this.#audit.record(request, { action: 'contact.test', subject: id });
    return { noticeId: made.notice.id };
  }
}
