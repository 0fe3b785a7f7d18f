import { combineReportVectors, FEATURE_NAMES } from '@endwatch/clinical';
import type { PlayerShare, ScoreInput } from '@endwatch/ml-model';
import { LoadedRiskModel, REPORT } from '@endwatch/ml-model';
import { at, mean } from '@endwatch/statistics';
import { SNAPSHOT_HOUR } from '../settings.ts';
import type { Snapshot } from '../stay-rows.ts';
import type { Section, SwarmFigure, Table } from './document.ts';
import type { Deletion } from './faithfulness.ts';
import { deletionOf, deletionTable } from './faithfulness.ts';
import type { Judgement } from './judgement.ts';
import { featureOf } from './judgement.ts';

/** Findings and words that are shown. */
const SHOWN = 15;
/** Patients in whose reports a word must be for its average to mean anything. */
const LEAST_PATIENTS = 10;

interface Explained {
  readonly snapshot: Snapshot;
  readonly players: readonly PlayerShare[];
  /** Of each word in this patient's reports the sum of what its places add. */
  readonly words: ReadonlyMap<string, number>;
  readonly efficiencyGap: number;
  readonly completenessGap: number;
  /** Null for a patient with too few findings. */
  readonly deletion: Deletion | null;
}

type Row = Judgement['scored']['landmarks'][number];

function wordSums(
  reports: readonly (readonly { readonly token: string; readonly share: number }[])[],
): Map<string, number> {
  const sums = new Map<string, number>();
  for (const { token, share } of reports.flat()) sums.set(token, (sums.get(token) ?? 0) + share);
  return sums;
}

function explained(model: LoadedRiskModel, { snapshot, output }: Row, index: number): Explained {
  const input: ScoreInput = {
    features: snapshot.features,
    hoursSinceAdmission: snapshot.hour,
    report: combineReportVectors(snapshot.reports.map((text) => model.encodeReport(text))),
  };
  const { players, baseRisk, risk } = model.explain(input, output.next24h);
  const total = players.reduce((sum, { share }) => sum + share, baseRisk);
  const deletion = deletionOf(model, input, { players, seed: `faithfulness/${String(index)}` });
  const base = { snapshot, players, efficiencyGap: Math.abs(total - risk), deletion };
  if (snapshot.reports.length === 0) return { ...base, words: new Map(), completenessGap: 0 };
  const { reports, completenessGap } = model.explainReports(
    input,
    snapshot.reports,
    output.next24h,
  );
  return { ...base, words: wordSums(reports), completenessGap };
}

interface Ranked {
  readonly name: string;
  readonly dots: readonly { readonly share: number; readonly value: number | null }[];
  readonly meanAbsolute: number;
}

/** Findings by how much they move the risk on average; a patient without the finding counts as moved by 0. */
function ranking(all: readonly Explained[]): Ranked[] {
  const byName = new Map<string, { share: number; value: number | null }[]>();
  for (const { players, snapshot } of all) {
    for (const { name, features, share } of players) {
      const [speaks] = features;
      const value =
        name === REPORT || speaks === undefined
          ? null
          : featureOf(snapshot, at(FEATURE_NAMES, speaks));
      byName.set(name, [...(byName.get(name) ?? []), { share, value }]);
    }
  }
  return Array.from(byName, ([name, dots]) => ({
    name,
    dots,
    meanAbsolute: dots.reduce((sum, { share }) => sum + Math.abs(share), 0) / all.length,
  })).sort((a, b) => b.meanAbsolute - a.meanAbsolute || (a.name < b.name ? -1 : 1));
}

interface About {
  readonly n: number;
  readonly population: string;
}

function rankingTable(ranked: readonly Ranked[], gap: number, about: About): Table {
  return {
    id: 'explanation-ranking',
    title: 'What the risk of the next 24 h rests on: ranking by Shapley values',
    ...about,
    notes: [
      `A value with its mean, extremes and slope is one finding, the NIHSS at admission and since is one, the reports are one. Largest gap between the sum of the values and the risk: ${gap.toExponential(1)}.`,
      'A forecast resting on a finding does not mean that the finding causes END. The directions were put into the simulated patients by their maker.',
    ],
    columns: [
      { key: 'finding', label: 'finding', format: 'text' },
      { key: 'meanAbsolute', label: 'mean |Shapley value|', format: 'score' },
      { key: 'patients', label: 'patients who have it', format: 'count' },
      { key: 'mean', label: 'mean of those', format: 'score' },
      { key: 'most', label: 'highest', format: 'score' },
      { key: 'least', label: 'lowest', format: 'score' },
    ],
    rows: ranked.map(({ name, dots, meanAbsolute }) => {
      const shares = dots.map(({ share }) => share);
      return {
        finding: name,
        meanAbsolute,
        patients: dots.length,
        mean: mean(shares),
        most: shares.reduce((most, share) => Math.max(most, share), -Infinity),
        least: shares.reduce((least, share) => Math.min(least, share), Infinity),
      };
    }),
  };
}

/** Rank of each value among its row, 0 to 1. */
function levels(dots: Ranked['dots']): (number | null)[] {
  const values = dots.flatMap(({ value }) => (value === null ? [] : [value]));
  const sorted = values.toSorted((a, b) => a - b);
  return dots.map(({ value }) =>
    value === null || sorted.length < 2
      ? null
      : (sorted.indexOf(value) + sorted.lastIndexOf(value)) / 2 / (sorted.length - 1),
  );
}

function swarm(ranked: readonly Ranked[], about: About): SwarmFigure {
  const rows = ranked.slice(0, SHOWN).map(({ name, dots }) => {
    const level = levels(dots);
    return { label: name, dots: dots.map(({ share }, i) => ({ x: share, level: at(level, i) })) };
  });
  const xs = rows.flatMap(({ dots }) => dots.map(({ x }) => x));
  const most = Math.ceil(10 * Math.max(0.1, ...xs)) / 10;
  const least = Math.floor(10 * Math.min(-0.1, ...xs)) / 10;
  return {
    id: 'explanation-beeswarm',
    kind: 'swarm',
    title: 'Shapley values of each patient',
    ...about,
    notes: ['A dot is a patient; to the right the finding raises the risk of the next 24 h.'],
    x: { label: 'change of the risk', from: least, to: most, format: 'ratio' },
    rows,
  };
}

function wordTable(all: readonly Explained[], gap: number, about: About): Table {
  const shares = new Map<string, number[]>();
  for (const { words } of all) {
    for (const [word, share] of words) shares.set(word, [...(shares.get(word) ?? []), share]);
  }
  const rows = Array.from(shares, ([word, own]) => ({
    word,
    mean: mean(own),
    patients: own.length,
  })).filter(({ patients, word }) => patients >= LEAST_PATIENTS && /\p{L}/u.test(word));
  const byMean = rows.toSorted((a, b) => b.mean - a.mean || (a.word < b.word ? -1 : 1));
  const half = Math.min(SHOWN, Math.floor(byMean.length / 2));
  return {
    id: 'explanation-words',
    title: 'Words of the reports that move the risk of the next 24 h (Integrated Gradients)',
    ...about,
    notes: [
      `Sum over the places of a word in a patient's reports, averaged over the patients who have it (at least ${String(LEAST_PATIENTS)}); the ${String(SHOWN)} that raise and the ${String(SHOWN)} that lower it most. Largest completeness gap: ${gap.toExponential(1)}.`,
      'A word carries what stands round it: "no" lowers the risk because of what it denies.',
    ],
    columns: [
      { key: 'word', label: 'word', format: 'text' },
      { key: 'mean', label: 'mean change of the risk', format: 'score' },
      { key: 'patients', label: 'patients', format: 'count' },
    ],
    rows: [...byMean.slice(0, half), ...byMean.slice(byMean.length - half)],
  };
}

/** Which findings and words the live model's forecasts rest on at the hour of the snapshot; of the first `patients`, because each costs some tenths of a second. */
export function explanationSection(
  { artefact, scored, population }: Judgement,
  patients: number,
): Section {
  const rows = scored.landmarks.filter(({ snapshot }) => snapshot.hour === SNAPSHOT_HOUR);
  const model = new LoadedRiskModel(artefact);
  const all = rows.slice(0, patients).map((row, i) => explained(model, row, i));
  model.dispose();
  const hour = String(SNAPSHOT_HOUR);
  const about = {
    n: all.length,
    population: `${population}, still followed and without END at ${hour} h, the first of the cohort`,
  };
  const ranked = ranking(all);
  const gap = (of: (one: Explained) => number): number => Math.max(0, ...all.map(of));
  return {
    id: 'explanation',
    title: 'What the forecasts rest on',
    text: [
      `Of the live model ${hour} h after admission, by the same code that explains a score on the patient page. The paper names D-dimer, diastolic pressure and heart rate, and the words "unsteadiness", "walking" and "vision", for its own model; it gives no directions.`,
    ],
    tables: [
      rankingTable(
        ranked,
        gap((one) => one.efficiencyGap),
        about,
      ),
      wordTable(
        all,
        gap((one) => one.completenessGap),
        about,
      ),
      deletionTable(
        all.map(({ deletion }) => deletion),
        about,
      ),
    ],
    figures: ranked.length === 0 ? [] : [swarm(ranked, about)],
  };
}
