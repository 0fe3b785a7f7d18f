import type { FalseAlarm, ForecastReview, UnwarnedEnd } from '@endwatch/contracts';
import { dateAndTime } from '../../words/ages.ts';
import { KIND_WORDS } from '../../words/alert-words.ts';
import { percent } from '../../words/figures.ts';
import { alerts, ends, nOf } from '../counts.ts';
import { NONE } from '../quality/readings.ts';
import { type Cell, type Section, plain, stayCell } from '../quality/section.ts';

const WHY: Readonly<Record<UnwarnedEnd['why'], string>> = {
  'no-forecast': $localize`:@@review-forecast.unwarned.no-forecast:There was no forecast in the 24 h before`,
  below: $localize`:@@review-forecast.unwarned.below:The forecast never reached the threshold`,
  'no-alert': $localize`:@@review-forecast.unwarned.no-alert:The forecast reached the threshold, but no alert rang before END`,
};

/** In a stay loaded afterwards nothing rang: what is said of it is reckoned. */
const RECKONED = $localize`:@@review-forecast.reckoned:Reckoned: loaded afterwards`;

export function unwarnedSection({ unwarned }: ForecastReview): Section {
  return {
    heading: $localize`:@@review-forecast.unwarned.title:END that nobody was warned of`,
    n: nOf(ends(unwarned.length)),
    counts: $localize`:@@review-forecast.unwarned.counts:No risk alert before END as charted. The highest forecast is that of the 24 h before, as it was known then. In stays loaded afterwards nothing could ring: whether today’s policy would have is reckoned. Each opens the history of the stay.`,
    table: {
      words: true,
      caption: $localize`:@@review-forecast.unwarned.table:END without a risk alert before it, newest first`,
      columns: [
        $localize`:@@review.end-as-charted:END, as charted`,
        $localize`:@@review-forecast.unwarned.known:Known to Endwatch`,
        $localize`:@@review-forecast.unwarned.highest:Highest forecast before`,
        $localize`:@@review-forecast.unwarned.why:Why`,
      ],
      rows: unwarned.map((end) => [
        stayCell(end),
        plain(dateAndTime(Date.parse(end.knownAt))),
        highestCell(end),
        { text: WHY[end.why], ...(end.simulated ? { small: RECKONED } : {}) },
      ]),
      empty: $localize`:@@review-forecast.unwarned.none:There is no END without a risk alert before it in the stays that are counted.`,
    },
  };
}

function highestCell({ highest }: UnwarnedEnd): Cell {
  if (highest === null) return plain(NONE);
  return {
    text: forecastWords(highest.risk),
    small: $localize`:@@review-forecast.as-of:as of ${dateAndTime(Date.parse(highest.asOf))}:time:`,
  };
}

export function falseAlarmSection({ falseAlarms }: ForecastReview): Section {
  return {
    heading: $localize`:@@review-forecast.false.title:False alarms`,
    n: nOf(alerts(falseAlarms.length)),
    counts: $localize`:@@review-forecast.false.counts:Risk alerts without END within 24 h, although examined long enough to know. A false alarm is not a fault of who answered it. In stays loaded afterwards: alerts that today’s policy would have raised. Each opens the history of the stay.`,
    table: {
      words: true,
      caption: $localize`:@@review-forecast.false.table:Risk alerts that no END followed, newest first`,
      columns: [
        $localize`:@@review-forecast.false.rang:Rang`,
        $localize`:@@review-forecast.false.kind:Kind`,
        $localize`:@@review-forecast.false.forecast:Forecast on the board`,
      ],
      rows: falseAlarms.map((alarm) => [
        stayCell(alarm),
        { text: KIND_WORDS[alarm.kind], ...(alarm.simulated ? { small: RECKONED } : {}) },
        riskCell(alarm),
      ]),
      empty: $localize`:@@review-forecast.false.none:There is no false alarm in the stays that are counted.`,
    },
  };
}

function riskCell({ risk }: FalseAlarm): Cell {
  return plain(risk === null ? NO_LONGER_KNOWN : forecastWords(risk));
}

const NO_LONGER_KNOWN = $localize`:@@review-forecast.false.not-known:No longer known`;

function forecastWords(risk: number): string {
  return $localize`:@@review-forecast.forecast:Forecast ${percent(risk)}:risk:`;
}
