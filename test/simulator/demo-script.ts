import { HOUR, MINUTE, NIHSS_ITEMS, NIHSS_SCALE, SECOND } from '@endwatch/clinical';
import type {
  ClinicalRecord,
  EncounterRecord,
  EpochMs,
  NihssItem,
  ObservationFact,
  ObservationRecord,
  ReportRecord,
} from '@endwatch/clinical';
import { charted, measurement } from '@endwatch/simulation';
import type { SimulatedStay } from '@endwatch/simulation';
import { DEMO_BEDS } from './demo-ward.ts';
import { messagesOf } from './message.ts';
import type { Message } from './message.ts';
import { SITES } from './site.ts';
import type { Ward } from './ward.ts';

type Measured = Parameters<typeof measurement>;

/** Where and when a scene plays. */
interface Scene {
  readonly ward: Ward;
  readonly stay: SimulatedStay;
  /** When the ward went live. */
  readonly live: EpochMs;
}

const released = (
  effectiveAt: EpochMs,
  issuedAt: EpochMs = effectiveAt,
): ClinicalRecord['times'] => ({
  effectiveAt,
  issuedAt,
  brokerAt: issuedAt,
  ingestedAt: issuedAt,
});

/** Ids carry the minute of the scene, so that a second demonstration says something new. */
function observed(
  { stay, live }: Scene,
  what: {
    id: string;
    at: EpochMs;
    drawnAt?: EpochMs;
    facts: readonly ObservationFact[];
    source: string;
    rater?: string;
  },
): ObservationRecord {
  const { at, drawnAt, id, ...rest } = what;
  const { patientId } = stay;
  const unique = `live-${String(Math.floor(live / MINUTE))}-${id}`;
  return charted({ patientId, id: unique, times: released(drawnAt ?? at, at), ...rest });
}

function vitals(
  scene: Scene,
  times: { readonly drawnAt?: EpochMs; readonly at: EpochMs },
  values: readonly Measured[],
): ObservationRecord[] {
  return values.map((value) =>
    observed(scene, {
      ...times,
      id: `${value[0]}-${String(Math.round((times.at - scene.live) / SECOND))}`,
      facts: [measurement(...value)],
      source: 'monitor',
    }),
  );
}

const WORRYING_TEXT = [
  'EXAMINATION: Follow-up CT head with CT angiography',
  'CLINICAL HISTORY: Increasing drowsiness, unsteadiness while sitting up, loss of vision to one side.',
  'FINDINGS: Hyperdense {side} MCA sign. Persistent occlusion of the {side} proximal M1 segment. Extensive early ischemic change in the {side} MCA territory with loss of grey-white differentiation, ASPECTS 4. Poor collaterals in the {side} MCA territory. No evidence of intracranial hemorrhage.',
  'IMPRESSION:\n1. Persistent {side} M1 occlusion with poor collaterals.\n2. Extensive early ischemic change, ASPECTS 4.\n3. No hemorrhage.',
].join('\n\n');

const CALM_TEXT = [
  'EXAMINATION: MRI brain with diffusion',
  'FINDINGS: Restricted diffusion in the {side} corona radiata with corresponding low ADC; no new lesion. Good collateral filling of the {side} MCA territory. No haemorrhagic transformation on SWI.',
  'IMPRESSION:\n1. Small {side} MCA infarct, no increase in size.\n2. No haemorrhagic transformation.',
].join('\n\n');

function report(
  scene: Scene,
  what: { id: string; at: EpochMs; title: string; text: string },
): ReportRecord {
  const { stay, live } = scene;
  return {
    type: 'report',
    patientId: stay.patientId,
    resourceKey: `DiagnosticReport/${stay.patientId}-live-${String(Math.floor(live / MINUTE))}-${what.id}`,
    version: '0001',
    retracted: false,
    status: 'final',
    times: released(what.at - 2 * MINUTE, what.at),
    source: 'radiology',
    title: what.title,
    text: what.text.replaceAll('{side}', stay.traits.occlusion.side),
  };
}

/** A risk crosses its threshold: pressure, pulse and temperature climb, the laboratory agrees, then imaging. */
function riskRises(scene: Scene): ClinicalRecord[] {
  const { live } = scene;
  const climb = [0, 1, 2].flatMap((step) =>
    vitals(scene, { at: live + (8 + 14 * step) * SECOND }, [
      ['heart-rate', 90 + 8 * step, 0],
      ['respiratory-rate', 19 + 2 * step, 0],
      ['temperature', 37.4 + 0.3 * step, 1],
      ['oxygen-saturation', 94 - step, 0],
    ]),
  );
  const pressure = [0, 1, 2].map((step) =>
    observed(scene, {
      id: `bp-${String(step)}`,
      at: live + (8 + 14 * step) * SECOND,
      facts: [
        measurement('systolic-bp', 172 + 10 * step, 0),
        measurement('diastolic-bp', 94 + 6 * step, 0),
      ],
      source: 'monitor',
    }),
  );
  const values: readonly Measured[] = [
    ['glucose', 11.4, 1],
    ['d-dimer', 3.1, 2],
    ['crp', 19, 1],
    ['wbc', 11.3, 1],
    ['neutrophils', 8.6, 2],
    ['lymphocytes', 1.5, 2],
    ['fibrinogen', 3.9, 2],
  ];
  const laboratory = values.map((value) =>
    observed(scene, {
      id: value[0],
      at: live + 38 * SECOND,
      drawnAt: live - 45 * MINUTE,
      facts: [measurement(...value)],
      source: 'laboratory',
    }),
  );
  const imaging = report(scene, {
    id: 'control',
    at: live + 52 * SECOND,
    title: 'Follow-up CT head with CT angiography',
    text: WORRYING_TEXT,
  });
  return [...climb, ...pressure, ...laboratory, imaging];
}

/** Adds points to items with room, in this order. */
function worse(
  items: ReadonlyMap<NihssItem, number>,
  order: readonly NihssItem[],
  points: number,
): Map<NihssItem, number> {
  const next = new Map(items);
  let left = points;
  for (const item of [...order, ...order]) {
    const score = next.get(item);
    if (left === 0 || score === undefined || score >= NIHSS_SCALE[item].maximum) continue;
    next.set(item, score + 1);
    left -= 1;
  }
  return next;
}

const WORSE_LEFT: readonly NihssItem[] = ['5b', '6b', '9', '10'];
const WORSE_RIGHT: readonly NihssItem[] = ['5a', '6a', '11', '10'];

/** The examiner of the admission comes again and finds three points more, two of them motor: END. */
function endIsCharted(scene: Scene): ClinicalRecord[] {
  const { stay, live } = scene;
  const admission = stay.records.find(
    (record): record is ObservationRecord => record.type === 'observation' && record.rater !== null,
  );
  if (admission === undefined) return [];
  const items = new Map<NihssItem, number>();
  const untestable: ObservationFact[] = [];
  for (const fact of admission.facts) {
    if (fact.kind !== 'nihss-item') continue;
    if (fact.score === 'UN') untestable.push(fact);
    else items.set(fact.item, fact.score);
  }
  const left = stay.traits.occlusion.side === 'left';
  const now = worse(items, [...(left ? WORSE_LEFT : WORSE_RIGHT), ...NIHSS_ITEMS], 3);
  const scored = [...now].map(([item, score]): ObservationFact => ({
    kind: 'nihss-item',
    item,
    score,
  }));
  const total = [...now.values()].reduce((sum, score) => sum + score, 0);
  const facts: ObservationFact[] = [...scored, ...untestable, { kind: 'nihss-total', total }];
  const rater = admission.rater ?? 'Practitioner/dr-1';
  return [
    observed(scene, {
      id: 'nihss',
      at: live + 25 * SECOND,
      drawnAt: live - 2 * MINUTE,
      facts,
      source: 'charting',
      rater,
    }),
  ];
}

/** The laboratory corrects the newest D-dimer, or whatever it last sent. */
function valueIsCorrected({ stay, live }: Scene): ClinicalRecord[] {
  const sent = stay.records.filter(
    (record): record is ObservationRecord =>
      record.source === 'laboratory' &&
      record.type === 'observation' &&
      (record.times.issuedAt ?? 0) < live,
  );
  const about = (quantity: string): ObservationRecord | undefined =>
    sent.findLast(
      ({ facts: [fact] }) => fact?.kind === 'measurement' && fact.quantity === quantity,
    );
  const record = about('d-dimer') ?? about('crp') ?? sent.at(-1);
  const [fact] = record?.facts ?? [];
  if (record === undefined || fact?.kind !== 'measurement') return [];
  const value = Number((fact.value * 2.6).toPrecision(2));
  const times = released(record.times.effectiveAt, live + 66 * SECOND);
  return [{ ...record, version: '0002', status: 'corrected', times, facts: [{ ...fact, value }] }];
}

function reportArrives(scene: Scene): ClinicalRecord[] {
  const at = scene.live + 40 * SECOND;
  return [report(scene, { id: 'mri', at, title: 'MRI brain with diffusion', text: CALM_TEXT })];
}

function bedIsMoved({ ward, stay, live }: Scene): ClinicalRecord[] {
  const encounter = stay.records.find(
    (record): record is EncounterRecord => record.type === 'encounter',
  );
  if (encounter === undefined) return [];
  const at = live + 85 * SECOND;
  const before = encounter.locations.map((location) => ({ ...location, active: false }));
  const now = {
    locationId: ward.bedId(DEMO_BEDS.empty),
    display: DEMO_BEDS.empty,
    active: true,
    from: at,
  };
  return [{ ...encounter, version: '0100', locations: [now, ...before], times: released(at) }];
}

/** The last vitals are two hours old less some seconds, so that they become stale before the viewer's eyes; then the stream comes back. */
function streamFallsQuiet(scene: Scene): ClinicalRecord[] {
  const { live } = scene;
  const last = { drawnAt: live - 2 * HOUR + 30 * SECOND, at: live + SECOND };
  const before = vitals(scene, last, [
    ['heart-rate', 78, 0],
    ['oxygen-saturation', 96, 0],
  ]);
  const again = [100, 105, 112].flatMap((seconds, n) =>
    vitals(scene, { at: live + seconds * SECOND }, [
      ['heart-rate', 80 + n, 0],
      ['oxygen-saturation', 97, 0],
    ]),
  );
  return [...before, ...again];
}

const SCENES: readonly (readonly [bed: string, play: (scene: Scene) => ClinicalRecord[]])[] = [
  [DEMO_BEDS.risk, riskRises],
  [DEMO_BEDS.end, endIsCharted],
  [DEMO_BEDS.correction, valueIsCorrected],
  [DEMO_BEDS.report, reportArrives],
  [DEMO_BEDS.quiet, streamFallsQuiet],
  [DEMO_BEDS.move, bedIsMoved],
];

/** What happens in the first two minutes after `live`, by time of sending. Beds that are empty by then are left out. */
export function demoScript(ward: Ward, live: EpochMs): Message[] {
  return SCENES.flatMap(([bed, play]) => {
    const stay = ward.stayIn(bed, live);
    return stay === null ? [] : messagesOf(play({ ward, stay, live }), SITES.metric);
  }).sort((a, b) => a.sendAt - b.sendAt);
}
