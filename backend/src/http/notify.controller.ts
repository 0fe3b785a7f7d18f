import {
  Body,
  Controller,
  Delete,
  ForbiddenException,
  Get,
  HttpCode,
  NotFoundException,
  Param,
  Post,
  Req,
} from '@nestjs/common';
import {
  newContactSchema,
  pushSubscriptionSchema,
  type ContactView,
  type DeliveryView,
  type NewPushSubscription,
} from '@endwatch/contracts';
import type { Request } from 'express';
import * as z from 'zod';
import type { Contact } from '../domain/notices/notice.ts';
import { NotificationStore } from '../pipeline/notification-store.ts';
import { Clock, Ids } from '../pipeline/ports.ts';
import { Allow, OpenToAll } from './access/allow.ts';
import { AuditLog } from './access/audit-log.ts';
import { Who, type Visitor } from './access/visitor.ts';
import { contactViewOf, testOf } from './contact-view.ts';
import { PushSettings } from './push-settings.ts';
import { ZodPipe } from './zod.pipe.ts';

const receiptSchema = z.object({ token: z.string().min(1).max(100) });

/** How somebody is reached with the page closed, and whether it works. */
@Controller('api/push')
@Allow('push.own')
export class NotifyController {
  readonly #store: NotificationStore;
  readonly #settings: PushSettings;
  readonly #clock: Clock;
  readonly #ids: Ids;
  readonly #audit: AuditLog;

  constructor(
    store: NotificationStore,
    settings: PushSettings,
    clock: Clock,
    ids: Ids,
    audit: AuditLog,
  ) {
    this.#store = store;
    this.#settings = settings;
    this.#clock = clock;
    this.#ids = ids;
    this.#audit = audit;
  }

  /** What a browser subscribes with. */
  @Get('key')
  async key(): Promise<{ publicKey: string }> {
    return { publicKey: await this.#settings.publicKey() };
  }

  @Get('contacts')
  async contacts(@Who() visitor: Visitor): Promise<ContactView[]> {
    return (await this.#store.contactsOf([visitor.username])).map(contactViewOf);
  }

  @Post('subscriptions')
  @HttpCode(201)
  async subscribe(
    @Body(new ZodPipe(pushSubscriptionSchema)) { subscription, label }: NewPushSubscription,
    @Who() visitor: Visitor,
    @Req() request: Request,
  ): Promise<ContactView> {
    const { endpoint, keys } = subscription;
    if (!this.#settings.allows(endpoint)) {
      throw new ForbiddenException('A push service is reached by https only.');
    }
    return this.#add(
      { username: visitor.username, channel: 'web-push', address: endpoint, keys, label },
      request,
    );
  }

  @Post('contacts')
  @HttpCode(201)
  async add(
    @Body(new ZodPipe(newContactSchema)) asked: z.output<typeof newContactSchema>,
    @Who() visitor: Visitor,
    @Req() request: Request,
  ): Promise<ContactView> {
    const { channel, address, label } = asked;
    if (asked.channel === 'email') {
      return this.#add(
        { username: visitor.username, channel, address, keys: null, label },
        request,
      );
    }
    if (visitor.role !== 'admin') throw new ForbiddenException('Webhooks are for administrators.');
    const { username, secret } = asked;
    return this.#add({ username, channel, address, keys: { secret }, label }, request);
  }

  @Delete('contacts/:id')
  @HttpCode(204)
  async remove(
    @Param('id') id: string,
    @Who() visitor: Visitor,
    @Req() request: Request,
  ): Promise<void> {
    const owner = visitor.role === 'admin' ? null : visitor.username;
    if (!(await this.#store.removeContact(id, owner))) {
      throw new NotFoundException('There is no such contact of yours.');
    }
    await this.#audit.record(request, { action: 'contact.remove', subject: id });
  }

  /** Goes the way that an alert would: to the first contact, and on to the next where that is silent. */
  @Post('test')
  @HttpCode(202)
  async test(@Who() visitor: Visitor): Promise<{ noticeId: string }> {
    const [contact] = await this.#store.contactsOf([visitor.username]);
    if (!contact) throw new NotFoundException('There is nothing to reach you by yet.');
    const made = testOf(contact, { ids: this.#ids, at: this.#clock.now() });
    await this.#store.addNotice(made.notice, made.deliveries);
    return { noticeId: made.notice.id };
  }

  /** How far a test has got: one's own, or of anybody for an administrator. */
  @Get('tests/:noticeId')
  async tested(
    @Param('noticeId') noticeId: string,
    @Who() visitor: Visitor,
  ): Promise<DeliveryView[]> {
    const deliveries = await this.#store.deliveriesOf(noticeId);
    return deliveries
      .filter(({ username }) => username === visitor.username || visitor.role === 'admin')
      .flatMap(({ channel, state, problem }) =>
        channel === 'test-alert' ? [] : { channel, state, problem },
      );
  }

  /** A device says that it has shown what it was sent. It knows a secret of that delivery and nothing else. */
  @Post('receipts/:delivery')
  @HttpCode(204)
  @OpenToAll()
  async confirm(
    @Param('delivery') delivery: string,
    @Body(new ZodPipe(receiptSchema)) { token }: z.output<typeof receiptSchema>,
  ): Promise<void> {
    const digest = this.#settings.receiptDigest(token);
    if (!(await this.#store.confirm(delivery, digest, this.#clock.now()))) {
      throw new NotFoundException('No such delivery waits for a receipt.');
    }
  }

  async #add(contact: Omit<Contact, 'id'>, request: Request): Promise<ContactView> {
    const { channel, address, username } = contact;
    // Whoever knows the address of a browser's push service is that browser; a pager or mailbox may be shared.
    const owner = channel === 'web-push' ? [] : [username];
    const whole = { ...contact, id: this.#ids.of('contact', channel, address, ...owner) };
    const before = await this.#store.contact(whole.id);
    await this.#store.addContact(whole, this.#clock.now());
    // A browser says that it is still there whenever its page is opened.
    if (before?.username !== username) {
      await this.#audit.record(request, {
        ...{ action: 'contact.add', subject: whole.id, detail: { channel, username } },
      });
    }
    return contactViewOf(whole);
  }
}
