import type { DataSource } from 'typeorm';
import type { Clock, RiskModel } from './pipeline/ports.ts';
import { ShadowScoring } from './pipeline/shadow-scoring.ts';
import { TypeormShadowStore } from './postgres/typeorm-shadow-store.ts';

interface Base {
  readonly shadowModel: RiskModel | null;
  readonly source: DataSource;
  readonly clock: Clock;
}

/** The second model, where one is named. */
export function shadowOf({ shadowModel, source, clock }: Base): (() => Promise<unknown>) | null {
  if (shadowModel === null) return null;
  const shadow = new ShadowScoring(new TypeormShadowStore(source), shadowModel);
  return () => shadow.catchUp(clock.now());
}
