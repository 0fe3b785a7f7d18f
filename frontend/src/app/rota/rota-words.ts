import type { Rota } from '@endwatch/contracts';
import { clockTime, dateAndTime, day } from '../words/ages.ts';
import { dutyWord } from '../words/on-call-words.ts';
import { siteFormat } from '../words/site-time.ts';
import type { Bar } from './week.ts';

const WEEKDAY = siteFormat({ weekday: 'short' });
/** Per cent of a day, but for rounding. */
const WHOLE_DAY = 99.9;
export const NOBODY = $localize`:@@rota.nobody-there:nobody`;
const ORIGINS = {
  swap: $localize`:@@rota.is-swap:swap`,
  cover: $localize`:@@rota.is-cover:cover`,
};

/** "Mon 9 Nov". */
export function dayWord(at: number): string {
  return `${WEEKDAY(at)} ${day(at)}`;
}

/** "Ada Lovelace, cover, 9 Nov 08:00 – 9 Nov 20:00". */
export function barWords({ shift, from, to }: Bar): string {
  const who = shift === null ? NOBODY : shift.name;
  const how = shift === null || shift.origin === 'planned' ? '' : `, ${ORIGINS[shift.origin]}`;
  return `${who}${how}, ${span(from, to)}`;
}

/** "08:00 – 20:00" of its day; of a shift over midnight the end that lies in this day, for it is drawn in the other one too. */
export function times({ from, to, length, goesOn }: Bar): string {
  if (length >= WHOLE_DAY) return $localize`:@@rota.all-day:all day`;
  const [begins, ends] = [clockTime(from), clockTime(to)];
  if (goesOn.before) return $localize`:@@rota.until:until ${ends}:time:`;
  if (goesOn.after) return $localize`:@@rota.since:from ${begins}:time:`;
  return `${begins} – ${ends}`;
}

/** When nobody has a duty. */
export function gapWords({ duty, from, to }: Rota['gaps'][number]): string {
  const when = span(Date.parse(from), Date.parse(to));
  return $localize`:@@rota.gap:Nobody is ${dutyWord(duty)}:duty: ${when}:when:`;
}

function span(from: number, to: number): string {
  return `${dateAndTime(from)} – ${dateAndTime(to)}`;
}
