import { problemWords, type RowProblem } from './problem.ts';

/** How many rows or fields of one kind are not used. */
export interface ProblemCount {
  readonly file: string;
  readonly field: string | null;
  /** Code of the reason, where it has one: `unit-missing`, `value-implausible` … */
  readonly code: string | null;
  readonly count: number;
}

/** Rows that are told one by one where nothing else is said; of more only how many of which kind. */
const MOST_TOLD = 20;
const CODE = /^([a-z]+(?:-[a-z]+)+): /;

/** Tells of rows and fields that are not used, on the error stream. */
export class ProblemTeller {
  readonly #most: number;
  readonly #say: (line: string) => void;
  readonly #counts = new Map<string, ProblemCount>();
  #count = 0;

  constructor(
    most: number = MOST_TOLD,
    say: (line: string) => void = (line) => process.stderr.write(`${line}\n`),
  ) {
    this.#most = most;
    this.#say = say;
  }

  readonly tell = (problem: RowProblem): void => {
    const { file, field, reason } = problem;
    this.#count += 1;
    if (this.#count <= this.#most) this.#say(problemWords(problem));
    const code = CODE.exec(reason)?.[1] ?? null;
    const key = JSON.stringify([file, field, code]);
    const count = 1 + (this.#counts.get(key)?.count ?? 0);
    this.#counts.set(key, { file, field, code, count });
  };

  /** Most frequent ones first. */
  get counts(): readonly ProblemCount[] {
    return [...this.#counts.values()].sort((a, b) => b.count - a.count);
  }

  sum(): void {
    if (this.#count === 0) return;
    this.#say(`${String(this.#count)} rows or fields of the cohort are not used:`);
    for (const { file, field, code, count } of this.counts) {
      const where = [file, field, code].filter((one) => one !== null).join(', ');
      this.#say(`${String(count).padStart(8)}  ${where}`);
    }
  }
}
