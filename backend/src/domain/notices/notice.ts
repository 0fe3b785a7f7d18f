import type { EpochMs } from '@endwatch/clinical';
import type { Language } from '@endwatch/contracts';
import type { AlertKind, AlertPriority, EscalationTarget } from '../alerting/alert.ts';
import { noticeText, type NoticeText } from './notice-text.ts';

/** More END than forecast, or fewer: of the model, not of a patient. */
export type CalibrationKind = 'calibration-more' | 'calibration-fewer';

/** What is told outside the house of an alert: where and what, never who. */
export interface Notice {
  readonly id: string;
  readonly alertIds: readonly string[];
  readonly at: EpochMs;
  /** As what they are told; `test`: somebody tries whether their phone is reached. */
  readonly stage: EscalationTarget | 'administrators' | 'test';
  readonly priority: AlertPriority;
  readonly kind: AlertKind | CalibrationKind | 'test' | 'test-alert-missing';
  readonly bed: string | null;
  readonly ward: { readonly id: string; readonly name: string } | null;
  /** To one contact, to try it: no other one is tried where it is silent. */
  readonly only?: true;
}

export type Channel = 'web-push' | 'webhook' | 'email';
/** What a delivery goes by; `test-alert`: to nobody, it is only noted that it came so far. */
export type WayOut = Channel | 'test-alert';

/** One way to reach somebody. */
export interface Contact {
  readonly id: string;
  readonly username: string;
  readonly channel: Channel;
  /** Address of the push service or webhook, or of mail. */
  readonly address: string;
  /** Web push: public key and secret of the browser; webhook: the secret its signature is made with. */
  readonly keys: Readonly<Record<string, string>> | null;
  readonly label: string;
}

/** Who is told of the test alert. No account can have this name. */
export const NOBODY = { id: '(nobody)', username: '(nobody)', channel: 'test-alert' } as const;

/** In the order they are tried. */
export const CHANNEL_ORDER: readonly WayOut[] = ['web-push', 'webhook', 'email'];

/** What a device or paging system is sent. */
export interface NoticePayload extends NoticeText {
  readonly noticeId: string;
  /** The same again replaces what the device shows; of one alert, its id. */
  readonly tag: string;
  /** Nobody need see to it any more: what is shown is to go. */
  readonly clear: boolean;
  readonly priority: AlertPriority;
  readonly url: string;
  readonly deliveryId: string;
  /** To confirm with that it came; web push only. */
  readonly receipt: string | null;
  /** A process died while it sent this: it may have come before. The body says so too. */
  readonly repeated: boolean;
  /** Of title and body. */
  readonly language: Language;
  readonly at: string;
}

function urlOf({ alertIds, stage, kind }: Notice): string {
  const [first] = alertIds;
  if (stage === 'administrators') return '/review/drift';
  return first !== undefined && alertIds.length === 1 && kind !== 'test-alert-missing'
    ? `/on-call?alert=${encodeURIComponent(first)}`
    : '/on-call';
}

export function payloadOf(
  notice: Notice,
  delivery: Pick<NoticePayload, 'deliveryId' | 'receipt' | 'repeated' | 'clear' | 'language'>,
): NoticePayload {
  const [first = notice.id] = notice.alertIds;
  const isOne = notice.alertIds.length === 1;
  return {
    ...noticeText(notice, delivery),
    noticeId: notice.id,
    tag: isOne ? first : notice.id,
    priority: notice.priority,
    url: urlOf(notice),
    at: new Date(notice.at).toISOString(),
    ...delivery,
  };
}
