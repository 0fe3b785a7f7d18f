import type { Delivery, DeliveryState } from '../domain/notices/delivery.ts';
import type { Channel, Contact, Notice, WayOut } from '../domain/notices/notice.ts';

export interface ContactRow {
  readonly id: string;
  readonly username: string;
  readonly channel: Channel;
  readonly address: string;
  readonly keys: Record<string, string> | null;
  readonly label: string;
}

export interface DeliveryRow {
  readonly id: string;
  readonly notice_id: string;
  readonly username: string;
  readonly contact_id: string | null;
  readonly channel: WayOut;
  readonly clear: boolean;
  readonly state: DeliveryState;
  readonly tries: number;
  readonly next_at: Date | null;
  readonly problem: string | null;
}

export interface NoticeRow {
  readonly notice_id: string;
  readonly alert_ids: string[];
  readonly body: Omit<Notice, 'id' | 'alertIds'>;
}

export function contactOf({ id, username, channel, address, keys, label }: ContactRow): Contact {
  return { id, username, channel, address, keys, label };
}

export function deliveryOf(row: DeliveryRow): Delivery {
  return {
    ...{ id: row.id, noticeId: row.notice_id, username: row.username },
    ...{ contactId: row.contact_id, channel: row.channel, clear: row.clear, state: row.state },
    ...{ tries: row.tries, nextAt: row.next_at?.getTime() ?? null, problem: row.problem },
  };
}

export function noticeOf({ notice_id, alert_ids, body }: NoticeRow): Notice {
  return { id: notice_id, alertIds: alert_ids, ...body };
}
