import { bearer } from '../harness/access.ts';
import type { Endwatch } from '../harness/system.ts';

/** The stays that the views are asked about: a history, filtered by its wards as a person would. */
export interface Reviewed {
  readonly stays: number;
  /** A query string without `?`. */
  readonly wards: string;
  /** Whose single history is looked at. */
  readonly patients: readonly string[];
}

export interface ReviewView {
  readonly name: string;
  readonly path: (n: number) => string;
  /** As a file: measured to its first bytes. */
  readonly file?: boolean;
  /** How many stays an answer says it counts; null where it counts none. */
  readonly counted?: (answer: Answered) => number | null;
}

interface Answered {
  readonly total?: number;
  readonly stays?: number;
  readonly flow?: readonly { readonly remaining: number }[];
  readonly tookMs?: number;
}

const byStays = ({ stays }: Answered): number | null => stays ?? null;
const byFlow = ({ flow }: Answered): number | null => flow?.at(-1)?.remaining ?? null;
const SLIDER_STEPS = 40;

/** Every view of the review, in the order of its pages. */
export function reviewViews({ stays, wards, patients }: Reviewed): readonly ReviewView[] {
  const on = (view: string, more = ''): string =>
    `/api/review/${view}?${[wards, more].filter((part) => part !== '').join('&')}`;
  const outcomes = (view: string, more = ''): string =>
    on(`outcomes/${view}`, ['by=admission&known=then', more].filter((part) => part).join('&'));
  const patient = (n: number): string => encodeURIComponent(patients[n % patients.length] ?? '');
  const threshold = (n: number): string => (0.1 + (n % SLIDER_STEPS) / 100).toFixed(3);
  return [
    {
      ...{ name: 'cohort: flow and first stays', path: () => on('stays', 'limit=200') },
      counted: ({ total }) => total ?? null,
    },
    {
      name: 'cohort: the next 500 stays',
      path: (n) => on('stays', `limit=500&offset=${String((n * 500) % stays)}`),
      counted: ({ total }) => total ?? null,
    },
    { name: 'one stay', path: (n) => `/api/review/stays/${patient(n)}` },
    { name: 'trajectories', path: () => outcomes('trajectories'), counted: byFlow },
    {
      ...{
        name: 'trajectories, single stays',
        path: () => outcomes('trajectories', 'curves=true'),
      },
      counted: byFlow,
    },
    { name: 'incidence', path: () => outcomes('incidence'), counted: byFlow },
    { name: 'subgroups', path: () => outcomes('subgroups'), counted: byFlow },
    { name: 'forecast', path: () => on('forecast'), counted: byStays },
    { name: 'response', path: () => on('response'), counted: byStays },
    { name: 'drift', path: () => '/api/review/drift' },
    { name: 'what-if: as today', path: () => on('what-if', 'preset=today'), counted: byStays },
    {
      name: 'what-if: a slider',
      path: (n) => on('what-if', `on=${threshold(n)}`),
      counted: byStays,
    },
    {
      ...{ name: 'what-if: one alert a day for 35' },
      ...{ path: () => on('what-if', 'preset=one-a-day-for-35'), counted: byStays },
    },
    {
      ...{
        name: 'what-if: the curve',
        path: (n) => on('what-if', `on=${threshold(n)}&curve=true`),
      },
      counted: byStays,
    },
    { name: 'stays as CSV, first bytes', path: () => on('stays'), file: true },
    { name: 'trajectories as CSV, first bytes', path: () => outcomes('trajectories'), file: true },
    { name: 'forecast as CSV, first bytes', path: () => on('forecast'), file: true },
    { name: 'response as CSV, first bytes', path: () => on('response'), file: true },
  ];
}

/** One answer. */
export interface Asked {
  readonly view: string;
  /** Milliseconds since 1970. */
  readonly from: number;
  readonly to: number;
  readonly ms: number;
  /** Of a view of what-if: what one policy took. */
  readonly policyMs: number | null;
  readonly wrong: string | null;
}

/** Asks once, and looks whether it counts whom it should. */
export async function askView(
  { address }: Pick<Endwatch, 'address'>,
  view: ReviewView,
  { stays, n }: { readonly stays: number; readonly n: number },
): Promise<Asked> {
  const accept = view.file ? 'text/csv' : 'application/json';
  const headers = { accept, ...(await bearer(address)) };
  const [from, began] = [Date.now(), performance.now()];
  const response = await fetch(address + view.path(n), { headers });
  const body = view.file ? '' : await response.text();
  const ms = performance.now() - began;
  const asked = { view: view.name, from, to: Date.now(), ms };
  if (view.file) await response.body?.cancel();
  if (!response.ok)
    return { ...asked, policyMs: null, wrong: `answers ${String(response.status)}` };
  if (view.file) return { ...asked, policyMs: null, wrong: null };
  const answer = JSON.parse(body) as Answered;
  const counted = view.counted?.(answer) ?? null;
  const isWrong = view.counted !== undefined && counted !== stays;
  return {
    ...{ ...asked, policyMs: answer.tookMs ?? null },
    wrong: isWrong ? `counts ${String(counted)} of ${String(stays)} stays` : null,
  };
}

/** Every view in turn, from `first` on. */
export async function askAll(
  product: Endwatch,
  reviewed: Reviewed,
  { first = 0, n = 0 }: { readonly first?: number; readonly n?: number } = {},
): Promise<Asked[]> {
  const views = reviewViews(reviewed);
  const turned = [...views.slice(first % views.length), ...views.slice(0, first % views.length)];
  const asked: Asked[] = [];
  for (const view of turned) asked.push(await askView(product, view, { ...reviewed, n }));
  return asked;
}
