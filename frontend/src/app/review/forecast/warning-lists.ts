import type { FalseAlarm, ForecastReview, UnwarnedEnd } from '@endwatch/contracts';
import { dateAndTime } from '../../words/ages.ts';
import { KIND_WORDS } from '../../words/alert-words.ts';
import { percent } from '../../words/figures.ts';
import { NONE } from '../quality/readings.ts';
import { type Cell, type Section, plain, stayCell } from '../quality/section.ts';

const WHY: Readonly<Record<UnwarnedEnd['why'], string>> = {
  'no-forecast': 'There was no forecast in the 24 h before',
  below: 'The risk never reached the threshold',
  'no-alert': 'The risk reached the threshold, but no alert rang before END',
};

export function unwarnedSection({ unwarned, warning }: ForecastReview): Section {
  return {
    heading: 'END that nobody was warned of',
    counts: `${String(unwarned.length)} of ${String(warning.ends)} END had no risk alert before them. The highest forecast is that of the 24 h before, as it was known then. Each opens the history of the stay. Stays loaded afterwards could have no alert and are left out.`,
    table: {
      caption: 'END without a risk alert before it, newest first',
      columns: ['END, as charted', 'Known to Endwatch', 'Highest forecast before', 'Why'],
      rows: unwarned.map((end) => [
        stayCell(end),
        plain(dateAndTime(Date.parse(end.knownAt))),
        highestCell(end),
        plain(WHY[end.why]),
      ]),
      empty:
        warning.ends === 0
          ? 'No END was charted in the stays that could be warned of.'
          : 'Every END had a risk alert before it.',
    },
  };
}

function highestCell({ highest }: UnwarnedEnd): Cell {
  if (highest === null) return plain(NONE);
  return {
    text: `Forecast ${percent(highest.risk)}`,
    small: `as of ${dateAndTime(Date.parse(highest.asOf))}`,
  };
}

export function falseAlarmSection({ falseAlarms, warning }: ForecastReview): Section {
  return {
    heading: 'False alarms',
    counts: `${String(falseAlarms.length)} of ${String(warning.alerts)} risk alerts: no END within 24 h, although examined long enough to know. A false alarm is not a fault of who answered it. Each opens the history of the stay.`,
    table: {
      caption: 'Risk alerts that no END followed, newest first',
      columns: ['Rang', 'Kind', 'Forecast on the board'],
      rows: falseAlarms.map((alarm) => [
        stayCell(alarm),
        plain(KIND_WORDS[alarm.kind]),
        riskCell(alarm),
      ]),
      empty:
        warning.alerts === 0
          ? 'No risk alert rang in the stays that are counted.'
          : 'END followed every risk alert of which it is known.',
    },
  };
}

function riskCell({ risk }: FalseAlarm): Cell {
  return plain(risk === null ? 'No longer known' : `Forecast ${percent(risk)}`);
}
