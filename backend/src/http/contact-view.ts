import type { EpochMs } from '@endwatch/clinical';
import type { ContactView } from '@endwatch/contracts';
import type { Contact, Notice } from '../domain/notices/notice.ts';
import type { NewDelivery } from '../pipeline/notification-store.ts';
import type { Ids } from '../pipeline/ports.ts';

/** The address of a push service or webhook is as good as a secret. */
export function contactViewOf({ id, channel, label, address }: Contact): ContactView {
  return { id, channel, label, place: channel === 'email' ? address : new URL(address).host };
}

/** A message that only tries whether somebody is reached; `only`: by this contact and no other. */
export function testOf(
  contact: Contact,
  { ids, at, only }: { readonly ids: Ids; readonly at: EpochMs; readonly only?: true },
): { readonly notice: Notice; readonly deliveries: readonly NewDelivery[] } {
  const { username } = contact;
  const id = ids.of('test', only ? contact.id : username, at);
  const notice: Notice = {
    ...{ id, alertIds: [], at, stage: 'test', priority: 'low', kind: 'test' },
    ...{ bed: null, ward: null, ...(only && { only }) },
  };
  const delivery = ids.of('delivery', id, contact.id);
  return {
    notice,
    deliveries: [{ id: delivery, noticeId: id, username, contact, clear: false, at }],
  };
}
