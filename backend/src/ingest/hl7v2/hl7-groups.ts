import { hash } from 'node:crypto';
import { asId } from '../references.ts';
import type { Er7Message, Er7Segment, Er7Value } from './er7.ts';

/** What a message says of one patient: PID and everything up to the next. */
export interface PatientGroup {
  readonly pid: Er7Segment;
  readonly segments: readonly Er7Segment[];
}

/** What kind of message it is, and when it was said. */
export interface MessageKind {
  readonly type: string;
  readonly event: string;
  /** MSH-10. */
  readonly controlId: string | null;
  /** EVN-2, else MSH-7: tells which of two messages on the same thing is the later one. */
  readonly saidAt: string | null;
  readonly evn: Er7Segment | null;
}

export function kindOf({ header, segments }: Er7Message): MessageKind {
  const evn = segments.find(({ name }) => name === 'EVN') ?? null;
  return {
    type: (header.text(9, 1) ?? '').toUpperCase(),
    // A01 in EVN-1 is how versions before 2.3 said it.
    event: (header.text(9, 2) ?? evn?.text(1) ?? '').toUpperCase(),
    controlId: header.text(10),
    saidAt: evn?.text(2) ?? header.text(7),
    evn,
  };
}

export function groupsOf({ segments }: Er7Message): readonly PatientGroup[] {
  const groups: { pid: Er7Segment; segments: Er7Segment[] }[] = [];
  for (const segment of segments) {
    if (segment.name === 'PID') groups.push({ pid: segment, segments: [] });
    else groups.at(-1)?.segments.push(segment);
  }
  return groups;
}

/** The medical record number among a field's identifiers (PID-3, MRG-1), else the first of them; null where none can be an id. */
export function patientIdIn(segment: Er7Segment, field: number): string | null {
  const values = segment.values(field);
  const record = values.find((value) => isRecordNumber(value)) ?? values[0];
  return asId(record?.text(1) ?? null);
}

function isRecordNumber(value: Er7Value): boolean {
  const type = value.text(5)?.toUpperCase();
  return type === 'MR' || type === 'MRN';
}

/** Everybody a message is about: each needs it under its own key. */
export function patientsIn(message: Er7Message): readonly string[] {
  const ids = groupsOf(message).flatMap(({ pid, segments }) => [
    patientIdIn(pid, 3),
    ...(isMerge(kindOf(message)) ? segments.map(losingId) : []),
  ]);
  return [...new Set(ids)].filter((id) => id !== null);
}

/** Of a merge: whose record ends. */
export function losingId(segment: Er7Segment): string | null {
  return segment.name === 'MRG' ? patientIdIn(segment, 1) : null;
}

const MERGES: ReadonlySet<string> = new Set(['A18', 'A30', 'A34', 'A36', 'A39', 'A40']);

export function isMerge({ type, event }: MessageKind): boolean {
  return type === 'ADT' && MERGES.has(event);
}

/** An id that the same parts always give again. */
export function idFrom(...parts: readonly (string | null)[]): string {
  return `v2-${hash('sha1', JSON.stringify(parts), 'hex').slice(0, 32)}`;
}
