import type { EpochMs } from '../time.ts';

/** Years of age that can be true of a patient; anything else is a mistyped birth date. */
const OLDEST = 125;

/**
 * Whole years at a moment (UTC), from `YYYY-MM-DD`, `YYYY-MM` (taken as the 15th) or `YYYY` (taken as 1 July). Null without a birth date and
 * where the date cannot be true.
 */
export function ageAt(birthDate: string | null, at: EpochMs): number | null {
  const born = parse(birthDate);
  if (!born) return null;
  const now = new Date(at);
  const monthsSince = now.getUTCMonth() + 1 - born.month;
  const hadBirthday = monthsSince > 0 || (monthsSince === 0 && now.getUTCDate() >= born.day);
  const years = now.getUTCFullYear() - born.year - (hadBirthday ? 0 : 1);
  return years >= 0 && years <= OLDEST ? years : null;
}

function parse(birthDate: string | null): { year: number; month: number; day: number } | null {
  const match = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(birthDate ?? '');
  if (!match) return null;
  const [, year, month, day] = match;
  if (month === undefined) return { year: Number(year), month: 7, day: 1 };
  return { year: Number(year), month: Number(month), day: Number(day ?? 15) };
}
