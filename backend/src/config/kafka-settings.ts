export interface KafkaSettings {
  readonly brokers: readonly string[];
  readonly ssl: boolean;
  readonly sasl: {
    readonly mechanism: 'plain' | 'scram-sha-256' | 'scram-sha-512';
    readonly username: string;
    readonly password: string;
  } | null;
}

/** Null without brokers. The texts were checked before. */
export function kafkaSettings(
  brokers: string | undefined,
  ssl: '0' | '1' | undefined,
  sasl: string | undefined,
): KafkaSettings | null {
  if (brokers === undefined) return null;
  const [mechanism, username, ...password] = sasl?.split(':') ?? [];
  return {
    brokers: brokers.split(','),
    ssl: ssl === '1',
    sasl:
      mechanism && username
        ? {
            mechanism: mechanism as NonNullable<KafkaSettings['sasl']>['mechanism'],
            username,
            password: password.join(':'),
          }
        : null,
  };
}
