/** Invented patients in every state a screen must be able to draw; the same seed gives the same ward. */

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const GIVEN = [
  'Maria',
  'Jonas',
  'Aisha',
  'Peter',
  'Wen',
  'Olga',
  'Samuel',
  'Grace',
  'Luis',
  'Ingrid',
];
const FAMILY = [
  'Castellanos',
  'Okafor',
  'Lindqvist',
  'Meyer',
  'Rossi',
  'Tanaka',
  'Novak',
  'Byrne',
  'Haddad',
];
const LONG_NAME = 'Wilhelmina Aleksandra von Hohenstein-Ødegård';

/** mulberry32 */
export function chance(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const iso = (ms) => (ms === null ? null : new Date(ms).toISOString());

function alert(row, kind, priority, over = {}) {
  return {
    id: `${row.patientId}-${kind}`,
    patientId: row.patientId,
    ward: 'stroke',
    kind,
    priority,
    state: 'raised',
    raisedAt: over.raisedAt ?? iso(Date.now() - 4 * MINUTE),
    stateSince: over.raisedAt ?? iso(Date.now() - 4 * MINUTE),
    reason: '',
    scoreId: null,
    holder: null,
    escalatesAt: null,
    ...over,
  };
}

function series(admittedAt, now, admission, random) {
  const points = [];
  let total = admission;
  const step = 4 * HOUR;
  for (
    let at = admittedAt + 30 * MINUTE;
    at < now - HOUR;
    at += step * (1 + Math.floor((at - admittedAt) / DAY))
  ) {
    points.push({ at: iso(at), total });
    if (random() < 0.45) total = Math.max(0, total - 1);
  }
  if (points.length === 0) points.push({ at: iso(admittedAt + 20 * MINUTE), total });
  return points;
}

export function makeRow(index, { seed = 7, now = Date.now(), beds = true } = {}) {
  const random = chance(seed * 1000 + index);
  const days = index % 9 === 8 ? 6 + random() * 7.5 : 0.15 + random() * 4.6;
  const admittedAt = now - days * DAY;
  const admission = 2 + Math.floor(random() * 17);
  const points = series(admittedAt, now, admission, random);
  const last = points.at(-1);
  const next24h = Math.min(0.3, 0.015 + random() ** 3 * 0.4);
  const late = days > 7;
  const lastAt = Date.parse(last.at);
  return {
    patientId: `p${index + 1}`,
    encounterId: `e${index + 1}`,
    name: `${GIVEN[Math.floor(random() * GIVEN.length)]} ${FAMILY[Math.floor(random() * FAMILY.length)]}`,
    bed: beds ? String(index + 1) : null,
    age: 48 + Math.floor(random() * 45),
    sex: random() < 0.5 ? 'female' : 'male',
    admittedAt: iso(admittedAt),
    nihss: {
      total: last.total,
      at: last.at,
      admissionTotal: admission,
      motor: Math.floor(last.total / 2),
      admissionMotor: Math.floor(admission / 2),
      nextDueAt: iso(Math.max(lastAt + 4 * HOUR, now + 20 * MINUTE)),
      series: points,
    },
    end: { status: 'none', rule: null, at: null, delta: null, reason: null },
    risk: late
      ? null
      : {
          scoreId: `s${index}`,
          asOf: iso(now - 2 * MINUTE),
          knownAt: iso(now - 2 * MINUTE),
          next24h,
          by48h: Math.min(1, next24h * 1.5),
          by7d: Math.min(1, next24h * 2.2),
          admission: Math.min(1, next24h * 1.3),
          band: next24h >= 0.3 ? 'high' : next24h >= 0.12 ? 'medium' : 'low',
          trend: ['steady', 'steady', 'falling', 'rising'][Math.floor(random() * 4)],
          model: { version: '2026.1', trainedOn: 'simulated' },
          missing:
            random() < 0.35
              ? ['d-dimer', 'fibrinogen', 'homocysteine'].slice(0, 1 + Math.floor(random() * 3))
              : [],
          outOfPopulation: [],
        },
    noRiskReason: late ? 'No forecast: more than 7 days since admission' : null,
    freshness: {
      vitals: iso(now - Math.floor(random() * 50) * MINUTE),
      labs: iso(now - (2 + random() * 20) * HOUR),
      report: iso(now - Math.min(days, 0.2 + random() * 3) * DAY),
      nihss: last.at,
    },
    alerts: [],
  };
}

function confirmEnd(row, now, minutes, delta) {
  const at = iso(now - minutes * MINUTE);
  const total = row.nihss.admissionTotal + delta;
  row.nihss.series.push({ at, total });
  Object.assign(row.nihss, { total, at, motor: row.nihss.admissionMotor + 2 });
  row.freshness.nihss = at;
  row.end = {
    status: 'confirmed',
    rule: 'total',
    at,
    delta,
    reason: `NIHSS ${row.nihss.admissionTotal} at admission, ${total} now.`,
  };
  row.risk = null;
  row.noRiskReason = 'No forecast: deterioration is confirmed';
  row.alerts.push(
    alert(row, 'end-confirmed', 'high', {
      raisedAt: at,
      reason: `NIHSS rose by ${delta} since admission (from ${row.nihss.admissionTotal} to ${total}).`,
      escalatesAt: iso(now + 6 * MINUTE),
    }),
  );
}

function riskHigh(row, next24h, over) {
  row.risk = { ...makeRow(0).risk, ...row.risk, next24h, band: 'high', trend: 'rising' };
  row.noRiskReason = null;
  row.alerts.push(
    alert(row, 'risk-high', 'medium', {
      reason: `Risk of getting worse in the next 24 h is ${Math.round(next24h * 100)} %.`,
      ...over,
    }),
  );
}

function overdue(row, now, hours, over) {
  row.nihss.nextDueAt = iso(now - hours * HOUR);
  row.alerts.push(
    alert(row, 'examination-overdue', 'low', {
      reason: `Not examined for ${hours + 4} h (every 4 h on day 1).`,
      ...over,
    }),
  );
}

/** `calm`: two things to do; `fire`: something of everything. */
export function makeWard({ beds = 28, mood = 'fire', seed = 7, now = Date.now() }) {
  const rows = Array.from({ length: beds }, (_, index) => makeRow(index, { seed, now }));
  const at = (index) => rows[index % rows.length];
  if (mood === 'calm') {
    if (beds > 6) overdue(at(5), now, 1, {});
    if (beds > 20) riskHigh(at(18), 0.41, { state: 'acknowledged', holder: 'R. Osei' });
    return rows;
  }
  if (beds === 0) return rows;
  confirmEnd(at(2), now, 3, 4);
  if (beds < 9) return rows;
  confirmEnd(at(9), now, 190, 3);
  Object.assign(at(9).alerts[0], { state: 'acknowledged', holder: 'Dr. Lindqvist' });
  riskHigh(at(4), 0.64, {});
  riskHigh(at(12), 0.47, {
    state: 'escalated',
    holder: 'Second on call',
    raisedAt: iso(now - 22 * MINUTE),
  });
  overdue(at(12), now, 2, { raisedAt: iso(now - 100 * MINUTE) });
  at(12).alerts.push(
    alert(at(12), 'data-stale', 'technical', { reason: 'No vital signs for 7 h.' }),
  );
  at(12).freshness.vitals = iso(now - 7 * HOUR);
  overdue(at(7), now, 3, {});
  at(15).alerts.push(
    alert(at(15), 'data-stale', 'technical', { reason: 'No vital signs for 9 h.' }),
  );
  at(15).freshness.vitals = iso(now - 9 * HOUR);
  Object.assign(at(6), { name: LONG_NAME });
  Object.assign(at(10).nihss, { total: 42, admissionTotal: 42 });
  at(10).nihss.series = at(10).nihss.series.map((point) => ({ ...point, total: 42 }));
  Object.assign(at(13), {
    risk: null,
    noRiskReason: 'No forecast: nothing charted yet',
    freshness: { vitals: null, labs: null, report: null, nihss: null },
    nihss: {
      total: null,
      at: null,
      admissionTotal: null,
      motor: null,
      admissionMotor: null,
      nextDueAt: iso(now + HOUR),
      series: [],
    },
    end: { status: 'not-evaluable', rule: null, at: null, delta: null, reason: null },
    admittedAt: iso(now - 6 * MINUTE),
  });
  at(20).end = {
    status: 'suspected',
    rule: 'motor',
    at: iso(now - 40 * MINUTE),
    delta: 1,
    reason: 'Another rater: repeat.',
  };
  if (at(21).risk) at(21).risk.outOfPopulation = ['Thrombectomy'];
  if (at(22).risk) at(22).risk.next24h = 0.004;
  riskHigh(at(25), 0.97, { state: 'acknowledged', holder: 'R. Osei' });
  at(11).freshness.labs = iso(now - 20_000);
  return rows;
}

/** A small, plausible change of one row, as a rescoring would make it. */
export function nudge(row, random, now = Date.now()) {
  const next = { ...row, freshness: { ...row.freshness, vitals: iso(now) } };
  if (row.risk) {
    const next24h = Math.min(0.98, Math.max(0.005, row.risk.next24h + (random() - 0.5) * 0.03));
    next.risk = { ...row.risk, next24h, asOf: iso(now), knownAt: iso(now) };
  }
  return next;
}
