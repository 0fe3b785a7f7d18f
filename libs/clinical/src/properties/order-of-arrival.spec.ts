import fc from 'fast-check';
import { detectEnd } from '../end/detect-end.ts';
import { extractFeatures } from '../features/extract-features.ts';
import { newestByStream } from '../freshness/freshness.ts';
import { NIHSS_ITEMS } from '../nihss/nihss-item.ts';
import type { ClinicalRecord } from '../record/clinical-record.ts';
import { mergeRecords, newestVersions } from '../record/newest-versions.ts';
import { stayOf } from '../stay/stay.ts';
import {
  aCondition,
  aMeasurement,
  anEncounter,
  anExamination,
  aPanel,
  aPatient,
  aReport,
  aTreatment,
  hour,
  T0,
} from '../testing/index.ts';
import { MINUTE } from '../time.ts';
import { asOf, buildTimeline, extendTimeline } from '../timeline/patient-timeline.ts';

/** Few resources and few versions, so that corrections, retractions and repeats meet often. */
const envelope = fc
  .record({
    resourceKey: fc.integer({ min: 1, max: 12 }).map((id) => `R/${String(id)}`),
    version: fc.integer({ min: 1, max: 3 }).map(String),
    retracted: fc.integer({ min: 0, max: 5 }).map((die) => die === 0),
    at: fc.integer({ min: -60, max: 400 }).map((halfHours) => hour(halfHours / 2)),
    issued: fc.option(fc.integer({ min: 0, max: 180 }), { nil: null }),
    transit: fc.integer({ min: 0, max: 600 }),
  })
  .map(({ issued, transit, ...rest }) => ({
    ...rest,
    issuedAt: issued === null ? null : rest.at + issued * MINUTE,
    brokerAt: rest.at + transit * MINUTE,
  }));

const value = fc.integer({ min: 1, max: 200 });
const someItems = fc
  .array(fc.tuple(fc.constantFrom(...NIHSS_ITEMS), fc.constantFrom<number | 'UN'>(0, 1, 2, 'UN')), {
    maxLength: 15,
  })
  .map((entries) => Object.fromEntries(entries));
const allItemsCharted = fc
  .array(fc.constantFrom<number | 'UN'>(0, 0, 1, 2, 'UN'), { minLength: 15, maxLength: 15 })
  .map((scores) =>
    Object.fromEntries(NIHSS_ITEMS.map((item, index) => [item, scores[index] ?? 0])),
  );
const rater = fc.constantFrom(null, 'Practitioner/1', 'Practitioner/2');

const aRecord: fc.Arbitrary<ClinicalRecord> = fc.oneof(
  fc
    .tuple(
      fc.constantFrom('heart-rate' as const, 'glucose' as const, 'd-dimer' as const),
      value,
      envelope,
    )
    .map(([quantity, amount, options]) => aMeasurement(quantity, amount, options)),
  fc
    .tuple(value, value, envelope)
    .map(([neutrophils, lymphocytes, options]) => aPanel({ neutrophils, lymphocytes }, options)),
  fc
    .tuple(
      fc.oneof(someItems, allItemsCharted),
      fc.option(value, { nil: undefined }),
      rater,
      envelope,
    )
    .map(([items, total, by, options]) =>
      anExamination({
        ...options,
        items,
        rater: by,
        ...(total === undefined ? {} : { total: total % 43 }),
      }),
    ),
  fc.tuple(value, envelope).map(([id, options]) => aReport(`text ${String(id)}`, options)),
  fc
    .tuple(fc.constantFrom('diabetes' as const, 'mca-occlusion' as const), envelope)
    .map(([condition, options]) => aCondition(condition, options)),
  envelope.map((options) => aTreatment('thrombolysis', options)),
  fc
    .tuple(fc.constantFrom('female' as const, 'male' as const), envelope)
    .map(([sex, options]) => aPatient({ ...options, sex })),
  fc
    .tuple(
      fc.constantFrom('in-progress' as const, 'finished' as const, 'cancelled' as const),
      value,
      envelope,
    )
    .map(([encounterStatus, length, options]) =>
      anEncounter({
        ...options,
        encounterId: options.resourceKey,
        encounterStatus,
        end: encounterStatus === 'finished' ? options.at + length * MINUTE : null,
      }),
    ),
);

// A resource never changes its type.
const aHistory = fc.array(
  aRecord.map((record) => ({ ...record, resourceKey: `${record.type}/${record.resourceKey}` })),
  { maxLength: 40 },
);

/** A history and one way it may arrive: out of order, parts of it twice, cut into deliveries. */
const anArrival = aHistory.chain((records) =>
  fc.record({
    records: fc.constant(records),
    arrived: fc
      .tuple(
        fc.shuffledSubarray([...records], { minLength: records.length }),
        fc.subarray([...records]),
      )
      .chain(([all, repeats]) =>
        fc.shuffledSubarray([...all, ...repeats], { minLength: all.length + repeats.length }),
      ),
    deliverySize: fc.integer({ min: 1, max: 7 }),
  }),
);

function deliveries(records: readonly ClinicalRecord[], size: number): readonly ClinicalRecord[][] {
  const parts: ClinicalRecord[][] = [];
  for (let from = 0; from < records.length; from += size) {
    parts.push(records.slice(from, from + size));
  }
  return parts;
}

/** Everything this library works out for one patient at one hour. */
function everything(records: readonly ClinicalRecord[], hours: number): unknown {
  const timeline = buildTimeline(records);
  const moment = hour(hours);
  return {
    timeline,
    stay: stayOf(records, moment),
    end: detectEnd({ assessments: timeline.assessments, admittedAt: T0, asOf: moment }),
    features: extractFeatures({ timeline, admittedAt: T0, asOf: moment }),
    newest: newestByStream(asOf(timeline, moment)),
  };
}

const anHour = fc.integer({ min: 0, max: 200 });

describe('whatever the order of arrival', () => {
  it('the same records make the same patient', () => {
    fc.assert(
      fc.property(anArrival, anHour, ({ records, arrived, deliverySize }, hours) => {
        let known = newestVersions([]);
        let timeline = buildTimeline([]);
        for (const delivery of deliveries(arrived, deliverySize)) {
          known = mergeRecords(known, delivery);
          timeline = extendTimeline(timeline, delivery, known);
        }
        // The same versions, told in one map as `buildTimeline` tells them.
        expect(extendTimeline(timeline, [], new Map(known))).toEqual(buildTimeline(records));
        expect(extendTimeline(timeline, arrived)).toEqual(timeline);
        expect(everything([...known.values()], hours)).toEqual(everything(records, hours));
      }),
      { numRuns: 300 },
    );
  });

  it('merging is commutative, associative and idempotent', () => {
    const sorted = (known: ReadonlyMap<string, ClinicalRecord>): readonly unknown[] =>
      [...known].sort(([a], [b]) => (a < b ? -1 : 1));
    fc.assert(
      fc.property(aHistory, aHistory, aHistory, (a, b, c) => {
        const join = (...parts: readonly (readonly ClinicalRecord[])[]) =>
          sorted(parts.reduce(mergeRecords, newestVersions([])));
        expect(join(a, b)).toEqual(join(b, a));
        const bc = mergeRecords(newestVersions(b), c).values();
        expect(sorted(mergeRecords(newestVersions(a), bc))).toEqual(join(a, b, c));
        expect(join(a, a)).toEqual(join(a));
      }),
      { numRuns: 200 },
    );
  });

  it('nothing effective after a moment has any influence on what is known at it', () => {
    fc.assert(
      fc.property(aHistory, aHistory, anHour, (records, others, hours) => {
        const moment = hour(hours);
        const known = (history: readonly ClinicalRecord[]): unknown => {
          const timeline = buildTimeline(history);
          return [
            extractFeatures({ timeline, admittedAt: T0, asOf: moment }),
            detectEnd({ assessments: timeline.assessments, admittedAt: T0, asOf: moment }),
            newestByStream(asOf(timeline, moment)),
          ];
        };
        const isAhead = (one: ClinicalRecord): boolean => one.times.effectiveAt > moment;
        const added = others
          .filter((one) => isAhead(one) && one.type !== 'patient')
          .map((one) => ({ ...one, resourceKey: `other-${one.resourceKey}` }));
        const changed = records.map((one) => (isAhead(one) ? otherwise(one) : one));
        expect(known([...changed, ...added])).toEqual(known(records));
      }),
      { numRuns: 500 },
    );
  });
});

/** The same resource at the same time, saying something else. Demographics have no time and stay. */
function otherwise(record: ClinicalRecord): ClinicalRecord {
  if (record.type === 'report') return { ...record, text: `${record.text}, changed` };
  if (record.type === 'condition') return { ...record, condition: 'atrial-fibrillation' };
  if (record.type === 'treatment') return { ...record, treatment: 'thrombectomy' };
  if (record.type !== 'observation') return record;
  const times = { ...record.times, effectiveAt: record.times.effectiveAt + MINUTE };
  return { ...record, times, facts: [{ kind: 'nihss-total', total: 42 }] };
}
