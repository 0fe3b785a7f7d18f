import type { EpochMs } from '@endwatch/clinical';
import type { ShiftView } from '@endwatch/contracts';
import type { Request } from 'express';
import type { Shift } from '../domain/on-call/rota.ts';
import type { AccountRecord } from '../pipeline/account-store.ts';
import type { VisitedRequest } from './access/visitor.ts';

export function actorOf(request: Request): string {
  return (request as VisitedRequest).visitor?.username ?? 'nobody';
}

type People = ReadonlyMap<string, AccountRecord>;

export function nameOf(username: string, people: People): string {
  return people.get(username)?.name ?? username;
}

export function viewOf(shift: Shift, people: People): ShiftView {
  const { id, ward, duty, username, origin, replaces } = shift;
  const rest = { id, ward, duty, username, origin, replaces };
  return { ...rest, name: nameOf(username, people), from: iso(shift.from), to: iso(shift.to) };
}

export function iso(at: EpochMs): string {
  return new Date(at).toISOString();
}
