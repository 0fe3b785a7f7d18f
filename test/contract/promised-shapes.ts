/**
 * The shapes of the outside promise, written out by hand and independent of the zod schemas, so that a schema that drifts is noticed too.
 * Adding fields is free: only what is missing or of another kind counts.
 */
type Kind =
  | 'text'
  | 'time'
  | 'whole'
  | 'number'
  | 'probability'
  | 'flag'
  | 'null'
  | readonly [literal: 'one of', ...values: string[]];
export type Shape = Kind | { readonly any: readonly Shape[] } | Fields | { readonly each: Shape };
interface Fields {
  readonly fields: Readonly<Record<string, Shape>>;
}

const orNull = (shape: Shape): Shape => ({ any: [shape, 'null'] });
const oneOf = (...values: string[]): Shape => ['one of', ...values];
const fields = (of: Readonly<Record<string, Shape>>): Fields => ({ fields: of });
const each = (of: Shape): Shape => ({ each: of });

export const ALERT = fields({
  id: 'text',
  patientId: 'text',
  ward: 'text',
  kind: oneOf(
    ...['end-confirmed', 'risk-high', 'risk-rising'],
    ...['examination-overdue', 'data-stale', 'stream-lagging'],
  ),
  priority: oneOf('high', 'medium', 'low', 'technical'),
  state: oneOf('raised', 'acknowledged', 'snoozed', 'escalated', 'resolved'),
  raisedAt: 'time',
  stateSince: 'time',
  reason: 'text',
  scoreId: orNull('text'),
  holder: orNull('text'),
  holderAccount: orNull('text'),
  escalatesAt: orNull('time'),
});

const RISK = fields({
  scoreId: 'text',
  asOf: 'time',
  knownAt: 'time',
  next24h: 'probability',
  by48h: orNull('probability'),
  by7d: orNull('probability'),
  admission: orNull('probability'),
  band: oneOf('low', 'medium', 'high'),
  trend: oneOf('rising', 'steady', 'falling'),
  model: fields({ version: 'text', trainedOn: oneOf('simulated', 'site') }),
  missing: each('text'),
  outOfPopulation: each('text'),
});

const END = fields({
  status: oneOf('none', 'suspected', 'confirmed', 'not-evaluable'),
  rule: orNull(oneOf('total', 'motor')),
  at: orNull('time'),
});

export const BOARD_ROW = fields({
  patientId: 'text',
  encounterId: 'text',
  name: 'text',
  bed: orNull('text'),
  age: orNull('whole'),
  sex: oneOf('female', 'male', 'other', 'unknown'),
  admittedAt: 'time',
  nihss: fields({
    total: orNull('whole'),
    at: orNull('time'),
    admissionTotal: orNull('whole'),
    motor: orNull('whole'),
    admissionMotor: orNull('whole'),
    nextDueAt: orNull('time'),
    series: each(fields({ at: 'time', total: 'whole' })),
  }),
  end: END,
  risk: orNull(RISK),
  freshness: fields({
    vitals: orNull('time'),
    labs: orNull('time'),
    report: orNull('time'),
    nihss: orNull('time'),
  }),
  alerts: each(ALERT),
});

export const BOARD_SNAPSHOT = fields({
  ward: fields({ id: 'text', name: 'text' }),
  sequence: 'whole',
  at: 'time',
  rows: each(BOARD_ROW),
});

export const WARDS = each(
  fields({ id: 'text', name: 'text', patients: 'whole', openAlerts: 'whole' }),
);

export const TRAJECTORY = fields({
  patientId: 'text',
  admittedAt: 'time',
  definition: fields({
    name: 'text',
    total: 'number',
    motor: 'number',
    windowHours: 'number',
    baseline: oneOf('admission', 'running-minimum'),
  }),
  assessments: each(
    fields({
      id: 'text',
      at: 'time',
      knownAt: 'time',
      total: orNull('whole'),
      motor: orNull('whole'),
      items: fields({}),
      partial: 'flag',
      status: 'text',
      rater: orNull('text'),
    }),
  ),
  end: fields({
    ...END.fields,
    deltaTotal: orNull('whole'),
    deltaMotor: orNull('whole'),
    reference: orNull('text'),
  }),
  risk: each(
    fields({
      scoreId: 'text',
      asOf: 'time',
      knownAt: 'time',
      next24h: 'probability',
      by48h: orNull('probability'),
      by7d: orNull('probability'),
      modelVersion: 'text',
      superseded: 'flag',
    }),
  ),
});

const INPUT = fields({
  name: 'text',
  code: orNull('text'),
  value: orNull('number'),
  unit: 'text',
  effectiveAt: orNull('time'),
  issuedAt: orNull('time'),
  receivedAt: orNull('time'),
  status: orNull('text'),
  source: orNull('text'),
  ageMinutes: orNull('number'),
  usedAs: oneOf('measured', 'carried-forward', 'missing'),
});

export const PATIENT_DETAIL = fields({
  ...BOARD_ROW.fields,
  inputs: each(INPUT),
  reports: each(fields({ text: 'text', status: 'text', versions: each(fields({})) })),
  history: each(fields({})),
  treatments: each(fields({})),
});

export const PROBLEM = fields({
  type: 'text',
  title: 'text',
  status: 'whole',
  detail: 'text',
  correlationId: 'text',
});

/** A rejection says its code, the sentence, when, and where it came from. */
export const REJECTIONS = each(
  fields({
    id: 'text',
    at: 'time',
    code: 'text',
    detail: 'text',
    topic: orNull('text'),
    partition: orNull('whole'),
    offset: orNull('text'),
  }),
);

const EVENT = { ward: 'text', sequence: 'whole', at: 'time', knownAt: 'time' } as const;
export const BOARD_EVENTS = each({
  any: [
    fields({ ...EVENT, type: oneOf('row'), row: BOARD_ROW }),
    fields({ ...EVENT, type: oneOf('left'), patientId: 'text' }),
    fields({ ...EVENT, type: oneOf('alert'), alert: ALERT }),
  ],
});

export const HEARTBEAT = fields({
  ward: 'text',
  sequence: 'whole',
  at: 'time',
  lag: fields({ seconds: 'number' }),
});

/** The quantities of the clinical list, vital signs then laboratory, by the LOINC code each is best known by. */
export const QUANTITY_CODES: readonly string[] = [
  ...['8867-4', '8480-6', '8462-4', '8478-0', '9279-1', '59408-5', '8310-5', '9269-2'],
  ...['2345-7', '48065-7', '48066-5', '7799-0', '3255-7', '1988-5', '6690-2', '751-8', '731-0'],
  ...['777-3', '718-7', '2160-0', '3094-0', '13457-7', '2085-9', '2571-8', '2093-3', '4548-4'],
  ...['13965-9', '3084-1', '6301-6', '5902-2', '3173-2', '2951-2', '2823-3'],
];

export const NIHSS_ITEM_KEYS: readonly string[] = [
  ...['1a', '1b', '1c', '2', '3', '4', '5a', '5b', '6a', '6b', '7', '8', '9', '10', '11'],
];

const ISO_8601 = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/;

function isA(kind: Exclude<Kind, readonly string[]>, value: unknown): boolean {
  if (kind === 'null') return value === null;
  if (kind === 'text') return typeof value === 'string' && value !== '';
  if (kind === 'time') return typeof value === 'string' && ISO_8601.test(value);
  if (kind === 'flag') return typeof value === 'boolean';
  if (typeof value !== 'number' || !Number.isFinite(value)) return false;
  if (kind === 'whole') return Number.isInteger(value);
  return kind === 'number' || (value >= 0 && value <= 1);
}

/** Every place where `value` is not as promised, as sentences; empty when it keeps the promise. */
export function broken(value: unknown, shape: Shape, path = '$'): readonly string[] {
  if (typeof shape === 'string') {
    return isA(shape, value) ? [] : [`${path} is ${shown(value)}, promised: ${shape}`];
  }
  if ('any' in shape) {
    const answers = shape.any.map((one) => broken(value, one, path));
    const best = answers.toSorted((a, b) => a.length - b.length)[0] ?? [];
    return best.length > 0 && value === null ? [`${path} is null`] : best;
  }
  if ('each' in shape) {
    if (!Array.isArray(value)) return [`${path} is ${shown(value)}, promised: a list`];
    return value.flatMap((one, index) => broken(one, shape.each, `${path}[${index}]`));
  }
  if ('fields' in shape) return brokenFields(value, shape, path);
  const values: readonly string[] = shape.slice(1);
  return values.some((one) => one === value)
    ? []
    : [`${path} is ${shown(value)}, promised: ${values.join(' or ')}`];
}

function brokenFields(value: unknown, shape: Fields, path: string): readonly string[] {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return [`${path} is ${shown(value)}, promised: an object`];
  }
  const given = new Map(Object.entries(value));
  return Object.entries(shape.fields).flatMap(([name, one]) =>
    given.has(name)
      ? broken(given.get(name), one, `${path}.${name}`)
      : [`${path}.${name} is not there`],
  );
}

function shown(value: unknown): string {
  return value === undefined ? 'undefined' : JSON.stringify(value).slice(0, 80);
}
