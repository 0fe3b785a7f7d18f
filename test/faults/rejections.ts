import type { Finding } from './finding.ts';
import { placeName, type LogEntry } from './log-contents.ts';
import type { Stage } from './stage.ts';
import type { Poison } from './stream.ts';

interface RejectionRow {
  readonly topic: string;
  readonly partition: number;
  readonly offset: string;
  readonly code: string;
  readonly times: number;
}

/** One rejection for each copy of a poison that the log holds, and no other. */
export async function countRejections(
  stage: Stage,
  inbound: readonly LogEntry[],
  poisons: readonly Poison[],
): Promise<Finding[]> {
  const rows = await stage.rows<RejectionRow>(
    `SELECT topic, partition, "offset", code, count(*)::int AS times FROM rejection GROUP BY 1, 2, 3, 4`,
  );
  const rejected = new Map(rows.map((row) => [`${placeName(row)}@${row.offset}`, row]));
  const findings: Finding[] = [];
  for (const { marker, code, value, key } of poisons) {
    const about = { patientId: key };
    const copies = inbound.filter((entry) => entry.value === value);
    if (copies.length === 0)
      findings.push({ sort: 'lost', what: `${marker} is not in the log`, about });
    for (const copy of copies) {
      const at = `${placeName(copy)}@${copy.offset}`;
      const row = rejected.get(at);
      rejected.delete(at);
      const found = row
        ? whatIsOff(row, code)
        : ({ sort: 'lost', what: 'was not rejected' } as const);
      if (found) findings.push({ ...found, what: `${marker} at ${at} ${found.what}`, about });
    }
  }
  for (const [at, { code }] of rejected) {
    findings.push({ sort: 'wrong', what: `${at} was rejected as ${code}` });
  }
  return findings;
}

function whatIsOff({ times, code }: RejectionRow, wanted: string): Finding | null {
  if (times > 1) return { sort: 'doubled', what: `was rejected ${times} times` };
  return code === wanted ? null : { sort: 'wrong', what: `was rejected as ${code}, not ${wanted}` };
}

/** Every copy of a poison has come out as a dead letter. */
export function missingDeadLetters(
  inbound: readonly LogEntry[],
  deadLetters: readonly LogEntry[],
  poisons: readonly Poison[],
): string[] {
  const out = new Set(
    deadLetters.map(({ headers: h }) =>
      [h['endwatch_topic'], h['endwatch_partition'], h['endwatch_offset']].join('/'),
    ),
  );
  const values = new Set(poisons.map(({ value }) => value));
  return inbound
    .filter(({ value }) => values.has(value))
    .map(({ topic, partition, offset }) => `${topic}/${partition}/${offset}`)
    .filter((place) => !out.has(place))
    .map((place) => `no dead letter for ${place}`);
}
