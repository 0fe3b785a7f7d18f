import type { DefinitionAt, EpochMs, ExaminationSchedule } from '@endwatch/clinical';
import type { BoardRow, StayHistory } from '@endwatch/contracts';
import { tileThen } from '../../domain/patient-page/as-known.ts';
import { toAdjudication } from '../../domain/review/adjudication/to-adjudication.ts';
import { toStayHistory, type StayCourse } from '../../domain/review/stay-history.ts';
import type { Moment, ViewParts, Worked } from './view-parts.ts';

interface StayQuestion extends Moment {
  readonly patientId: string;
  /** Which stay: the newest for null. */
  readonly admittedAt: EpochMs | null;
  /** Whose knowledge: all that there is now for null. */
  readonly knownAt: EpochMs | null;
}

type ScheduleThen = (ward: string | null, at: EpochMs) => ExaminationSchedule;

/** Null where there is no such stay. */
export type WhichStay = {
  /** Where it is as known now: that decides who may read it, because what was known then may have been mistaken. */
  readonly ward: string | null;
  readonly isKnown: boolean;
  /** Of what is shown. */
  readonly shownOn: string | null;
} | null;

/** Everything about one stay; null where there is none, or none was known then. */
export async function stayView(
  parts: ViewParts,
  { patientId, admittedAt, knownAt, now }: StayQuestion,
): Promise<Worked<StayHistory | null, WhichStay>> {
  const [found, examinations] = await Promise.all([
    parts.stayRecords.patient(patientId, now),
    parts.examinations.history(),
  ]);
  const scheduleOf: ScheduleThen = (ward, at) => examinations(ward, at).schedule;
  const { thresholds } = parts.manifest;
  const question = found && { ...found, thresholds, scheduleOf, admittedAt };
  const today = question && toStayHistory({ ...question, knownAt: null });
  if (!today) return { body: null, beside: null };
  const shown = knownAt === null ? today : toStayHistory({ ...question, knownAt });
  const { ward } = today;
  if (shown === null) return { body: null, beside: { ward, isKnown: false, shownOn: null } };
  const beside = { ward, isKnown: true, shownOn: shown.ward };
  const all = await parts.adjudications.of(shown.encounterId);
  const adjudications = all
    .filter(({ decidedAt }) => knownAt === null || decidedAt <= knownAt)
    .map(toAdjudication);
  if (knownAt === null) return { body: { ...shown, adjudications }, beside };
  const at = Math.min(knownAt, now);
  const { definitionAt } = question;
  const tile = await tileOf(parts, shown, { at, definitionAt, scheduleOf });
  return { body: { ...shown, adjudications, tile }, beside };
}

interface AsItWas {
  readonly at: EpochMs;
  readonly definitionAt: DefinitionAt;
  readonly scheduleOf: ScheduleThen;
}

/** The tile as it stood on a board, for who reviews the care and need not know whose; null where that stay was on none. */
async function tileOf(
  { queries, manifest }: ViewParts,
  { patientId, encounterId }: StayCourse,
  { at, definitionAt, scheduleOf }: AsItWas,
): Promise<BoardRow | null> {
  const history = await queries.history(patientId);
  if (history === null) return null;
  const shown = tileThen({
    ...{ history, at, manifest, definitionAt },
    scheduleOf: (ward) => scheduleOf(ward, at),
  });
  const isThere = shown?.placement && shown.row.encounterId === encounterId;
  return isThere ? { ...shown.row, name: '' } : null;
}
