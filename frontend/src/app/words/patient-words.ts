import type { EpochMs } from '@endwatch/clinical';
import type { BoardRow, PatientDetail, Risk } from '@endwatch/contracts';
import { dayOfStay, shortMoment } from './ages.ts';
import { NBSP, changeBetween, percent, signed, sinceAdmission } from './figures.ts';
import { noForecast, serverWords } from './server-words.ts';

/** One and many, for `counted`. */
export const PATIENTS = [
  $localize`:@@words.patient:patient`,
  $localize`:@@words.patients:patients`,
] as const;

export const BAND_WORD: Readonly<Record<Risk['band'], string>> = {
  low: $localize`:@@words.band.low:Low`,
  medium: $localize`:@@words.band.medium:Medium`,
  high: $localize`:@@words.band.high:High`,
};
export const TREND_WORD: Readonly<Record<Risk['trend'], string>> = {
  rising: $localize`:@@words.trend.rising:rising`,
  steady: $localize`:@@words.trend.steady:steady`,
  falling: $localize`:@@words.trend.falling:falling`,
};
const SEX_WORD: Readonly<Record<BoardRow['sex'], string>> = {
  female: $localize`:@@words.female:female`,
  male: $localize`:@@words.male:male`,
  other: $localize`:@@words.other-sex:other`,
  unknown: '',
};

/** The server's own name for the patients of no ward, in the reader's language; a ward's own name as it is. */
export function wardWord(name: string): string {
  return name === 'Unassigned' ? $localize`:@@words.unassigned:Unassigned` : name;
}

export const NO_BED = $localize`:@@words.no-bed:No bed`;

export function bedWord(row: BoardRow): string {
  return row.bed ?? NO_BED;
}

/** "Bed 7", or the name where there is no bed: how one speaks of a patient across the ward. */
export function aboutPatient(row: BoardRow): string {
  if (row.bed === null) return row.name;
  return /^bed/i.test(row.bed) ? row.bed : $localize`:@@words.bed:Bed ${row.bed}:bed:`;
}

/** A browser prints the title of its page at the head of a sheet. @param named whether a name may stand there */
export function calledOnPaper(row: BoardRow, named: boolean): string {
  return row.bed === null && !named ? NO_BED : aboutPatient(row);
}

/** "day 3" of the stay. */
export function dayWords(day: number): string {
  return $localize`:@@words.day:day${NBSP}:space:${day}:day:`;
}

/** When somebody left; never while they are in hospital. */
function leftAt({ dischargedAt }: Pick<PatientDetail, 'dischargedAt'>): EpochMs {
  return dischargedAt ? Date.parse(dischargedAt) : Infinity;
}

/** "78 · female · day 3". */
export function whoWords(row: BoardRow, now: EpochMs): string {
  const years = row.age === null ? '' : String(row.age);
  const stay = dayWords(dayOfStay(row.admittedAt, now));
  return [years, SEX_WORD[row.sex], stay].filter((part) => part !== '').join(' · ');
}

/** The same of a stay that may be over: its days are counted no further. */
export function stayWords(detail: PatientDetail, now: EpochMs): string {
  return whoWords(detail, Math.min(now, leftAt(detail)));
}

/** "END 14:20 · +3", or "END · +3" where there is no room for the time; null where no END stands. */
export function endWords(end: BoardRow['end'], now: EpochMs | null): string | null {
  if (end.status !== 'confirmed' && end.status !== 'suspected') return null;
  const word = end.status === 'confirmed' ? 'END' : 'END?';
  const moment = end.at === null || now === null ? '' : ` ${shortMoment(Date.parse(end.at), now)}`;
  const rise = end.delta === null ? '' : ` · ${signed(end.delta)}`;
  return `${word}${moment}${rise}`;
}

/** What a tile shows beside bed, name and person, said in one breath. */
export function rowSentence(row: BoardRow, now: EpochMs): string {
  const moved = changeBetween(row.nihss.total, row.nihss.admissionTotal);
  const parts = [
    row.nihss.total === null
      ? $localize`:@@words.not-charted:NIHSS not charted`
      : `NIHSS ${String(row.nihss.total)}`,
    moved === null ? '' : sinceAdmission(moved),
    endWords(row.end, now) ?? '',
    row.risk ? riskSentence(row.risk) : noForecast(row.noRiskReason),
    ...row.alerts.map((alert) => serverWords(alert.reason)),
  ];
  return parts.filter((part) => part !== '').join(', ');
}

function riskSentence(risk: Risk): string {
  const figure = percent(risk.next24h);
  return $localize`:@@words.risk-sentence:risk of getting worse in the next 24 h ${figure}:figure:, ${BAND_WORD[risk.band]}:band:, ${TREND_WORD[risk.trend]}:trend:`;
}
