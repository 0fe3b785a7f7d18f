import { createTransport, type Transporter } from 'nodemailer';
import type { SendResult } from '../domain/notices/delivery.ts';
import type { Contact, NoticePayload } from '../domain/notices/notice.ts';
import { ANSWER_WITHIN_MS, unreachable, type MessageChannel } from './channel.ts';

interface Settings {
  /** `smtp://` or `smtps://`, with user and password where the server wants them. */
  readonly url: string;
  readonly from: string;
  /** Where Endwatch is reached from outside; null: links are left out. */
  readonly publicUrl: string | null;
}

/** Plain text by SMTP. That the server took it is all that will ever be known. */
export class EmailChannel implements MessageChannel {
  readonly #transport: Transporter;
  readonly #settings: Settings;

  constructor(settings: Settings) {
    this.#settings = settings;
    this.#transport = createTransport(settings.url, {
      connectionTimeout: ANSWER_WITHIN_MS,
      greetingTimeout: ANSWER_WITHIN_MS,
      socketTimeout: ANSWER_WITHIN_MS,
    } as object);
  }

  async send(
    { address }: Contact,
    payload: NoticePayload,
    signal: AbortSignal,
  ): Promise<SendResult> {
    const { from, publicUrl } = this.#settings;
    const link = publicUrl === null ? '' : `\n\n${new URL(payload.url, publicUrl).href}`;
    try {
      const sending = this.#transport.sendMail({
        ...{ from, to: address, subject: payload.title, text: `${payload.body}${link}\n` },
        headers: { 'Content-Language': payload.language },
        messageId: `<${payload.deliveryId}@endwatch>`,
      });
      await orEnded(sending, signal);
      return { outcome: 'accepted', confirmed: true };
    } catch (error) {
      const { responseCode } = error as { responseCode?: number };
      if (responseCode === undefined) return unreachable(error);
      const problem = `answered ${responseCode}`;
      if (responseCode >= 500) return { outcome: 'refused', problem };
      return { outcome: 'later', problem, after: null, maybeSent: false };
    }
  }

  close(): void {
    this.#transport.close();
  }
}

/** Rejects with the signal's reason; the mail itself cannot be called back. */
async function orEnded<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  let give: (() => void) | undefined;
  const ended = new Promise<never>((_, reject) => {
    give = () => reject(signal.reason as Error);
    signal.addEventListener('abort', give);
    if (signal.aborted) give();
  });
  try {
    return await Promise.race([work, ended]);
  } finally {
    if (give) signal.removeEventListener('abort', give);
  }
}
