import type { Load } from '../harness/load.ts';
import { brokenPromises } from './promises.ts';
import {
  differences,
  disagreements,
  readFinalState,
  unexpected,
  type FinalState,
} from './final-state.ts';
import { wrong, type Finding } from './finding.ts';
import { logEnds, readLog, type LogEntry } from './log-contents.ts';
import { compareRows } from './recount.ts';
import { countRejections, missingDeadLetters } from './rejections.ts';
import type { Stage } from './stage.ts';
import type { Poison } from './stream.ts';

export interface Audit {
  readonly findings: readonly Finding[];
  /** Records that the log held in the end, and rows that were compared one by one. */
  readonly records: number;
  readonly rows: number;
  /** Batches that the store refused because they were another process's. */
  readonly fenced: number;
  readonly state: FinalState;
  /** What the log held, for the path of a record. */
  readonly inbound: readonly LogEntry[];
}

interface Question {
  readonly load: Load;
  readonly poisons: readonly Poison[];
  /** How many different ones were sent with good messages. */
  readonly messageIds: number;
  /** Null in the undisturbed play. */
  readonly reference: FinalState | null;
}

/** Every table against what was sent, every board against every other, everything against the undisturbed play. */
export async function audit(stage: Stage, question: Question): Promise<Audit> {
  const { load, poisons, messageIds, reference } = question;
  const ends = await stage.ends();
  const inbound = await readLog(stage.kafka.bootstrap, ends);
  const { findings, rows } = await compareRows(stage, load.messages);
  const state = await readFinalState(stage, load);
  return {
    findings: [
      ...findings,
      ...(await countRejections(stage, inbound, poisons)),
      ...wrong(missingDeadLetters(inbound, await deadLetters(stage), poisons)),
      ...(await brokenPromises(stage, { ends, load, messageIds })),
      ...(await unexpected(stage, load)),
      ...wrong(await disagreements(stage, load)),
      ...(reference ? differences(reference, state) : []),
      ...wrong(died(stage)),
    ],
    records: inbound.length,
    rows: rows + state.size,
    fenced: stage.said(/"outcome":"fenced"/).length,
    ...{ state, inbound },
  };
}

async function deadLetters({ kafka, prefix }: Stage): Promise<LogEntry[]> {
  const ends = await logEnds(kafka.bootstrap, [`${prefix}.dead-letters`]);
  return readLog(kafka.bootstrap, ends);
}

/** Processes that nobody ended must run still. */
function died({ running }: Stage): string[] {
  return running
    .filter(({ process }) => !process.running)
    .map(({ name, process }) => `${name} ended by itself:\n${process.tail()}`);
}
