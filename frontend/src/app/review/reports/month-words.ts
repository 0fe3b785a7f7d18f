import type { KeptReport } from '@endwatch/contracts';
import { fullMoment } from '../../words/ages.ts';
import { LOCALE } from '../../words/locale.ts';

const MONTH = new Intl.DateTimeFormat(LOCALE, { month: 'long', year: 'numeric', timeZone: 'UTC' });

/** `2026-10` → "October 2026". */
export function monthWord(month: string): string {
  return MONTH.format(new Date(`${month}-01T00:00:00Z`));
}

/** When and by whom, and whether the month was over. */
export function composedWords({ composedAt, composedBy, provisional }: KeptReport): string {
  const at = fullMoment(Date.parse(composedAt));
  if (provisional) {
    const by = composedBy ?? '';
    return $localize`:@@review-report.provisional:Provisional: composed ${at}:at: by ${by}:by:, before the month was over.`;
  }
  return $localize`:@@review-report.composed:Composed ${at}:at:, when the month was over. It stays as it was, whatever comes to be known later.`;
}
