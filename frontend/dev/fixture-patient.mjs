import { chance } from './fixture-ward.mjs';

const HOUR = 3_600_000;
const iso = (ms) => new Date(ms).toISOString();
const ITEMS = ['1a', '1b', '1c', '2', '3', '4', '5a', '5b', '6a', '6b', '7', '8', '9', '10', '11'];
const MAXIMUM = [3, 2, 2, 2, 3, 3, 4, 4, 4, 4, 2, 2, 3, 2, 2];

/** Spreads a total over the items, the motor ones first. */
function items(total) {
  const scores = Object.fromEntries(ITEMS.map((item) => [item, 0]));
  let left = total;
  for (const item of [
    '5a',
    '6a',
    '9',
    '4',
    '10',
    '8',
    '11',
    '2',
    '3',
    '5b',
    '6b',
    '1b',
    '1c',
    '1a',
    '7',
  ]) {
    const most = MAXIMUM[ITEMS.indexOf(item)];
    scores[item] = Math.min(most, left);
    left -= scores[item];
  }
  return scores;
}

export function makeTrajectory(row) {
  const random = chance(Number(row.patientId.slice(1)) + 5);
  const admitted = Date.parse(row.admittedAt);
  const until = Math.min(Date.now(), admitted + 168 * HOUR);
  const risk = [];
  let value = row.risk?.admission ?? 0.2;
  for (let at = admitted + HOUR; at < until; at += HOUR * (1 + random() * 2)) {
    value = Math.min(0.9, Math.max(0.01, value + (random() - 0.52) * 0.05));
    const score = {
      scoreId: `s${at}`,
      asOf: iso(at),
      knownAt: iso(at + 60_000),
      next24h: value,
      by48h: value,
      by7d: value,
      modelVersion: '2026.1',
      superseded: false,
    };
    risk.push(score);
    if (random() < 0.12)
      risk.push({
        ...score,
        scoreId: `x${at}`,
        next24h: Math.min(0.95, value + 0.12),
        superseded: true,
      });
  }
  return {
    patientId: row.patientId,
    admittedAt: row.admittedAt,
    definition: {
      name: '≥2 total or ≥1 motor',
      total: 2,
      motor: 1,
      windowHours: 168,
      baseline: 'admission',
    },
    assessments: row.nihss.series.map((point, index) => ({
      id: `a${index}`,
      at: point.at,
      knownAt: point.at,
      total: point.total,
      motor: items(point.total)['5a'] + items(point.total)['6a'],
      items: items(point.total),
      partial: index % 5 === 4,
      status: 'final',
      rater: 'Practitioner/n1',
    })),
    end: {
      status: row.end.status,
      rule: row.end.rule,
      at: row.end.at,
      deltaTotal: row.end.delta,
      deltaMotor: null,
      reference: row.nihss.series[0]?.at ?? null,
    },
    risk,
  };
}

const INPUTS = [
  ['systolic-bp', '8480-6', 164, 'mm[Hg]', 0.1],
  ['diastolic-bp', '8462-4', 88, 'mm[Hg]', 0.1],
  ['heart-rate', '8867-4', 92, '/min', 0.1],
  ['oxygen-saturation', '59408-5', 95, '%', 0.1],
  ['temperature', '8310-5', 37.4, 'Cel', 3],
  ['gcs', '9269-2', 14, '{score}', 3],
  ['glucose', '14749-6', 9.1, 'mmol/L', 6],
  ['d-dimer', '48065-7', null, 'mg/L{FEU}', null],
  ['fibrinogen', '3255-7', 3.9, 'g/L', 30],
  ['crp', '1988-5', 21, 'mg/L', 30],
  ['wbc', '6690-2', 9.8, '10*9/L', 6],
  ['creatinine', '14682-9', 96, 'umol/L', 6],
  ['inr', '6301-6', 1.1, '{INR}', 30],
  ['homocysteine', '13965-9', null, 'umol/L', null],
];

export function makeDetail(row) {
  const now = Date.now();
  const admitted = Date.parse(row.admittedAt);
  return {
    ...row,
    alerts: [
      ...row.alerts,
      {
        id: 'old',
        patientId: row.patientId,
        ward: 'stroke',
        kind: 'examination-overdue',
        priority: 'low',
        state: 'resolved',
        raisedAt: iso(admitted + 9 * HOUR),
        stateSince: iso(admitted + 10 * HOUR),
        reason: 'Not examined for 5 h (every 4 h on day 1).',
        scoreId: null,
        holder: null,
        escalatesAt: null,
      },
    ],
    ward: { id: 'stroke', name: 'Stroke unit' },
    inputs: INPUTS.map(([name, code, value, unit, hours]) => ({
      name,
      code,
      value,
      comparator: name === 'crp' ? '<' : null,
      unit,
      effectiveAt: hours === null ? null : iso(now - hours * HOUR),
      issuedAt: hours === null ? null : iso(now - hours * HOUR + 600_000),
      receivedAt: hours === null ? null : iso(now - hours * HOUR + 660_000),
      status: hours === null ? null : name === 'glucose' ? 'corrected' : 'final',
      source: hours === null ? null : hours > 5 ? 'laboratory' : 'monitor',
      ageMinutes: hours === null ? null : hours * 60,
      usedAs: hours === null ? 'missing' : hours > 24 ? 'carried-forward' : 'measured',
    })),
    reports: [
      {
        id: 'r1',
        title: 'CT head without contrast',
        text: 'Early loss of grey-white differentiation in the left insula.\nHyperdense left middle cerebral artery. No haemorrhage.',
        status: 'amended',
        effectiveAt: iso(admitted + HOUR),
        issuedAt: iso(admitted + 2 * HOUR),
        receivedAt: iso(admitted + 2 * HOUR),
        versions: [
          {
            version: '1',
            status: 'preliminary',
            text: 'No haemorrhage.',
            receivedAt: iso(admitted + HOUR),
          },
          {
            version: '2',
            status: 'amended',
            text: 'Early loss of grey-white differentiation in the left insula.\nHyperdense left middle cerebral artery. No haemorrhage.',
            receivedAt: iso(admitted + 2 * HOUR),
          },
        ],
      },
    ],
    history: [
      { condition: 'hypertension', since: null },
      { condition: 'atrial-fibrillation', since: iso(admitted - 900 * 24 * HOUR) },
    ],
    treatments: [{ treatment: 'thrombolysis', at: iso(admitted + 1.2 * HOUR) }],
  };
}
