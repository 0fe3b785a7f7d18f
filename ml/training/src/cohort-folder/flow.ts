import type { StayRecords } from '../stay-rows.ts';
import {
  judged,
  leavesAt,
  OUTCOME_WORDS,
  outcomeOf,
  PAPER_RULES,
  type CohortRule,
  type Outcome,
} from './cohort-rules.ts';

/** How many stays came, left at each rule, and what became of the others. */
export interface Flow {
  readonly stays: number;
  readonly left: readonly { readonly id: string; readonly why: string; readonly stays: number }[];
  readonly included: number;
  readonly outcomes: readonly {
    readonly id: Outcome;
    readonly what: string;
    readonly stays: number;
  }[];
}

/** Counts stays as they go by. */
export class FlowCount {
  readonly #rules: readonly CohortRule[];
  readonly #left: Map<string, number>;
  readonly #outcomes = new Map<Outcome, number>();
  #stays = 0;
  #included = 0;

  constructor(rules: readonly CohortRule[] = PAPER_RULES) {
    this.#rules = rules;
    this.#left = new Map(rules.map(({ id }) => [id, 0]));
  }

  /** Whether the stay belongs to the cohort. */
  count(stay: StayRecords): boolean {
    this.#stays += 1;
    const seen = judged(stay);
    const rule = leavesAt(seen, this.#rules);
    if (rule !== null) {
      this.#left.set(rule.id, (this.#left.get(rule.id) ?? 0) + 1);
      return false;
    }
    this.#included += 1;
    const outcome = outcomeOf(seen, stay.records);
    this.#outcomes.set(outcome, (this.#outcomes.get(outcome) ?? 0) + 1);
    return true;
  }

  get flow(): Flow {
    const outcomes = Object.keys(OUTCOME_WORDS) as Outcome[];
    return {
      stays: this.#stays,
      left: this.#rules.map(({ id, leaves }) => ({
        ...{ id, why: leaves },
        stays: this.#left.get(id) ?? 0,
      })),
      included: this.#included,
      outcomes: outcomes.map((id) => ({
        ...{ id, what: OUTCOME_WORDS[id] },
        stays: this.#outcomes.get(id) ?? 0,
      })),
    };
  }
}

function share(part: number, whole: number): string {
  return whole === 0 ? '' : ` (${((100 * part) / whole).toFixed(1)} %)`;
}

export function flowText(flow: Flow): string {
  const lines = [
    `${String(flow.stays)} stays`,
    ...flow.left.map(({ why, stays }) => `  − ${String(stays).padStart(6)}  ${why}`),
    `${String(flow.included)} in the cohort${share(flow.included, flow.stays)}`,
    ...flow.outcomes.map(
      ({ what, stays }) =>
        `    ${String(stays).padStart(6)}  ${what}${share(stays, flow.included)}`,
    ),
  ];
  return `${lines.join('\n')}\n`;
}

const WIDTH = 760;
const BOX = 330;
const ROW = 46;

/** A flow diagram as a picture of its own: who is still in on the left, who left on the right. */
export function flowSvg(flow: Flow): string {
  const parts: string[] = [];
  let y = 12;
  const box = (x: number, width: number, words: string): void => {
    parts.push(
      `<rect x="${String(x)}" y="${String(y)}" width="${String(width)}" height="32" fill="#fff" stroke="#444d54"/>`,
      `<text x="${String(x + 10)}" y="${String(y + 21)}">${escaped(words)}</text>`,
    );
  };
  const down = (): void => {
    parts.push(`<path d="M170 ${String(y - 14)}v14" stroke="#444d54" fill="none"/>`);
  };
  box(12, BOX, `${String(flow.stays)} stays`);
  let left = flow.stays;
  for (const { why, stays } of flow.left) {
    y += ROW;
    left -= stays;
    down();
    box(12, BOX, `${String(left)} stays`);
    parts.push(`<path d="M${String(12 + BOX)} ${String(y + 16)}h24" stroke="#444d54"/>`);
    box(12 + BOX + 24, WIDTH - BOX - 48, `${String(stays)}: ${shortened(why)}`);
  }
  for (const { what, stays } of flow.outcomes) {
    y += ROW;
    box(40, WIDTH - 52, `${String(stays)}${share(stays, flow.included)}: ${what}`);
  }
  const height = String(y + ROW);
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${String(WIDTH)} ${height}" font-family="sans-serif" font-size="13" fill="#14181b"><rect width="100%" height="100%" fill="#fff"/>${parts.join('')}</svg>\n`;
}

/** As much as a box holds. */
function shortened(words: string): string {
  return words.length <= 56 ? words : `${words.slice(0, 55)}…`;
}

function escaped(words: string): string {
  return words.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
