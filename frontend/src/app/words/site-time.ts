import type { EpochMs } from '@endwatch/clinical';
import { LOCALE } from './locale.ts';

/** Undefined until the server has said it: then by the browser's own. */
let zone: string | undefined;

/** The clock on the wall of the site, wherever its screens think they are. */
export function setSiteZone(timeZone: string | undefined): void {
  zone = timeZone;
}

export function siteZone(): string | undefined {
  return zone;
}

/** A way to write times by the site's clock, in the reader's manner. */
export function siteFormat(
  options: Intl.DateTimeFormatOptions,
  locale = LOCALE,
): (time: EpochMs) => string {
  let made: { readonly of: string | undefined; readonly format: Intl.DateTimeFormat } | null = null;
  return (time) => {
    if (made === null || made.of !== zone)
      made = { of: zone, format: new Intl.DateTimeFormat(locale, { ...options, timeZone: zone }) };
    return made.format.format(time);
  };
}
