import { createECDH, createHash, randomBytes } from 'node:crypto';
import { HOUR, type EpochMs } from '@endwatch/clinical';
import ece from 'http_ece';
import { exportJWK, generateKeyPair, importJWK, SignJWT, type JWK } from 'jose';
import type { SendResult } from '../domain/notices/delivery.ts';
import type { Contact, NoticePayload } from '../domain/notices/notice.ts';
import { resultOf, unreachable, type MessageChannel } from './channel.ts';

/** The key pair by which push services know this Endwatch (VAPID, RFC 8292). */
export interface VapidKeys {
  readonly privateKey: JWK;
  /** Uncompressed point, base64url: what browsers subscribe with. */
  readonly publicKey: string;
}

export async function makeVapidKeys(): Promise<VapidKeys> {
  const { privateKey } = await generateKeyPair('ES256', { extractable: true });
  const jwk = await exportJWK(privateKey);
  const point = [Buffer.of(4), base64url(jwk.x), base64url(jwk.y)];
  return { privateKey: jwk, publicKey: Buffer.concat(point).toString('base64url') };
}

const base64url = (text = ''): Buffer => Buffer.from(text, 'base64url');

const URGENCY: Readonly<Record<NoticePayload['priority'], string>> = {
  high: 'high',
  medium: 'high',
  low: 'normal',
  technical: 'low',
};
/** How long a push service keeps what it cannot deliver, seconds: by then the alert has gone on to somebody else. */
const TIME_TO_LIVE = 3600;

interface Settings {
  readonly keys: VapidKeys;
  /** Whom a push service may write to: `mailto:` or `https:`. */
  readonly subject: string;
  readonly now: () => EpochMs;
}

/** Web Push: encrypted for the browser (RFC 8291), signed for its push service (RFC 8292). */
export class WebPushChannel implements MessageChannel {
  readonly #settings: Settings;

  constructor(settings: Settings) {
    this.#settings = settings;
  }

  async send(
    { address, keys }: Contact,
    payload: NoticePayload,
    signal: AbortSignal,
  ): Promise<SendResult> {
    const { now } = this.#settings;
    try {
      const body = encrypt(JSON.stringify(payload), keys ?? {});
      const response = await fetch(address, {
        method: 'POST',
        redirect: 'manual',
        signal,
        headers: {
          authorization: await this.#authorization(address),
          'content-encoding': 'aes128gcm',
          'content-type': 'application/octet-stream',
          ttl: String(TIME_TO_LIVE),
          urgency: URGENCY[payload.priority],
          topic: topicOf(payload.noticeId),
        },
        body: new Uint8Array(body),
      });
      await response.body?.cancel();
      return resultOf(response, now(), { gone: [404, 410], confirmed: false });
    } catch (error) {
      if (error instanceof BadKeys) return { outcome: 'gone', problem: error.message };
      return unreachable(error);
    }
  }

  async #authorization(address: string): Promise<string> {
    const { keys, subject, now } = this.#settings;
    const token = await new SignJWT({ sub: subject })
      .setProtectedHeader({ alg: 'ES256', typ: 'JWT' })
      .setAudience(new URL(address).origin)
      .setExpirationTime(Math.floor((now() + 12 * HOUR) / 1000))
      .sign(await importJWK(keys.privateKey, 'ES256'));
    return `vapid t=${token}, k=${keys.publicKey}`;
  }
}

/**
 * What a push service still holds of the same notice is replaced, by what takes it back too; never by what takes back another of the same
 * alert. At most 32 characters, base64url.
 */
function topicOf(noticeId: string): string {
  return createHash('sha256').update(noticeId).digest('base64url').slice(0, 32);
}

class BadKeys extends Error {}

function encrypt(
  text: string,
  { p256dh = '', auth = '' }: Readonly<Record<string, string>>,
): Buffer {
  const privateKey = createECDH('prime256v1');
  privateKey.generateKeys();
  try {
    return ece.encrypt(Buffer.from(text), {
      ...{ version: 'aes128gcm', dh: p256dh, authSecret: auth, privateKey },
      salt: randomBytes(16).toString('base64url'),
    });
  } catch {
    throw new BadKeys('its keys cannot be used');
  }
}
