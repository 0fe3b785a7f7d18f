import { Kafka, type KafkaConfig, logLevel, type SASLOptions } from 'kafkajs';
import { readEveryCompression } from './kafka-codecs.ts';
import type { Report } from './report.ts';

readEveryCompression();

export interface SaslSettings {
  readonly mechanism: 'plain' | 'scram-sha-256' | 'scram-sha-512';
  readonly username: string;
  readonly password: string;
}

export interface ConnectionSettings {
  readonly brokers: readonly string[];
  readonly clientId: string;
  readonly ssl: boolean;
  readonly sasl: SaslSettings | null;
  readonly report: Report;
}

/** What kafkajs may say about a record would name its key: only these fields of its log entries go on. */
const TOLD = ['groupId', 'memberId', 'topic', 'partition', 'broker', 'retryCount', 'error'];

const RETRIES = { patient: 20, brisk: 6, once: 0 };

/**
 * A kafkajs client. `patient` waits some 17 s for a broker that restarts, without a new connection of the whole client; what somebody waits
 * for (a door that has not acknowledged yet) gives up after about 4 s.
 */
export function kafkaClient(settings: ConnectionSettings, patience: keyof typeof RETRIES): Kafka {
  const config: KafkaConfig = {
    brokers: [...settings.brokers],
    clientId: settings.clientId,
    ssl: settings.ssl,
    connectionTimeout: 3_000,
    authenticationTimeout: 5_000,
    requestTimeout: 10_000,
    enforceRequestTimeout: true,
    retry: { initialRetryTime: 100, maxRetryTime: 1_000, retries: RETRIES[patience] },
    logLevel: logLevel.WARN,
    // Hundreds of lines a second while a broker is away, each about something that is tried again. What counts is reported by who uses it.
    logCreator:
      () =>
      ({ namespace, log }) => {
        const detail: Record<string, string | number> = { message: log.message };
        for (const name of TOLD) {
          const value: unknown = log[name];
          if (typeof value === 'string' || typeof value === 'number') detail[name] = value;
        }
        settings.report({ level: 'debug', event: `kafkajs.${namespace}`, detail });
      },
  };
  // A copy: kafkajs puts a function of its own into it.
  if (settings.sasl !== null) config.sasl = { ...settings.sasl } as SASLOptions;
  return new Kafka(config);
}
