import { disturbed, type Load } from '../harness/load.ts';
import { eventually } from '../harness/system.ts';
import type { Fault } from './faults.ts';
import {
  differences,
  disagreements,
  readFinalState,
  unexpected,
  type FinalState,
} from './final-state.ts';
import { logEnds, readLog, type LogEntry } from './log-contents.ts';
import { brokenPromises, countRecords, countRejections, missingDeadLetters } from './recount.ts';
import { Stage, type World } from './stage.ts';
import { poisoned, poisonsFor, Sender, toWire } from './stream.ts';

/** One run of a load through the product, with or without trouble. */
export interface Report {
  readonly fault: string;
  /** Records that the log held in the end. */
  readonly sent: number;
  readonly lost: readonly string[];
  readonly doubled: readonly string[];
  readonly wrong: readonly string[];
  /** Seconds from each strike to its end, and from there until all that was sent by then was durable. */
  readonly down: readonly number[];
  readonly recovered: readonly number[];
  /** Batches that the store refused because they were another process's. */
  readonly fenced: number;
  readonly state: FinalState;
}

export interface RoundSettings {
  readonly world: World;
  readonly load: Load;
  readonly seed: number;
  /** Of an undisturbed run of the same load; null in that run itself. */
  readonly reference: FinalState | null;
}

/** Quiet time after the last record before the clock looks at a patient, with room. */
const SETTLED_AFTER = '6 seconds';

/** Streams the load in while the fault strikes, then counts. The undisturbed run has each message once and in order. */
export async function playRound(fault: Fault, settings: RoundSettings): Promise<Report> {
  const { world, load, seed, reference } = settings;
  const poisons = reference ? poisonsFor(load) : [];
  const sent = reference ? disturbed(load.messages, seed) : load.messages;
  const stage = await Stage.open(world, fault.name);
  const place = { brokers: world.kafka.bootstrap, prefix: stage.prefix };
  const sender = new Sender(place, poisoned(sent.map(toWire), poisons, seed));
  try {
    const times = await strikeAll(fault, stage, sender);
    sender.allow(1);
    await sender.reached(1);
    const ends = await stage.ends();
    await stage.consumed(ends);
    await settled(stage);
    const inbound = await readLog(place.brokers, ends);
    const records = await countRecords(stage, load.messages);
    const rejections = await countRejections(stage, inbound, poisons);
    const state = await readFinalState(stage, load);
    const wrong = [
      ...records.wrong,
      ...rejections.wrong,
      ...(await brokenPromises(stage, ends)),
      ...missingDeadLetters(inbound, await deadLetters(stage), poisons),
      ...(await unexpected(stage, load)),
      ...(await disagreements(stage, load)),
      ...(reference ? differences(reference, state) : []),
      ...died(stage),
    ];
    return {
      ...{ fault: fault.name, sent: inbound.length, wrong, state, ...times },
      fenced: stage.said(/"outcome":"fenced"/),
      lost: [...records.lost, ...rejections.lost],
      doubled: [...records.doubled, ...rejections.doubled],
    };
  } catch (error) {
    const said = stage.running.map((member) => member.tail()).join('\n---\n');
    throw new Error(`${fault.name} (seed ${seed}): ${String(error)}\n${said}`, { cause: error });
  } finally {
    await sender.stop();
    await stage.close();
  }
}

async function strikeAll(
  { blows }: Fault,
  stage: Stage,
  sender: Sender,
): Promise<Pick<Report, 'down' | 'recovered'>> {
  const down: number[] = [];
  const recovered: number[] = [];
  for (const [index, { at, strike, heal }] of blows.entries()) {
    sender.allow(at);
    await sender.reached(at);
    sender.allow(blows[index + 1]?.at ?? 1);
    const begun = performance.now();
    await strike(stage);
    await heal(stage);
    const healed = performance.now();
    await stage.consumed(await stage.ends());
    down.push((healed - begun) / 1_000);
    recovered.push((performance.now() - healed) / 1_000);
  }
  return { down, recovered };
}

/** Nothing waits any more: no patient for the clock, no message for the way out. */
async function settled(stage: Stage): Promise<void> {
  await eventually(
    () =>
      stage.rows<{ waiting: string }>(
        `SELECT 'patient ' || patient_id AS waiting FROM patient WHERE next_wake_at < now() + $1::interval
         UNION ALL SELECT 'message ' || id FROM outbox
         UNION ALL SELECT 'scores ' || id FROM score_outbox LIMIT 5`,
        [SETTLED_AFTER],
      ),
    (waiting) => waiting.length === 0,
    60_000,
  );
}

async function deadLetters(stage: Stage): Promise<LogEntry[]> {
  const { bootstrap } = stage.world.kafka;
  return readLog(bootstrap, await logEnds(bootstrap, [`${stage.prefix}.dead-letters`]));
}

/** Processes that nobody ended must run still. */
function died(stage: Stage): string[] {
  return stage.running
    .filter((member) => !member.running)
    .map((member) => `a process ended by itself:\n${member.tail()}`);
}

/** One line for each round. */
export function table(reports: readonly Report[]): string {
  const worst = (seconds: readonly number[]): string => Math.max(0, ...seconds).toFixed(1);
  const cells = reports.map((each) => [
    ...[each.fault, each.down.length, each.sent, each.lost.length, each.doubled.length],
    ...[each.wrong.length, each.fenced, worst(each.down), worst(each.recovered)],
  ]);
  const head = [
    'fault',
    'blows',
    'records sent',
    'lost',
    'doubled',
    'wrong',
    'struck s',
    'recovered s',
  ];
  const widths = head.map((title, column) =>
    Math.max(title.length, ...cells.map((row) => String(row[column]).length)),
  );
  return [head, ...cells]
    .map((row) => row.map((cell, i) => String(cell).padEnd(widths[i] ?? 0)).join('  '))
    .join('\n');
}
