import type { EvidenceKind } from './verdict.ts';

/** What a risk alert was raised for, as its `cause` holds it. */
export interface RiskCause {
  readonly asOf: number;
  readonly from: number | null;
  readonly evidence: readonly EvidenceKind[];
}

export function riskCause({ asOf, from, evidence }: RiskCause): string {
  return `${String(asOf)}|${from === null ? '' : String(from)}|${evidence.join('+')}`;
}

export function readRiskCause(cause: string): RiskCause {
  const [asOf = '', from = '', evidence = ''] = cause.split('|');
  return {
    asOf: Number(asOf),
    from: from === '' ? null : Number(from),
    evidence: evidence.split('+') as EvidenceKind[],
  };
}
