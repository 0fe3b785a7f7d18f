import type { StayHistory } from '@endwatch/contracts';
import { dateAndTime } from '../../words/ages.ts';

const SEX: Readonly<Record<StayHistory['sex'], string>> = {
  ...{ female: 'woman', male: 'man', other: 'person', unknown: 'person' },
};

/** "Stay of a 68-year-old woman on ward north, 20 Nov 02:48 to 27 Nov 06:12". No name: a review is of the care. */
export function subjectWords(history: StayHistory): string {
  const { age, sex, ward, admittedAt, dischargedAt, died } = history;
  const who =
    age === null ? `a ${SEX[sex]} of unknown age` : `a ${String(age)}-year-old ${SEX[sex]}`;
  const where = ward === null ? '' : ` on ward ${ward}`;
  const until =
    dischargedAt === null
      ? 'still in hospital'
      : `${died ? 'died' : 'discharged'} ${dateAndTime(Date.parse(dischargedAt))}`;
  return `Stay of ${who}${where}, admitted ${dateAndTime(Date.parse(admittedAt))}, ${until}`;
}
