import { bearer } from '../harness/access.ts';
import { query } from '../harness/system.ts';
import type { Row } from './bench-part.ts';
import { halfAndMost } from './figures.ts';

interface Asked {
  readonly url: string;
  readonly address: string;
  readonly ward: string;
  readonly times: number;
}

/** Stored scores of a ward's patients that nobody has asked about, each asked for its explanation, and then again. */
export async function measureExplaining({ url, address, ward, times }: Asked): Promise<Row> {
  const scores = await query<{ patient: string; score: string }>(
    url,
    `SELECT s.patient_id AS patient, s.id AS score FROM board_row b CROSS JOIN LATERAL (
       SELECT patient_id, id FROM score WHERE patient_id = b.patient_id AND superseded_at IS NULL ORDER BY as_of DESC LIMIT 4
     ) s WHERE b.ward_id = $1 AND b.body -> 'risk' <> 'null' ORDER BY s.id LIMIT ${String(times)}`,
    [ward],
  );
  const ask = async (): Promise<number[]> => {
    const took: number[] = [];
    const headers = await bearer(address);
    for (const { patient, score } of scores) {
      const start = performance.now();
      const path = `/api/patients/${patient}/scores/${encodeURIComponent(score)}/explanation`;
      const answer = await fetch(address + path, { headers });
      await answer.arrayBuffer();
      took.push(performance.now() - start);
      if (!answer.ok) throw new Error(`${path}: ${String(answer.status)}`);
    }
    return took;
  };
  const [first, again] = [await ask(), await ask()];
  return {
    what: `explanation of a stored score, ${String(scores.length)} of them, p50 / p95 (floor: asked again)`,
    endwatch: halfAndMost(first),
    floor: halfAndMost(again),
    target: 'p95 < 300 ms',
  };
}
