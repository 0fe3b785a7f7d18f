import type { FalseAlarm, ForecastReview, UnwarnedEnd } from '@endwatch/contracts';
import { dateAndTime } from '../../words/ages.ts';
import { KIND_WORDS } from '../../words/alert-words.ts';
import { percent } from '../../words/figures.ts';
import { NONE } from '../quality/readings.ts';
import { type Cell, type Section, nOf, plain, stayCell } from '../quality/section.ts';

const WHY: Readonly<Record<UnwarnedEnd['why'], string>> = {
  'no-forecast': 'There was no forecast in the 24 h before',
  below: 'The forecast never reached the threshold',
  'no-alert': 'The forecast reached the threshold, but no alert rang before END',
};

/** In a stay loaded afterwards nothing rang: what is said of it is reckoned. */
const RECKONED = 'Reckoned: loaded afterwards';

export function unwarnedSection({ unwarned }: ForecastReview): Section {
  return {
    heading: 'END that nobody was warned of',
    n: nOf(unwarned.length, 'END', 'END'),
    counts:
      'No risk alert before END as charted. The highest forecast is that of the 24 h before, as it was known then. In stays loaded afterwards nothing could ring: whether today’s policy would have is reckoned. Each opens the history of the stay.',
    table: {
      words: true,
      caption: 'END without a risk alert before it, newest first',
      columns: ['END, as charted', 'Known to Endwatch', 'Highest forecast before', 'Why'],
      rows: unwarned.map((end) => [
        stayCell(end),
        plain(dateAndTime(Date.parse(end.knownAt))),
        highestCell(end),
        { text: WHY[end.why], ...(end.simulated ? { small: RECKONED } : {}) },
      ]),
      empty: 'There is no END without a risk alert before it in the stays that are counted.',
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

export function falseAlarmSection({ falseAlarms }: ForecastReview): Section {
  return {
    heading: 'False alarms',
    n: nOf(falseAlarms.length, 'alert'),
    counts:
      'Risk alerts without END within 24 h, although examined long enough to know. A false alarm is not a fault of who answered it. In stays loaded afterwards: alerts that today’s policy would have raised. Each opens the history of the stay.',
    table: {
      words: true,
      caption: 'Risk alerts that no END followed, newest first',
      columns: ['Rang', 'Kind', 'Forecast on the board'],
      rows: falseAlarms.map((alarm) => [
        stayCell(alarm),
        { text: KIND_WORDS[alarm.kind], ...(alarm.simulated ? { small: RECKONED } : {}) },
        riskCell(alarm),
      ]),
      empty: 'There is no false alarm in the stays that are counted.',
    },
  };
}

function riskCell({ risk }: FalseAlarm): Cell {
  return plain(risk === null ? 'No longer known' : `Forecast ${percent(risk)}`);
}
