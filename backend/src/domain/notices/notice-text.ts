import type { Language } from '@endwatch/contracts';
import type { Notice } from './notice.ts';

export interface NoticeText {
  readonly title: string;
  readonly body: string;
}

/** What can be said of a notice, in one language. */
interface Words {
  readonly kinds: Readonly<Record<Notice['kind'], string>>;
  readonly bed: (bed: string) => string;
  readonly several: (count: number) => string;
  readonly details: string;
  readonly testMissing: string;
  readonly repeated: string;
}

const ENGLISH: Words = {
  kinds: {
    'end-confirmed': 'Deterioration confirmed',
    'risk-high': 'High risk of getting worse',
    'risk-rising': 'Risk is rising',
    'examination-overdue': 'Examination overdue',
    'data-stale': 'No recent data',
    'stream-lagging': 'Data arrive late',
    'calibration-more': 'More deterioration than forecast',
    'calibration-fewer': 'Less deterioration than forecast',
    test: 'Test: this phone is reached',
    'test-alert-missing': 'Alerts may not arrive',
  },
  bed: (bed) => `Bed ${bed}`,
  several: (count) => `${String(count)} alerts that nobody has taken`,
  details: 'Open Endwatch for details.',
  testMissing: 'The test alert of Endwatch did not come. Do not wait for alerts: ask the wards.',
  repeated: 'This may have been sent before.',
};

const GERMAN: Words = {
  kinds: {
    'end-confirmed': 'Verschlechterung bestätigt',
    'risk-high': 'Hohes Risiko',
    'risk-rising': 'Risiko steigt',
    'examination-overdue': 'Untersuchung überfällig',
    'data-stale': 'Keine aktuellen Daten',
    'stream-lagging': 'Daten kommen verspätet',
    'calibration-more': 'Mehr Verschlechterungen als vorhergesagt',
    'calibration-fewer': 'Weniger Verschlechterungen als vorhergesagt',
    test: 'Test: Dieses Gerät wird erreicht',
    'test-alert-missing': 'Alarme kommen womöglich nicht an',
  },
  bed: (bed) => `Bett ${bed}`,
  several: (count) => `${String(count)} Alarme, die niemand übernommen hat`,
  details: 'Einzelheiten in Endwatch.',
  testMissing:
    'Der Testalarm von Endwatch ist ausgeblieben. Nicht auf Alarme warten: auf den Stationen nachfragen.',
  repeated: 'Wurde möglicherweise schon einmal gesendet.',
};

const WORDS: Readonly<Record<Language, Words>> = { en: ENGLISH, de: GERMAN };

interface Manner {
  readonly language: Language;
  /** It may have come before. */
  readonly repeated: boolean;
}

/** In a ward's words, without anything that tells who the patient is. */
export function noticeText(notice: Notice, { language, repeated }: Manner): NoticeText {
  const words = WORDS[language];
  const again = repeated ? ` ${words.repeated}` : '';
  return { title: titleOf(notice, words), body: `${bodyOf(notice, words)}${again}` };
}

function titleOf({ kind, bed, alertIds }: Notice, words: Words): string {
  if (kind === 'test-alert-missing') return words.kinds[kind];
  if (alertIds.length > 1) return words.several(alertIds.length);
  return bed === null ? words.kinds[kind] : `${words.bed(bed)} · ${words.kinds[kind]}`;
}

function bodyOf({ kind, ward }: Notice, words: Words): string {
  if (kind === 'test-alert-missing') return words.testMissing;
  return ward === null ? words.details : `${ward.name}. ${words.details}`;
}
