import type { HouseChoice } from '@endwatch/simulation';

/** Hours since admission at which each patient contributes a row. */
export const LANDMARK_HOURS: readonly number[] = [0, 3, 6, 12, 24, 36, 48, 72, 96, 120];
/** Before anything has arrived everybody has the same risk: those scores decide no threshold, make no band and ring for nobody. */
export const FIRST_TELLING_HOUR = 3;
/** Rows of the admission snapshot model; it is judged at the last of them. */
export const SNAPSHOT_HOURS: readonly number[] = [1, 3, 6];
/** The hour of the snapshot that the admission model is about. */
export const SNAPSHOT_HOUR = 6;

/** How a network is fitted. */
export interface FitSettings {
  readonly mostEpochs: number;
  /** Epochs without improvement after which fitting stops. */
  readonly patience: number;
  readonly learningRate: number;
  /** Stays in one step. */
  readonly staysPerStep: number;
  /** Weight of the squared kernels; of those of the text branch; of those that one output has beside a common score. */
  readonly decay: number;
  readonly textDecay: number;
  readonly ownDecay: number;
  /** Share of fused units and report values left out in a step. */
  readonly dropout: number;
  /** Share of rows that are shown without any report, laboratory value, …, each by chance; and with nothing but vital signs, age and sex. */
  readonly without: Readonly<Record<DroppedKind | 'allButVitals', number>>;
}

export const DROPPED_KINDS = ['reports', 'laboratory', 'vitals', 'nihss', 'history'] as const;
export type DroppedKind = (typeof DROPPED_KINDS)[number];

export interface TrainingSettings {
  readonly version: string;
  /** Of the reports of simulated patients; not given = a mixture. */
  readonly houseStyle?: HouseChoice;
  readonly seed: number;
  /** Of which patients a model says it has learnt. */
  readonly trainedOn: 'simulated' | 'site';
  /** Numbers of patients; no patient is in two of them. */
  readonly patients: { readonly train: number; readonly calibrate: number; readonly test: number };
  /** Share of the training patients that decides when to stop. */
  readonly validationShare: number;
  /** How reports are cut into tokens; absent = words. */
  readonly tokens?: 'characters';
  readonly hazardFit: FitSettings;
  readonly admissionFit: FitSettings;
}

const HAZARD_FIT: FitSettings = {
  mostEpochs: 30,
  patience: 3,
  learningRate: 0.002,
  staysPerStep: 32,
  decay: 1e-4,
  textDecay: 3e-6,
  ownDecay: 2e-3,
  dropout: 0.3,
  without: {
    reports: 0.25,
    laboratory: 0.25,
    vitals: 0.05,
    nihss: 0.05,
    history: 0.05,
    allButVitals: 0.05,
  },
};

export const DEFAULT_SETTINGS: TrainingSettings = {
  version: 'fusion-sim-8',
  seed: 7,
  trainedOn: 'simulated',
  patients: { train: 48_000, calibrate: 32_000, test: 5000 },
  validationShare: 0.15,
  hazardFit: HAZARD_FIT,
  admissionFit: { ...HAZARD_FIT, staysPerStep: 48 },
};

/** Sizes of the shipped networks: small enough to train on one core in minutes and to score a ward in a millisecond. */
export const NETWORK_SIZES = {
  textLength: 128,
  embedding: 16,
  kernelWidths: [3, 4, 5],
  filters: 12,
  reportVector: 16,
  structuredHidden: 32,
  fusionHidden: 24,
} as const;

export const VOCABULARY_LIMITS = { most: 2000, leastTexts: 3, leastPatients: 10 } as const;
