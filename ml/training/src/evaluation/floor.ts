import { compareAucPaired } from '@endwatch/statistics';
import type { AdmissionForecast } from './admission-forecasts.ts';
import type { Cell, Table } from './document.ts';
import type { Rival } from './rivals.ts';

/** A network and the regression that sees the same inputs: less than that it need not do. */
const PAIRS: readonly (readonly [network: string, floor: string])[] = [
  ['structured-only', 'logistic'],
  ['report-only', 'bag-of-words'],
];

/** What the interval of the difference allows to be said. */
function verdict(ci95: readonly [number, number] | null): string {
  if (ci95 === null) return 'too few to tell';
  if (ci95[0] > 0) return 'the network is better';
  return ci95[1] < 0 ? 'the network is worse' : 'neither is shown to be better';
}

function row(y: readonly number[], network: Rival, floor: Rival): Record<string, Cell> {
  const names = { network: network.name, floor: floor.name };
  const ends = y.filter((value) => value === 1).length;
  // DeLong needs two of each.
  if (Math.min(ends, y.length - ends) < 2) return { ...names, verdict: verdict(null) };
  const { aucA, aucB, difference, ci95, p } = compareAucPaired(y, network.risks, floor.risks);
  return {
    ...{ ...names, auc: aucA, floorAuc: aucB, difference, p },
    ...{ differenceCi95: ci95, verdict: verdict(ci95) },
  };
}

/** Whether the networks that see one kind of input rank better than a regression on the same; said as it came out. */
export function floorTable(
  forecasts: readonly AdmissionForecast[],
  rivals: readonly Rival[],
  population: string,
): Table {
  const y = forecasts.map((one) => one.y);
  const byId = new Map(rivals.map((rival) => [rival.id, rival]));
  return {
    id: 'comparison-floor',
    title: 'Networks of one kind of input against a regression on the same',
    n: forecasts.length,
    population,
    notes: [
      'Paired DeLong; p not adjusted. A network that is not shown to be better is not worth its weights for that kind of input alone; what is served has both.',
    ],
    columns: [
      { key: 'network', label: 'network', format: 'text' },
      { key: 'floor', label: 'floor', format: 'text' },
      { key: 'auc', label: 'AUC, network', format: 'score' },
      { key: 'floorAuc', label: 'AUC, floor', format: 'score' },
      { key: 'difference', label: 'network minus floor', format: 'score' },
      { key: 'differenceCi95', label: '95 % CI', format: 'score' },
      { key: 'p', label: 'p', format: 'p' },
      { key: 'verdict', label: 'what that says', format: 'text' },
    ],
    rows: PAIRS.flatMap(([network, floor]) => {
      const [deep, plain] = [byId.get(network), byId.get(floor)];
      return deep && plain ? [row(y, deep, plain)] : [];
    }),
  };
}
