import { whole } from '../../words/figures.ts';
import type { Choice } from '../ui/choice-buttons.ts';

/** Hours from admission at which a band can be chosen, as the server takes them. */
export const FIRST_HOUR = 1;
export const LAST_HOUR = 167;
const USUAL = [6, 12, 24, 48, 72];

/** The usual landmarks, and the one that is chosen where it is another. */
export function landmarkChoices(by: string): readonly Choice[] {
  const own = hourIn(by);
  const hours = own === null || USUAL.includes(own) ? USUAL : [...USUAL, own];
  return [
    {
      value: 'admission',
      word: $localize`:@@review-outcomes.landmark.admission:At admission (first forecast, within 6 h)`,
    },
    ...hours
      .toSorted((a, b) => a - b)
      .map((hour) => ({
        value: String(hour),
        word: $localize`:@@review-outcomes.landmark.hours:${whole(hour)}:hours: h after admission`,
      })),
  ];
}

/** A whole hour that the server takes; null for everything else, also for "at admission". */
export function hourIn(text: string): number | null {
  const hour = /^\d{1,3}$/.test(text.trim()) ? Number(text) : NaN;
  return hour >= FIRST_HOUR && hour <= LAST_HOUR ? hour : null;
}
