import type { Finding } from './finding.ts';
import type { LogEntry } from './log-contents.ts';
import { placeName } from './log-contents.ts';
import type { Stage } from './stage.ts';

/** Of so many findings the whole path is told. */
const TOLD = 3;
const LINES = 25;
const TABLES = ['observation', 'clinical_record', 'report', 'rejection', 'score', 'alert'] as const;

/** Where the records of the first findings were and are: in the log, in the tables, and what the processes said around their partitions. */
export async function pathsOf(
  stage: Stage,
  { findings, inbound }: { findings: readonly Finding[]; inbound: readonly LogEntry[] },
): Promise<string[]> {
  const paths: string[] = [];
  for (const finding of findings.slice(0, TOLD)) {
    paths.push(
      [`${finding.sort}: ${finding.what}`, ...(await pathOf(stage, finding, inbound))].join('\n  '),
    );
  }
  if (paths.length > 0) {
    const trouble = stage.said(/fenced|astray|failed|lost|trouble|"level":"?(50|40|warn|error)/);
    paths.push(['what the processes said last', ...trouble.slice(-LINES)].join('\n  '));
  }
  return paths;
}

async function pathOf(
  stage: Stage,
  { about }: Finding,
  inbound: readonly LogEntry[],
): Promise<string[]> {
  if (!about) return [];
  const { patientId, resourceKey } = about;
  const id = resourceKey?.split('/')[1];
  const copies = inbound.filter(
    ({ key, value }) => key === patientId && (id === undefined || value.includes(`"id":"${id}"`)),
  );
  const stored = await stage.offsets();
  const offsets = [...new Set(copies.map(placeName))].map(
    (place) => `${place}: consumed up to ${stored.get(place) ?? 0n}`,
  );
  const sent = copies
    .slice(0, LINES)
    .map((each) => `sent ${placeName(each)}@${each.offset} ${JSON.stringify(each.headers)}`);
  return [...sent, ...offsets, ...(await rowsOf(stage, patientId, resourceKey))];
}

async function rowsOf(stage: Stage, patientId: string, resourceKey?: string): Promise<string[]> {
  const lines: string[] = [];
  for (const table of TABLES) {
    const keyed = table === 'observation' || table === 'clinical_record' || table === 'report';
    // Rows of a record where one is meant, else what was decided about the patient.
    if (keyed !== (resourceKey !== undefined)) continue;
    const where = keyed ? 'patient_id = $1 AND resource_key = $2' : 'patient_id = $1';
    const rows = await stage.rows<{ row: object }>(
      `SELECT to_jsonb(t) - '{raw,feature_values,feature_missing,feature_ages,report_vector,hazards}'::text[] AS row
       FROM ${table} t WHERE ${where} LIMIT 40`,
      keyed ? [patientId, resourceKey] : [patientId],
    );
    lines.push(...rows.map(({ row }) => `${table} ${JSON.stringify(row)}`));
  }
  return lines;
}
