import type { ReviewPolicy, WhatIfPreset } from '@endwatch/contracts';

/** What is tried: a policy of one's own, or one that the server looks for. */
export type Tried = { readonly policy: ReviewPolicy } | { readonly preset: WhatIfPreset };

/** Query of `GET /api/review/what-if`, after the filter's. */
export function whatIfQuery(filter: string, tried: Tried, curve = false): string {
  const query = new URLSearchParams(filter);
  if ('preset' in tried) query.set('preset', tried.preset);
  else {
    const { on, off, minimumMinutes, risingBy } = tried.policy;
    query.set('on', String(on));
    query.set('off', String(off));
    query.set('minimumMinutes', String(minimumMinutes));
    query.set('risingBy', risingBy === null ? 'never' : String(risingBy));
  }
  if (curve) query.set('curve', 'true');
  return query.toString();
}

/** Of an address: `on=0.3&off=0.2&minimumMinutes=2&risingBy=never`; null where it is not one. */
export function policyIn(text: string): ReviewPolicy | null {
  const query = new URLSearchParams(text);
  const [on, off, minimumMinutes] = ['on', 'off', 'minimumMinutes'].map((name) =>
    Number(query.get(name) ?? NaN),
  );
  const rising = query.get('risingBy');
  const risingBy = rising === 'never' ? null : Number(rising ?? NaN);
  const numbers = [on, off, minimumMinutes, risingBy ?? 0];
  if (!numbers.every((one) => one !== undefined && Number.isFinite(one))) return null;
  return { on, off, minimumMinutes, risingBy } as ReviewPolicy;
}

/** A slider was moved. `off` never lies above `on`: whichever was not moved gives way. */
export function moved(policy: ReviewPolicy, part: Partial<ReviewPolicy>): ReviewPolicy {
  const next = { ...policy, ...part };
  if (next.off <= next.on) return next;
  return part.off === undefined ? { ...next, off: next.on } : { ...next, on: next.off };
}

export function samePolicy(a: ReviewPolicy, b: ReviewPolicy): boolean {
  return (
    a.on === b.on &&
    a.off === b.off &&
    a.minimumMinutes === b.minimumMinutes &&
    a.risingBy === b.risingBy
  );
}
