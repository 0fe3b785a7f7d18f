import { DAY, type EpochMs, MINUTE } from '@endwatch/clinical';
import { siteFormat } from './site-time.ts';

const PARTS = siteFormat(
  {
    ...{ year: 'numeric', month: '2-digit', day: '2-digit' },
    ...{ hour: '2-digit', minute: '2-digit' },
  },
  'sv-SE',
);

/** "2026-03-02T14:20" by the site's clock, as a field for date and time takes it. */
export function wallTime(time: EpochMs): string {
  return PARTS(time).replace(' ', 'T');
}

/** The moment of such a text: the first of two where clocks are set back, what the wall shows instead where they are set forward. NaN for none. */
export function momentOf(text: string): EpochMs {
  const asUtc = Date.parse(`${text}Z`);
  if (!Number.isFinite(asUtc)) return Number.NaN;
  const ahead = (at: EpochMs): number => Date.parse(`${wallTime(at)}Z`) - floorMinute(at);
  const [before, after] = [ahead(asUtc - DAY), ahead(asUtc + DAY)];
  return ahead(asUtc - before) !== before && ahead(asUtc - after) === after
    ? asUtc - after
    : asUtc - before;
}

/** Midnight by the site's clock that begins the day of `time`, or one so many days later. */
export function midnight(time: EpochMs, days = 0): EpochMs {
  const date = Date.parse(`${wallTime(time).slice(0, 10)}T00:00Z`) + days * DAY;
  return momentOf(new Date(date).toISOString().slice(0, 16));
}

function floorMinute(time: EpochMs): EpochMs {
  return Math.floor(time / MINUTE) * MINUTE;
}
