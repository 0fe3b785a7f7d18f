import { END_PAPER, type ClinicalRecord } from '@endwatch/clinical';
import { anEncounter, anExamination, hour, T0 } from '@endwatch/clinical/testing';
import type { StoredPatient } from '../patient-state/stored-patient.ts';
import { endDefinitionOf } from './house-end.ts';
import { countTried, tryDefinition, type Trial } from './try-definition.ts';

const trial: Trial = {
  tried: endDefinitionOf({ total: 4, motor: null, windowHours: 168 }),
  ...{ today: END_PAPER, since: T0, now: hour(30) },
};

function charted(
  changes: Partial<StoredPatient>,
  ...rows: readonly (readonly [hours: number, total: number, rater?: string])[]
): StoredPatient {
  const records: ClinicalRecord[] = [
    anEncounter(),
    ...rows.map(([hours, total, rater = null]) => anExamination({ at: hour(hours), total, rater })),
  ];
  return {
    ...{ patientId: 'p1', version: 1, aliases: [], mergedInto: null, records },
    ...{ reportVectors: [], alerts: [], scores: [], scoresFrom: null },
    ...changes,
  };
}

describe('what another definition would have found', () => {
  it.each([
    ['both', charted({}, [1, 5], [9, 9]), [{ tried: 'confirmed', today: 'confirmed' }]],
    [
      'only the one that holds',
      charted({}, [1, 5], [9, 7]),
      [{ tried: 'none', today: 'confirmed' }],
    ],
    [
      'a repeat for the one that holds',
      charted({}, [1, 5, 'a'], [9, 7, 'b']),
      [{ tried: 'none', today: 'suspected' }],
    ],
    [
      'nothing charted after it',
      charted({}, [1, 5]),
      [{ tried: 'not-evaluable', today: 'not-evaluable' }],
    ],
    ['merged into another', charted({ mergedInto: 'p2' }, [1, 5], [9, 9]), []],
  ] as const)('%s', (_name, stored, found) => {
    expect(tryDefinition(stored, trial)).toEqual(found);
  });

  it('looks at no stay that began before', () => {
    const stored = charted({}, [1, 5], [9, 9]);
    expect(tryDefinition(stored, { ...trial, since: T0 + 1 })).toEqual([]);
    expect(tryDefinition(stored, { ...trial, now: T0 - 1 })).toEqual([]);
  });

  it('is counted, with who would be gained and lost', () => {
    expect(
      countTried([
        { tried: 'confirmed', today: 'confirmed' },
        { tried: 'none', today: 'confirmed' },
        { tried: 'suspected', today: 'confirmed' },
        { tried: 'confirmed', today: 'suspected' },
        { tried: 'not-evaluable', today: 'not-evaluable' },
      ]),
    ).toEqual({
      stays: 5,
      tried: { confirmed: 2, suspected: 1 },
      today: { confirmed: 3, suspected: 1 },
      ...{ gained: 1, lost: 2 },
    });
  });
});
