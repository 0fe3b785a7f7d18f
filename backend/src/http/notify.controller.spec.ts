import type { Request } from 'express';
import type { Contact } from '../domain/notices/notice.ts';
import type { NotificationStore } from '../pipeline/notification-store.ts';
import { FixedClock } from '../testing/fixed-clock.ts';
import type { AuditLog } from './access/audit-log.ts';
import type { Visitor } from './access/visitor.ts';
import { NotifyController } from './notify.controller.ts';
import type { PushSettings } from './push-settings.ts';

const ENDPOINT = 'https://push.example/1';

describe('a browser that is to be reached', () => {
  it('says so as often as it likes, and it is written down once for each person', async () => {
    const kept = new Map<string, Contact>();
    const written: unknown[] = [];
    const controller = new NotifyController(
      {
        contact: (id: string) => Promise.resolve(kept.get(id) ?? null),
        addContact: (contact: Contact) => Promise.resolve(void kept.set(contact.id, contact)),
      } as unknown as NotificationStore,
      { allows: () => true } as unknown as PushSettings,
      new FixedClock(0),
      { of: (...parts: unknown[]) => parts.join(' ') },
      {
        record: (_: Request, { detail }: { detail: { username: string } }) =>
          Promise.resolve(void written.push(detail.username)),
      } as unknown as AuditLog,
    );
    const subscription = { endpoint: ENDPOINT, keys: { p256dh: 'k', auth: 'a' } };
    for (const username of ['ada', 'ada', 'ben', 'ben']) {
      const contact = await controller.subscribe(
        { subscription, label: 'Phone' },
        { username } as Visitor,
        {} as Request,
      );
      expect(contact.id).toBe(`contact web-push ${ENDPOINT}`);
    }
    expect(written).toEqual(['ada', 'ben']);
  });
});
