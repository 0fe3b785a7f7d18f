import {
  GOLDEN_METHODS,
  goldenDifferences,
  runGoldenCase,
  type GoldenCase,
} from '@endwatch/statistics';
import { EXPLAIN_METHODS } from './explain-methods.ts';

export interface GoldenVerdict {
  readonly passed: boolean;
  /** One line, without the file's name. */
  readonly line: string;
}

const SHOWN = 3;

/** Judges the text of one golden file. What cannot be read, or names a method nobody has here, fails with the reason. */
export function checkGolden(text: string): GoldenVerdict {
  try {
    const golden = caseOf(JSON.parse(text));
    const differences = goldenDifferences(resultOf(golden), golden);
    if (differences.length === 0) return { passed: true, line: golden.method };
    const more = differences.length > SHOWN ? ` (+${String(differences.length - SHOWN)} more)` : '';
    return failed(`${golden.method}: ${differences.slice(0, SHOWN).join('; ')}${more}`);
  } catch (error) {
    return failed(error instanceof Error ? error.message : String(error));
  }
}

function failed(line: string): GoldenVerdict {
  return { passed: false, line };
}

function caseOf(value: unknown): GoldenCase {
  const missing = ['method', 'inputs', 'expected', 'tolerance'].filter(
    (name) => typeof value !== 'object' || value === null || !(name in value),
  );
  if (missing.length > 0) throw new Error(`no golden case: ${missing.join(', ')} missing`);
  return value as GoldenCase;
}

function resultOf(golden: GoldenCase): unknown {
  const explain = EXPLAIN_METHODS[golden.method];
  if (explain !== undefined) return explain(golden.inputs as never);
  if (!GOLDEN_METHODS.includes(golden.method)) throw new Error(`unknown method ${golden.method}`);
  return runGoldenCase(golden);
}
