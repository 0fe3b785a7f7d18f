import type { Property } from './calendar-lines.ts';

const MOMENTS = new Set(['DTSTART', 'DTEND', 'RECURRENCE-ID', 'EXDATE']);
const EVERY = new Set(['DAILY', 'WEEKLY', 'MONTHLY', 'YEARLY']);
const LONGEST_LINE = 4_000;
/** How far back a series may have begun, years. */
const OLDEST_SERIES = 10;

/** Why an event cannot be read, before anything tries to; null = it can. Readers of calendars repair what is wrong, and a repaired time is a guess. */
export function problemOf(properties: readonly Property[], year: number): string | null {
  const of = (name: string): readonly Property[] =>
    properties.filter((property) => property.name === name);
  const problem = countProblem(of);
  if (problem !== null) return problem;
  const long = properties.find(({ value }) => value.length > LONGEST_LINE);
  if (long) return `its ${long.name} is too long`;
  for (const property of properties) {
    const wrong = MOMENTS.has(property.name) ? momentProblem(property) : lengthProblem(property);
    if (wrong !== null) return wrong;
  }
  return seriesProblem(of, year);
}

type Of = (name: string) => readonly Property[];

function countProblem(of: Of): string | null {
  for (const name of ['UID', 'DTSTART']) {
    if (of(name).length === 0) return `it has no ${name}`;
    if (of(name).length > 1) return `it has more than one ${name}`;
  }
  if (/\p{Cc}/u.test(of('UID')[0]?.value ?? '')) return 'its UID is none';
  const ends = of('DTEND').length + of('DURATION').length;
  if (ends === 1) return null;
  return ends === 0 ? 'it has no end' : 'it has more than one end';
}

function lengthProblem({ name, value }: Property): string | null {
  if (name !== 'DURATION') return null;
  const isOne = /^\+?P(\d{1,4}W|(\d{1,4}D)?(T(?=\d)(\d{1,4}H)?(\d{1,5}M)?(\d{1,6}S)?)?)$/.test(
    value,
  );
  return isOne && /\d/.test(value) ? null : `its DURATION ${shown(value)} is none`;
}

function momentProblem({ name, parameters, value }: Property): string | null {
  if (name === 'RECURRENCE-ID' && /;RANGE=/i.test(parameters)) {
    return 'it changes all that follow as well, which is not understood';
  }
  for (const one of value.split(',')) {
    const isDay = /^\d{8}$/.test(one);
    if (isDay && name !== 'EXDATE') return 'it is for whole days: it says no times';
    if (!isMoment(one)) return `its ${name} ${shown(one)} is no time`;
  }
  return null;
}

/** `20260301T080000`, with or without Z, of a day and hour that exist. */
function isMoment(text: string): boolean {
  const [, day, time] = /^(\d{8})(?:T(\d{6})Z?)?$/.exec(text) ?? [];
  if (day === undefined) return false;
  const date = day.replace(/^(....)(..)(..)$/, '$1-$2-$3');
  const clock = (time ?? '000000').replace(/^(..)(..)(..)$/, '$1:$2:$3');
  const at = new Date(`${date}T${clock}Z`);
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(`${date}T${clock}`);
}

function seriesProblem(of: Of, year: number): string | null {
  for (const name of ['RDATE', 'EXRULE', 'EXRDATE']) {
    if (of(name).length > 0) return `its ${name} is not understood`;
  }
  const [rule, ...more] = of('RRULE');
  if (rule === undefined) return null;
  if (more.length > 0) return 'it has more than one RRULE';
  const [, every = ''] = /(?:^|;)FREQ=([A-Z]+)/i.exec(rule.value) ?? [];
  if (!EVERY.has(every.toUpperCase()))
    return 'it repeats more often than daily, or nobody can say how';
  if (/BY(HOUR|MINUTE|SECOND|SETPOS)=/i.test(rule.value)) {
    return 'its RRULE is not understood';
  }
  const begun = Number(of('DTSTART')[0]?.value.slice(0, 4));
  return begun < year - OLDEST_SERIES ? 'its series began more than ten years ago' : null;
}

function shown(value: string): string {
  return `"${value.slice(0, 40)}"`;
}
