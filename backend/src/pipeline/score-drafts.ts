import { buildTimeline, extractFeatures } from '@endwatch/clinical';
import type { Draft } from './patient-round.ts';
import type { RiskModel, ScoreInput, ScoreOutput } from './ports.ts';
import type { PreparedScore } from '../domain/rescoring/prepare-scores.ts';
import type { Turns } from './turns.ts';

export interface ScoredMoment {
  readonly prepared: PreparedScore;
  readonly output: ScoreOutput;
  readonly admission: number | null;
}

export interface ScoredDrafts {
  readonly scored: ReadonlyMap<Draft, readonly ScoredMoment[]>;
  /** Drafts whose inputs the model refuses, with why. */
  readonly refused: ReadonlyMap<Draft, unknown>;
}

interface Pass {
  /** Of one forward pass. */
  readonly mostRows: number;
  readonly turns: Turns;
}

interface Row {
  readonly draft: Draft;
  readonly prepared: PreparedScore;
}

/**
 * All drafts of a round in one forward pass (cut only where memory asks for it). Where the model refuses the whole, each patient is asked
 * alone, so that one bad input costs one patient.
 */
export async function scoreDrafts(
  drafts: readonly Draft[],
  model: RiskModel,
  about: Pass,
): Promise<ScoredDrafts> {
  const rows = drafts.flatMap((draft) => draft.prepared.map((prepared) => ({ draft, prepared })));
  try {
    return { scored: byDraft(drafts, await scoreRows(rows, model, about)), refused: new Map() };
  } catch {
    const refused = new Map<Draft, unknown>();
    const scored = new Map<Draft, readonly ScoredMoment[]>();
    for (const draft of drafts) {
      try {
        const own = draft.prepared.map((prepared) => ({ draft, prepared }));
        scored.set(draft, (await scoreRows(own, model, about)).map(withoutDraft));
      } catch (reason) {
        refused.set(draft, reason);
      }
    }
    return { scored, refused };
  }
}

/**
 * Throws when the model cannot read even an empty report and score a patient of whom nothing is known: then it is the model that is
 * broken, not what a patient's records say, and no record may be rejected for it.
 */
export function assertModelAnswers(model: RiskModel): void {
  const features = extractFeatures({ timeline: buildTimeline([]), admittedAt: 0, asOf: 0 });
  const report = model.encodeReport('');
  const input: ScoreInput = { features, report, hoursSinceAdmission: 0 };
  if (model.score([input]).length !== 1) throw new RangeError('the model gave no answer');
  model.admissionRisk([input]);
}

type ScoredRow = ScoredMoment & { readonly draft: Draft };

async function scoreRows(
  rows: readonly Row[],
  model: RiskModel,
  { mostRows, turns }: Pass,
): Promise<ScoredRow[]> {
  const admissions = admissionRisks(rows, model, mostRows);
  const scored: ScoredRow[] = [];
  for (let from = 0; from < rows.length; from += mostRows) {
    await turns.due();
    const chunk = rows.slice(from, from + mostRows);
    const outputs = model.score(chunk.map(({ prepared }) => prepared.inputs));
    for (const [index, row] of chunk.entries()) {
      const output = outputs[index];
      if (output === undefined || !Number.isFinite(output.next24h)) {
        throw new RangeError('the model gave no number');
      }
      const { admission } = row.prepared;
      const risk = 'risk' in admission ? admission.risk : (admissions.get(admission) ?? null);
      scored.push({ ...row, output, admission: risk });
    }
  }
  return scored;
}

/** Snapshots are shared by all moments of a patient after the first hours: each is asked once. */
function admissionRisks(
  rows: readonly Row[],
  model: RiskModel,
  mostRows: number,
): ReadonlyMap<ScoreInput, number | null> {
  const asked = rows.flatMap(({ prepared }) =>
    'risk' in prepared.admission ? [] : prepared.admission,
  );
  const inputs = [...new Set(asked)];
  const risks = new Map<ScoreInput, number | null>();
  for (let from = 0; from < inputs.length; from += mostRows) {
    const chunk = inputs.slice(from, from + mostRows);
    const answers = model.admissionRisk(chunk);
    chunk.forEach((input, index) => risks.set(input, answers[index] ?? null));
  }
  return risks;
}

function byDraft(
  drafts: readonly Draft[],
  rows: readonly ScoredRow[],
): ReadonlyMap<Draft, readonly ScoredMoment[]> {
  const scored = new Map<Draft, ScoredMoment[]>(drafts.map((draft) => [draft, []]));
  for (const row of rows) scored.get(row.draft)?.push(withoutDraft(row));
  return scored;
}

function withoutDraft({ prepared, output, admission }: ScoredRow): ScoredMoment {
  return { prepared, output, admission };
}
