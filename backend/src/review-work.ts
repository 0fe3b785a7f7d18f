import type { ModelManifest } from './domain/rescoring/model-manifest.ts';

/** What the thread of the review is given; nothing else is shared with it. */
export interface ReviewWork {
  readonly databaseUrl: string;
  readonly manifest: ModelManifest;
  readonly timeZone: string;
}
