import type { ForecastReview, Warning } from '@endwatch/contracts';
import { measured, whole } from '../../words/figures.ts';
import { alerts as alertsOf, ends as endsOf, nOf } from '../counts.ts';
import { type Look, namedAxis, roundAxis } from '../ui/plot.ts';
import { readShare, readSpread } from '../quality/readings.ts';
import { type Fact, type Section, plain } from '../quality/section.ts';

/** What rang; and apart from it, never added to it, what would have rung in stays that were loaded afterwards. */
export function leadSections({ warning, wouldHaveWarned }: ForecastReview): readonly Section[] {
  const rang = leadSection(warning, {
    ...{
      look: 'fact',
      heading: $localize`:@@review-forecast.lead.title:How long before END did the alert ring?`,
    },
    counts: $localize`:@@review-forecast.lead.rang:Risk alerts that really rang; stays loaded afterwards had none and are left out.`,
  });
  if (wouldHaveWarned === null) return [rang];
  return [
    rang,
    leadSection(wouldHaveWarned, {
      ...{
        look: 'forecast',
        heading: $localize`:@@review-forecast.lead.would-title:How long before END would it have rung?`,
      },
      counts: $localize`:@@review-forecast.lead.would:Reckoned, not rung: stays loaded afterwards only, with today’s policy on what was known when it was true.`,
    }),
  ];
}

interface Said extends Pick<Section, 'heading' | 'counts'> {
  readonly look: Look;
}

function leadSection(warning: Warning, { heading, counts, look }: Said): Section {
  const { leadHistogram, ends } = warning;
  const names = leadHistogram.map(({ fromHours, toHours }) =>
    toHours === null ? `≥ ${String(fromHours)}` : `${String(fromHours)}–${String(toHours)}`,
  );
  const section: Section = {
    heading,
    n: nOf(endsOf(ends)),
    counts: countsWords(counts, warning),
    facts: factsOf(warning),
    table: {
      caption: $localize`:@@review-forecast.lead.table:Lead time of END with an alert before it`,
      columns: [$localize`:@@review-forecast.lead.hours:Hours before END`, 'END'],
      rows: leadHistogram.map((bin, n) => [plain(names[n] ?? ''), plain(bin.ends)]),
      empty: '',
    },
  };
  const most = Math.max(0, ...leadHistogram.map((bin) => bin.ends));
  if (most === 0)
    return {
      ...section,
      empty: $localize`:@@review-forecast.lead.none:No END had a risk alert before it.`,
    };
  return {
    ...section,
    plot: {
      summary: summaryOf(leadHistogram.map((bin, n) => `${names[n] ?? ''} h: ${whole(bin.ends)}`)),
      x: namedAxis(
        $localize`:@@review-forecast.lead.axis:Hours from the first alert to END`,
        names,
      ),
      y: roundAxis('END', most, { about: Math.min(4, most) }),
      ...{ lines: [], marks: [] },
      bars: leadHistogram.map((bin, n) => ({
        look,
        ...{ from: n + 0.12, to: n + 0.88, y: bin.ends },
        words: $localize`:@@review-forecast.lead.bar:${names[n] ?? ''}:hours: h before END: ${whole(bin.ends)}:ends:`,
      })),
    },
  };
}

function factsOf(warning: Warning): Fact[] {
  return [
    {
      name: $localize`:@@review-forecast.lead.lead:Lead time`,
      reading: readSpread(warning.leadHours, 'h'),
    },
    {
      name: $localize`:@@review-forecast.lead.warned:END with an alert before`,
      reading: readShare(warning.warned),
    },
    {
      name: $localize`:@@review-forecast.lead.6h:First alert at least 6 h before END`,
      reading: readShare(warning.atLeast6h),
    },
    {
      name: $localize`:@@review-forecast.lead.24h:Alert within the 24 h before END`,
      reading: readShare(warning.warnedWithinDay),
    },
    {
      name: $localize`:@@review-forecast.lead.followed:Alerts that END followed in 24 h`,
      reading: readShare(warning.followed),
    },
  ];
}

function countsWords(counts: string, warning: Warning): string {
  const [alerts, undecided] = [alertsOf(warning.alerts), whole(warning.undecided)];
  return warning.per100PatientDays === null
    ? $localize`:@@review-forecast.lead.counts:${counts}:counts: ${alerts}:alerts: (${undecided}:undecided: neither right nor wrong). Lead time runs from the first alert to END as charted.`
    : $localize`:@@review-forecast.lead.counts-per:${counts}:counts: ${alerts}:alerts: (${measured(warning.per100PatientDays)}:per: per 100 patient-days, ${undecided}:undecided: neither right nor wrong). Lead time runs from the first alert to END as charted.`;
}

function summaryOf(bins: readonly string[]): string {
  return $localize`:@@review-forecast.lead.summary:Hours from the first alert to END: ${bins.join(', ')}:bins:.`;
}
