import type { EpochMs } from '@endwatch/clinical';
import type { BoardRow, Risk } from '@endwatch/contracts';
import { dayOfStay, shortMoment } from './ages.ts';
import { NBSP, changeBetween, changeWords, percent, signed } from './figures.ts';

export const BAND_WORD: Readonly<Record<Risk['band'], string>> = {
  low: 'Low',
  medium: 'Medium',
  high: 'High',
};
const SEX_WORD: Readonly<Record<BoardRow['sex'], string>> = {
  female: 'female',
  male: 'male',
  other: 'other',
  unknown: '',
};

export function bedWord(row: BoardRow): string {
  return row.bed ?? 'No bed';
}

/** "Bed 7", or the name where there is no bed: how one speaks of a patient across the ward. */
export function aboutPatient(row: BoardRow): string {
  if (row.bed === null) return row.name;
  return /^bed/i.test(row.bed) ? row.bed : `Bed ${row.bed}`;
}

/** "78 · female · day 3". */
export function whoWords(row: BoardRow, now: EpochMs): string {
  const years = row.age === null ? '' : String(row.age);
  const stay = `day${NBSP}${String(dayOfStay(row.admittedAt, now))}`;
  return [years, SEX_WORD[row.sex], stay].filter((part) => part !== '').join(' · ');
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
    row.nihss.total === null ? 'NIHSS not charted' : `NIHSS ${String(row.nihss.total)}`,
    moved === null ? '' : `${changeWords(moved)} since admission`,
    endWords(row.end, now) ?? '',
    row.risk ? riskSentence(row.risk) : (row.noRiskReason ?? 'No forecast'),
    ...row.alerts.map((alert) => alert.reason),
  ];
  return parts.filter((part) => part !== '').join(', ');
}

function riskSentence(risk: Risk): string {
  const figure = percent(risk.next24h);
  return `risk of getting worse in the next 24 h ${figure}, ${BAND_WORD[risk.band]}, ${risk.trend}`;
}
