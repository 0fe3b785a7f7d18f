import type { Environment } from './config/environment.ts';
import type { ToldManifest } from './pipeline/outgoing.ts';

/** What the thread that sends messages out is given; nothing else is shared with it. */
export interface RelayWork {
  readonly databaseUrl: string;
  readonly environment: Pick<Environment, 'kafka' | 'topicPrefix' | 'partitions' | 'logLevel'>;
  readonly manifest: ToldManifest;
}
