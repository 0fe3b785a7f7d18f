import type { ForecastReview, Warning } from '@endwatch/contracts';
import { counted, measured } from '../../words/figures.ts';
import { type Look, namedAxis, roundAxis } from '../ui/plot.ts';
import { readShare, readSpread } from '../quality/readings.ts';
import { type Section, nOf, plain } from '../quality/section.ts';

/** What rang; and apart from it, never added to it, what would have rung in stays that were loaded afterwards. */
export function leadSections({ warning, wouldHaveWarned }: ForecastReview): readonly Section[] {
  const rang = leadSection(warning, {
    ...{ look: 'fact', heading: 'How long before END did the alert ring?' },
    counts: 'Risk alerts that really rang; stays loaded afterwards had none and are left out.',
  });
  if (wouldHaveWarned === null) return [rang];
  return [
    rang,
    leadSection(wouldHaveWarned, {
      ...{ look: 'forecast', heading: 'How long before END would it have rung?' },
      counts:
        'Reckoned, not rung: stays loaded afterwards only, with today’s policy on what was known when it was true.',
    }),
  ];
}

interface Said extends Pick<Section, 'heading' | 'counts'> {
  readonly look: Look;
}

function leadSection(warning: Warning, { heading, counts, look }: Said): Section {
  const { leadHistogram, ends, undecided, alerts, per100PatientDays } = warning;
  const names = leadHistogram.map(({ fromHours, toHours }) =>
    toHours === null ? `≥ ${String(fromHours)}` : `${String(fromHours)}–${String(toHours)}`,
  );
  const each =
    per100PatientDays === null ? '' : `${measured(per100PatientDays)} per 100 patient-days, `;
  const section: Section = {
    heading,
    n: nOf(ends, 'END', 'END'),
    counts: `${counts} ${counted(alerts, 'alert')} (${each}${String(undecided)} neither right nor wrong). Lead time runs from the first alert to END as charted.`,
    facts: [
      { name: 'Lead time', reading: readSpread(warning.leadHours, 'h') },
      { name: 'END with an alert before', reading: readShare(warning.warned) },
      { name: 'First alert at least 6 h before END', reading: readShare(warning.atLeast6h) },
      { name: 'Alert within the 24 h before END', reading: readShare(warning.warnedWithinDay) },
      { name: 'Alerts that END followed in 24 h', reading: readShare(warning.followed) },
    ],
    table: {
      caption: 'Lead time of END with an alert before it',
      columns: ['Hours before END', 'END'],
      rows: leadHistogram.map((bin, n) => [plain(names[n] ?? ''), plain(bin.ends)]),
      empty: '',
    },
  };
  const most = Math.max(0, ...leadHistogram.map((bin) => bin.ends));
  if (most === 0) return { ...section, empty: 'No END had a risk alert before it.' };
  return {
    ...section,
    plot: {
      summary: `Hours from the first alert to END: ${leadHistogram.map((bin, n) => `${names[n] ?? ''} h: ${String(bin.ends)}`).join(', ')}.`,
      x: namedAxis('Hours from the first alert to END', names),
      y: roundAxis('END', most, { about: Math.min(4, most) }),
      ...{ lines: [], marks: [] },
      bars: leadHistogram.map((bin, n) => ({
        look,
        ...{ from: n + 0.12, to: n + 0.88, y: bin.ends },
        words: `${names[n] ?? ''} h before END: ${String(bin.ends)}`,
      })),
    },
  };
}
