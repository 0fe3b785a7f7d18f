export interface Tolerance {
  readonly abs: number;
  readonly rel: number;
}

/** `keys` overrides the tolerance for everything at or below a property of that name. */
export interface GoldenTolerance extends Tolerance {
  readonly keys?: Readonly<Record<string, Tolerance>>;
}

/** One case: what a method must give for given inputs. */
export interface GoldenCase {
  readonly method: string;
  readonly what: string;
  readonly inputs: unknown;
  readonly expected: unknown;
  readonly tolerance: GoldenTolerance;
}

type Tree = Readonly<Record<string, unknown>>;

function isTree(value: unknown): value is Tree {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/**
 * Where packages follow different conventions the files name them side by side, and some values stand there for orientation only; these are
 * the ones that this project does not compute: `kolmogorovSmirnov` gives the limit and the exact p, standard errors take variances as known.
 */
const NOT_OURS: ReadonlySet<string> = new Set(['pScipyAsymptotic', 'seFullHessian', 'reference']);

function isNear(have: number, want: number, { abs, rel }: Tolerance): boolean {
  return Math.abs(have - want) <= abs + rel * Math.abs(want);
}

function isAsked(key: string, have: Tree): boolean {
  return key in have || !NOT_OURS.has(key);
}

function describe(value: unknown): string {
  return value === undefined ? 'nothing' : JSON.stringify(value).slice(0, 80);
}

/**
 * Where `actual` leaves `expected`: one line each, empty when all is well. A number passes when |actual − expected| ≤ abs + rel · |expected|;
 * everything else must be equal. Properties that only `actual` has are not looked at.
 */
export function goldenDifferences(
  actual: unknown,
  { expected, tolerance }: Pick<GoldenCase, 'expected' | 'tolerance'>,
): string[] {
  const differences: string[] = [];
  const visit = (path: string, [have, want]: [unknown, unknown], allowed: Tolerance): void => {
    const inside = (key: string | number, a: unknown, b: unknown): void =>
      visit(`${path}.${String(key)}`, [a, b], tolerance.keys?.[key] ?? allowed);
    if (typeof want === 'number' && typeof have === 'number') {
      if (!isNear(have, want, allowed)) {
        differences.push(`${path}: ${String(have)} instead of ${String(want)}`);
      }
    } else if (Array.isArray(want) && Array.isArray(have) && want.length === have.length) {
      want.forEach((value, index) => inside(index, have[index], value));
    } else if (isTree(want) && isTree(have)) {
      for (const key of Object.keys(want)) {
        if (isAsked(key, have)) inside(key, have[key], want[key]);
      }
    } else if (have !== want) {
      differences.push(`${path}: ${describe(have)} instead of ${describe(want)}`);
    }
  };
  visit('expected', [actual, expected], tolerance);
  return differences;
}
