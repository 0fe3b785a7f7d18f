import { LOAD_HOURS, type Load } from '../harness/load.ts';
import { wrong, type Finding } from './finding.ts';
import { placeName, type LogEnd } from './log-contents.ts';
import type { Stage } from './stage.ts';

const HOUR = 3_600_000;
/** Scores before are as they were known when they were made. */
const FIRST_HOUR = LOAD_HOURS - 24;

/** What the tables must be whatever was sent; each answers with a sentence for every row that is not so. */
const ALWAYS = [
  // Numbers of a ward: no hole, no repeat.
  `SELECT format('ward %s: %s events, numbers %s to %s (%s different), last %s', w.id, count(e), min(e.sequence),
     max(e.sequence), count(DISTINCT e.sequence), w.sequence) AS problem
   FROM ward w LEFT JOIN board_event e ON e.ward_id = w.id GROUP BY w.id, w.sequence
   HAVING count(e) <> w.sequence OR count(DISTINCT e.sequence) <> w.sequence
     OR (w.sequence > 0 AND (min(e.sequence) <> 1 OR max(e.sequence) <> w.sequence))`,
  // The last event of a patient is the tile.
  `SELECT format('%s: the last event is not the tile', b.patient_id) AS problem FROM board_row b
   CROSS JOIN LATERAL (
     SELECT e.body -> 'row' AS row FROM board_event e
     WHERE e.ward_id = b.ward_id AND e.body ->> 'type' = 'row' AND e.body -> 'row' ->> 'patientId' = b.patient_id
     ORDER BY e.sequence DESC LIMIT 1
   ) last WHERE last.row::jsonb <> b.body`,
  `SELECT format('%s: %s open alerts of kind %s', patient_id, count(*), kind) AS problem FROM alert
   WHERE state <> 'resolved' GROUP BY patient_id, kind HAVING count(*) > 1`,
  // The history of an alert is one chain from nothing to where it stands.
  `SELECT format('alert %s: from %s to %s after %s', alert_id, from_state, to_state, before) AS problem FROM (
     SELECT *, lag(to_state) OVER (PARTITION BY alert_id ORDER BY id) AS before FROM alert_transition
   ) t WHERE from_state IS DISTINCT FROM before`,
  `SELECT format('alert %s stands at %s, its history ends with %s', a.id, a.state, t.to_state) AS problem FROM alert a
   LEFT JOIN LATERAL (
     SELECT to_state FROM alert_transition WHERE alert_id = a.id ORDER BY id DESC LIMIT 1
   ) t ON true WHERE t.to_state IS DISTINCT FROM a.state`,
  `SELECT format('the history tells of alert %s, which is not there', alert_id) AS problem FROM alert_transition
   WHERE alert_id NOT IN (SELECT id FROM alert)`,
  `SELECT format('%s: %s scores hold at %s', patient_id, count(*), as_of) AS problem FROM score
   WHERE superseded_at IS NULL GROUP BY patient_id, as_of HAVING count(*) > 1`,
  `SELECT format('message %s waits for the way out', id) AS problem FROM outbox
   UNION ALL SELECT format('scores %s wait for the way out', id) FROM score_outbox`,
];

/** Offsets, numbers of wards, alerts and their histories, the hours that have a score. */
export async function brokenPromises(
  stage: Stage,
  { ends, load, messageIds }: { ends: readonly LogEnd[]; load: Load; messageIds: number },
): Promise<Finding[]> {
  const offsets = await stage.offsets();
  const apart = ends
    .filter((each) => (offsets.get(placeName(each)) ?? 0n) !== each.end)
    .map((each) => `${placeName(each)} stands at ${offsets.get(placeName(each))}, not ${each.end}`);
  const problems: string[] = [];
  for (const sql of ALWAYS) {
    problems.push(...(await stage.rows<{ problem: string }>(sql)).map(({ problem }) => problem));
  }
  const [seen] = await stage.rows<{ n: number }>('SELECT count(*)::int AS n FROM seen_message');
  const ids = seen?.n === messageIds ? [] : [`${seen?.n} message ids kept, ${messageIds} sent`];
  return [
    ...wrong([...apart, ...problems, ...ids]),
    ...(await endAlerts(stage, load)),
    ...(await scoredHours(stage, load)),
  ];
}

/** One for everybody who got worse, open and high; none for anybody else. */
async function endAlerts(stage: Stage, { expected }: Load): Promise<Finding[]> {
  const rows = await stage.rows<{ patient_id: string; alerts: string }>(
    // Nobody has it: how far it has gone on by now depends on how long the troubles took.
    `SELECT patient_id, string_agg(priority || ' ' || CASE state WHEN 'escalated' THEN 'raised' ELSE state END, ', ' ORDER BY raised_at) AS alerts
     FROM alert WHERE kind = 'end-confirmed' GROUP BY 1`,
  );
  const alerts = new Map(rows.map((row) => [row.patient_id, row.alerts]));
  return expected.flatMap(({ patientId, end }): Finding[] => {
    const is = alerts.get(patientId) ?? 'none';
    const want = end === 'confirmed' ? 'high raised' : 'none';
    if (is === want) return [];
    const sort = is === 'none' ? 'lost' : is.includes(',') ? 'doubled' : 'wrong';
    const what = `${patientId}: END alerts ${is}, expected ${want}`;
    return [{ sort, what, about: { patientId } }];
  });
}

/** Of the last 24 h each whole hour has a score until END, or until now. */
async function scoredHours(stage: Stage, { expected, admittedAt }: Load): Promise<Finding[]> {
  const rows = await stage.rows<{ patient_id: string; hours: number[] }>(
    `SELECT patient_id, array_agg(hour ORDER BY hour) AS hours FROM (
       SELECT patient_id, (extract(epoch FROM as_of - $1::timestamptz) / 3600)::float8 AS hour
       FROM score WHERE superseded_at IS NULL
     ) s WHERE hour = floor(hour) AND hour >= $2 GROUP BY 1`,
    [new Date(admittedAt).toISOString(), FIRST_HOUR],
  );
  const hours = new Map(rows.map((row) => [row.patient_id, row.hours]));
  const [clock] = await stage.rows<{ now: Date }>('SELECT now()');
  const lastHour = Math.floor(((clock?.now.getTime() ?? 0) - admittedAt) / HOUR);
  return expected.flatMap(({ patientId, endHour }): Finding[] => {
    const until = endHour === null ? lastHour : endHour - 1;
    const want = Array.from({ length: until - FIRST_HOUR + 1 }, (_, n) => FIRST_HOUR + n);
    const is = hours.get(patientId) ?? [];
    if (JSON.stringify(is) === JSON.stringify(want)) return [];
    const sort = want.every((hour) => is.includes(hour)) ? 'wrong' : 'lost';
    const what = `${patientId}: scores at hours ${is.join(' ')}, expected ${want.join(' ')}`;
    return [{ sort, what, about: { patientId } }];
  });
}
