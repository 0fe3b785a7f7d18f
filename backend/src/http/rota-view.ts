import type { EpochMs } from '@endwatch/clinical';
import type { ShiftView } from '@endwatch/contracts';
import type { Request } from 'express';
import type { Shift } from '../domain/on-call/rota.ts';
import type { AccountRecord } from '../pipeline/account-store.ts';
import type { VisitedRequest } from './access/visitor.ts';

const ON_THE_ROTA = new Set(['nurse', 'neurologist', 'admin']);

export function isOnTheRota({ role, disabledAt }: AccountRecord): boolean {
  return disabledAt === null && ON_THE_ROTA.has(role);
}

export function actorOf(request: Request): string {
  return (request as VisitedRequest).visitor?.username ?? 'nobody';
}

type People = ReadonlyMap<string, AccountRecord>;

export function nameOf(username: string, people: People): string {
  return people.get(username)?.name ?? username;
}

export function viewOf(shift: Shift, people: People): ShiftView {
  const { from, to, ...rest } = shift;
  return { ...rest, name: nameOf(shift.username, people), from: iso(from), to: iso(to) };
}

export function iso(at: EpochMs): string {
  return new Date(at).toISOString();
}
