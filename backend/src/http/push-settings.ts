/** What the doors need to know of how notices leave. */
export abstract class PushSettings {
  /** VAPID, base64url. */
  abstract publicKey(): Promise<string>;
  /** Whether a push service at this address may be written to. */
  abstract allows(endpoint: string): boolean;
  abstract receiptDigest(token: string): string;
}
