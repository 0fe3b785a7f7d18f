import {
  RotaCalendar,
  type CalendarContents,
  type CalendarQuestion,
  type NamedShift,
} from '../pipeline/rota-calendar.ts';
import { readCalendar } from './read-calendar.ts';
import { writeCalendar } from './write-calendar.ts';

export class IcalRotaCalendar extends RotaCalendar {
  write(shifts: readonly NamedShift[], question: CalendarQuestion): Promise<string> {
    return writeCalendar(shifts, question);
  }

  read(text: string, question: CalendarQuestion): Promise<CalendarContents> {
    return readCalendar(text, question);
  }
}
