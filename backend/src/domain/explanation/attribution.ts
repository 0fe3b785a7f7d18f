/** What a model says its forecast rests on; `libs` of models give more than is read here. */
export interface RiskShares {
  /** At that hour with nothing known. */
  readonly baseRisk: number;
  readonly players: readonly PlayerShare[];
}

export interface PlayerShare {
  readonly name: string;
  /** Positions among `FEATURE_NAMES`; empty for a report without a count. */
  readonly features: readonly number[];
  readonly share: number;
  readonly standardError: number;
}

export interface ReportShares {
  readonly blankRisk: number;
  readonly completenessGap: number;
  readonly reports: readonly (readonly WordShare[])[];
}

export interface WordShare {
  readonly token: string;
  readonly from: number;
  readonly to: number;
  readonly share: number;
}
