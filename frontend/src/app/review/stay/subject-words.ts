import type { StayHistory } from '@endwatch/contracts';
import { dateAndTime } from '../../words/ages.ts';

type Sex = StayHistory['sex'];

/** "Stay of a 68-year-old woman, Ward North, admitted 20 Nov 02:48, discharged 27 Nov 06:12". No name: a review is of the care. */
export function subjectWords(history: StayHistory, wardName: (id: string) => string): string {
  const { age, sex, ward, admittedAt } = history;
  const who = whoWords(sex, age === null ? null : String(age));
  const [admitted, left] = [dateAndTime(Date.parse(admittedAt)), leftWords(history)];
  return ward === null
    ? $localize`:@@review-stay.subject:Stay of ${who}:who:, admitted ${admitted}:admitted:, ${left}:left:`
    : $localize`:@@review-stay.subject-on:Stay of ${who}:who:, ${wardName(ward)}:ward:, admitted ${admitted}:admitted:, ${left}:left:`;
}

function whoWords(sex: Sex, age: string | null): string {
  if (sex === 'female') {
    return age === null
      ? $localize`:@@review-stay.woman:a woman of unknown age`
      : $localize`:@@review-stay.woman-aged:a ${age}:age:-year-old woman`;
  }
  if (sex === 'male') {
    return age === null
      ? $localize`:@@review-stay.man:a man of unknown age`
      : $localize`:@@review-stay.man-aged:a ${age}:age:-year-old man`;
  }
  return age === null
    ? $localize`:@@review-stay.person:a person of unknown age`
    : $localize`:@@review-stay.person-aged:a ${age}:age:-year-old person`;
}

function leftWords({ dischargedAt, died }: StayHistory): string {
  if (dischargedAt === null) return $localize`:@@review-stay.still-here:still in hospital`;
  const at = dateAndTime(Date.parse(dischargedAt));
  return died
    ? $localize`:@@review-stay.died:died ${at}:at:`
    : $localize`:@@review-stay.discharged:discharged ${at}:at:`;
}
