import type { EpochMs } from '@endwatch/clinical';
import type { Proposal } from '@endwatch/contracts';
import type { InputWeek, OutcomeWeek } from '../domain/review/drift/review-drift.ts';
import type { ShadowForecasts } from '../domain/review/forecast/shadow-beside.ts';
import type { ModelIdentity } from '../domain/rescoring/model-manifest.ts';

/** What was kept of drift, week by week. */
export abstract class DriftReadings {
  abstract inputs(model: ModelIdentity): Promise<readonly InputWeek[]>;
  abstract outcomes(model: ModelIdentity): Promise<readonly OutcomeWeek[]>;
}

export interface WantedForecast {
  readonly patientId: string;
  readonly scoreId: string;
}

/** What the model that ran in the shadow last said of the same inputs as these scores. */
export abstract class ShadowReadings {
  /** Null when none ever ran. */
  abstract of(wanted: readonly WantedForecast[]): Promise<ShadowForecasts | null>;
}

/** A proposal with its times as they are kept. */
export type StoredProposal = Omit<Proposal, 'at' | 'byName'> & { readonly at: EpochMs };
/** With what whoever made it is called now. */
export type NamedProposal = StoredProposal & Pick<Proposal, 'byName'>;

/** Proposals of another alert policy, for the administrator; never changed. */
export abstract class ProposalStore {
  /** Newest first, at most 200. */
  abstract all(): Promise<readonly NamedProposal[]>;
  abstract add(proposal: StoredProposal): Promise<void>;
}
