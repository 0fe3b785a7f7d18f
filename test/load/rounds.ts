import type { Endwatch } from '../harness/system.ts';

const STAGES = ['decode', 'load', 'decide', 'score', 'commit'] as const;

interface Round {
  readonly msg: string;
  readonly time: string;
  readonly trigger: string;
  readonly stages: Readonly<Record<(typeof STAGES)[number], number>>;
}

/** Mean time of decode, load, decide, score and commit in the rounds that the product logged in this time; ms. */
export function meanStages(
  product: Endwatch,
  { from, to }: { from: number; to: number },
): number[] {
  const rounds = product.lines
    .filter((line) => line.includes('"msg":"round"'))
    .map((line) => JSON.parse(line) as Round)
    .filter(({ trigger }) => trigger === 'records')
    .filter(({ time }) => Date.parse(time) >= from && Date.parse(time) <= to);
  return STAGES.map(
    (stage) => rounds.reduce((sum, { stages }) => sum + stages[stage], 0) / rounds.length,
  );
}
