import type { Alert, BoardEvent, BoardRow, BoardSnapshot, Risk } from '@endwatch/contracts';

/** Noon of a day; every time below is told from here. */
export const NOON: number = Date.parse('2026-03-02T12:00:00Z');

export function minutesAgo(minutes: number): string {
  return new Date(NOON - minutes * 60_000).toISOString();
}

export function aRisk(over: Partial<Risk> = {}): Risk {
  return {
    scoreId: 's1',
    asOf: minutesAgo(2),
    knownAt: minutesAgo(2),
    next24h: 0.34,
    by48h: 0.4,
    by7d: 0.5,
    admission: 0.3,
    band: 'high',
    trend: 'rising',
    model: { version: '1', trainedOn: 'simulated' },
    missing: [],
    outOfPopulation: [],
    ...over,
  };
}

export function aRow(over: Partial<BoardRow> = {}): BoardRow {
  return {
    patientId: 'p1',
    encounterId: 'e1',
    name: 'Maria Castellanos',
    bed: '7',
    age: 78,
    sex: 'female',
    admittedAt: minutesAgo(50 * 60),
    nihss: {
      total: 12,
      at: minutesAgo(180),
      admissionTotal: 9,
      motor: 5,
      admissionMotor: 4,
      nextDueAt: minutesAgo(-60),
      series: [
        { at: minutesAgo(49 * 60), total: 9 },
        { at: minutesAgo(180), total: 12 },
      ],
    },
    end: { status: 'none', rule: null, at: null, delta: null, reason: null },
    risk: aRisk(),
    noRiskReason: null,
    freshness: {
      vitals: minutesAgo(4),
      labs: minutesAgo(6 * 60),
      report: minutesAgo(48 * 60),
      nihss: minutesAgo(180),
    },
    alerts: [],
    ...over,
  };
}

export function anAlert(over: Partial<Alert> = {}): Alert {
  return {
    id: 'a1',
    patientId: 'p1',
    ward: 'w1',
    kind: 'risk-high',
    priority: 'medium',
    state: 'raised',
    raisedAt: minutesAgo(12),
    stateSince: minutesAgo(12),
    reason: 'Risk of getting worse in the next 24 h is 34 %.',
    scoreId: 's1',
    holder: null,
    holderAccount: null,
    escalatesAt: null,
    ...over,
  };
}

export function aSnapshot(rows: readonly BoardRow[], sequence = 10): BoardSnapshot {
  return { ward: { id: 'w1', name: 'Stroke unit' }, sequence, at: minutesAgo(0), rows: [...rows] };
}

export function aRowEvent(sequence: number, row: BoardRow = aRow()): BoardEvent {
  return { ward: 'w1', sequence, at: minutesAgo(0), knownAt: minutesAgo(0), type: 'row', row };
}
