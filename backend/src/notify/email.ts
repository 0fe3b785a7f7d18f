import { createTransport, type Transporter } from 'nodemailer';
import type { SendResult } from '../domain/notices/delivery.ts';
import type { Contact, NoticePayload } from '../domain/notices/notice.ts';
import { ANSWER_WITHIN_MS, type MessageChannel } from './channel.ts';

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

  async send({ address }: Contact, payload: NoticePayload): Promise<SendResult> {
    const { from, publicUrl } = this.#settings;
    const again = payload.repeated ? 'This may have been sent before.\n\n' : '';
    const link = publicUrl === null ? '' : `\n\n${new URL(payload.url, publicUrl).href}`;
    try {
      await this.#transport.sendMail({
        ...{ from, to: address, subject: payload.title, text: `${again}${payload.body}${link}\n` },
        messageId: `<${payload.deliveryId}@endwatch>`,
      });
      return { outcome: 'accepted', confirmed: true };
    } catch (error) {
      const { responseCode, code } = error as { responseCode?: number; code?: string };
      const problem =
        responseCode === undefined ? (code ?? 'unreachable') : `answered ${responseCode}`;
      if (responseCode !== undefined && responseCode >= 500) return { outcome: 'refused', problem };
      return { outcome: 'later', problem, after: null };
    }
  }

  close(): void {
    this.#transport.close();
  }
}
