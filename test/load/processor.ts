import { readFileSync } from 'node:fs';
import { childrenOf } from '../harness/system.ts';

/** Linux counts processor time in hundredths of a second. */
const TICKS = 100;
const USER_TIME = 11;

/** Processor time a process has used since its start, with all its threads; s. */
export function processorSeconds(pid: number): number {
  const [user = NaN, system = NaN] = times(pid);
  return user + system;
}

export interface Resident {
  readonly now: number;
  /** Since the process started. */
  readonly most: number;
}

/** Memory of a process that is not swapped out; bytes. */
export function resident(pid: number): Resident {
  const status = readFileSync(`/proc/${String(pid)}/status`, 'utf8');
  const kibibytes = (name: string): number =>
    Number(new RegExp(`^${name}:\\s+(\\d+) kB`, 'm').exec(status)?.[1] ?? NaN);
  return { now: kibibytes('VmRSS') * 1_024, most: kibibytes('VmHWM') * 1_024 };
}

/** Of a Postgres server: its own, of the connections it has, and of those it had. */
export function postgresSeconds(postmaster: number): number {
  const all = times(postmaster).reduce((sum, time) => sum + time, 0);
  return childrenOf(postmaster).reduce((sum, pid) => sum + (secondsIfThere(pid) ?? 0), all);
}

function secondsIfThere(pid: number): number | null {
  try {
    return processorSeconds(pid);
  } catch {
    // Gone since it was listed: its parent's figure has it now.
    return null;
  }
}

/** Own time in user and system mode, then the same of children that ended. */
function times(pid: number): number[] {
  const stat = readFileSync(`/proc/${String(pid)}/stat`, 'utf8');
  return stat
    .slice(stat.lastIndexOf(')') + 2)
    .split(' ')
    .slice(USER_TIME, USER_TIME + 4)
    .map((ticks) => Number(ticks) / TICKS);
}
