import type { Environment } from './config/environment.ts';
import type { ToldManifest } from './pipeline/outgoing.ts';

/** What the thread in the background is given; nothing else is shared with it. */
export interface BackgroundWork {
  readonly databaseUrl: string;
  readonly environment: Pick<
    Environment,
    'kafka' | 'topicPrefix' | 'partitions' | 'retentionDays' | 'logLevel'
  >;
  readonly manifest: ToldManifest;
}
