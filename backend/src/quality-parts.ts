import type { DataSource } from 'typeorm';
import type { DriftReadings, ProposalStore, ShadowReadings } from './pipeline/review-quality.ts';
import { TypeormProposalStore } from './postgres/review/typeorm-proposal-store.ts';
import { TypeormShadowReadings } from './postgres/review/typeorm-shadow-readings.ts';
import { TypeormDriftStore } from './postgres/typeorm-drift-store.ts';

/** What the quality views read beside the stays, and where proposals are kept. */
export interface QualityParts {
  readonly driftReadings: DriftReadings;
  readonly shadowReadings: ShadowReadings;
  readonly proposals: ProposalStore;
}

export function qualityOf(source: DataSource): QualityParts {
  return {
    driftReadings: new TypeormDriftStore(source),
    shadowReadings: new TypeormShadowReadings(source),
    proposals: new TypeormProposalStore(source),
  };
}
