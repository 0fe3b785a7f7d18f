import { BY_PAPER, MINUTE, SECOND, type DefinitionAt, type EpochMs } from '@endwatch/clinical';
import { DEFAULT_TOPIC_PREFIX } from '@endwatch/contracts';
import {
  alertPolicyFor,
  type AlertPolicy,
  type RiskLimits,
} from '../domain/alerting/alert-policy.ts';
import type { EscalationPolicy } from '../domain/alerting/escalation.ts';
import {
  SHIPPED_EXAMINATIONS,
  type ExaminationRules,
} from '../domain/examination/examination-rules.ts';
import type { PackLimits } from '../domain/patient-state/pack-values.ts';
import type { Clock, Ids, ModelManifest, Partitioner, PatientStore, RiskModel } from './ports.ts';
import type { MessageDecoder } from './ports.ts';

export interface PipelinePorts {
  readonly store: PatientStore;
  readonly decoder: MessageDecoder;
  readonly model: RiskModel;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly partitioner: Partitioner;
}

/** Everything a site or a test may set. */
export interface PipelineSettings {
  /** Of END as the house has it; as they are set now. */
  readonly endDefinitions: () => DefinitionAt;
  /** `policy.escalation` holds where a ward has none of its own. */
  readonly policy: AlertPolicy;
  readonly escalationFor: (wardId: string) => EscalationPolicy;
  /** As they are set now; `policy.risk` as shipped. */
  readonly riskLimits: (wardId: string) => RiskLimits;
  /** As they are set now. */
  readonly examinations: (wardId: string) => ExaminationRules;
  /** Of the site: hours of wards are by its clock. */
  readonly timeZone: string;
  /** Written with every score. */
  readonly codeVersion: string;
  /** Of the topics that messages out go to. */
  readonly topicPrefix: string;
  /** Through which log records come; kept with what is rejected. */
  readonly door: 'kafka' | 'embedded';
  /** How long the clock waits for further records before it fills the hours between them and now; and at most. */
  readonly settle: { readonly quiet: EpochMs; readonly longest: EpochMs };
  /** Further values of one patient are judged so many times in a row, `first` times after a start, and then once in so long; everything else is judged at once. */
  readonly pace: { readonly burst: number; readonly first: number; readonly every: EpochMs };
  /** Of each patient's records in memory. */
  readonly pack: PackLimits;
  /** Facts held in memory, over all patients. */
  readonly cacheFacts: number;
  /** Rows of one forward pass. */
  readonly scoreRows: number;
  /** How often a batch is decided again after somebody else moved a patient. */
  readonly staleTries: number;
  /** Patients looked at in one turn of the clock: records wait for it, and of each its day may have to be read first. */
  readonly wakePatients: number;
}

export function pipelineSettings(
  manifest: Pick<ModelManifest, 'thresholds'>,
  chosen: Partial<PipelineSettings> = {},
): PipelineSettings {
  const policy = alertPolicyFor(manifest.thresholds);
  return {
    endDefinitions: () => BY_PAPER,
    policy,
    escalationFor: () => policy.escalation,
    riskLimits: () => policy.risk,
    examinations: () => SHIPPED_EXAMINATIONS,
    timeZone: policy.timeZone,
    codeVersion: 'unknown',
    topicPrefix: DEFAULT_TOPIC_PREFIX,
    door: 'kafka',
    settle: { quiet: 5 * SECOND, longest: MINUTE },
    pace: { burst: 10, first: 1, every: 2.5 * SECOND },
    pack: { most: 256, keep: 64 },
    cacheFacts: 400_000,
    scoreRows: 512,
    staleTries: 8,
    wakePatients: 32,
    ...chosen,
  };
}
