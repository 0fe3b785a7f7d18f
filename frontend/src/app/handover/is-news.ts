import type { Handover } from '@endwatch/contracts';

type Patient = Handover['patients'][number];

/** Percentage points that a risk must have moved by to be a change within a band. */
const POINTS = 10;

/** Whether the next shift has to be told more of a patient than a line. `from`: when this one began, ISO 8601. */
export function isNews(patient: Patient, from: string): boolean {
  const { row, alerts, reports } = patient;
  const happened = alerts.length + reports.length + row.alerts.length > 0;
  return happened || hasComeOrMoved(patient, from) || hasOtherRisk(patient);
}

function hasComeOrMoved({ row, nihssBefore }: Patient, from: string): boolean {
  return wasAdmitted(row, from) || row.nihss.total !== nihssBefore;
}

export function wasAdmitted({ admittedAt }: Patient['row'], from: string): boolean {
  return Date.parse(admittedAt) >= Date.parse(from);
}

function hasOtherRisk({ row: { risk }, riskBefore, bandBefore }: Patient): boolean {
  if (risk === null || riskBefore === null) return false;
  const moved = Math.round(Math.abs(risk.next24h - riskBefore) * 100);
  return risk.band !== bandBefore || moved >= POINTS;
}
