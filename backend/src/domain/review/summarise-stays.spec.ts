import { BY_PAPER } from '@endwatch/clinical';
import { aPatient, anEncounter, anExamination, hour } from '@endwatch/clinical/testing';
import { followUpOf } from './outcome-groups.ts';
import type { ReviewStay } from './review-stay.ts';
import { summariseStays } from './summarise-stays.ts';

function summaryOf(...examined: readonly (readonly [hours: number, total: number])[]): ReviewStay {
  const examinations = examined.map(([hours, total]) => anExamination({ at: hour(hours), total }));
  const stored = {
    ...{ patientId: 'p1', version: 1, aliases: [], mergedInto: null },
    ...{ records: [aPatient(), anEncounter(), ...examinations], reportVectors: [] },
    ...{ alerts: [], scores: [], scoresFrom: null },
  };
  const directory = { version: 1, locations: new Map<never, never>() };
  const [stay] = summariseStays({
    ...{ stored, directory, scores: [], alerts: [], definitionAt: BY_PAPER, now: hour(300) },
  });
  if (stay === undefined) throw new Error('no stay');
  return stay;
}

describe('the summary of a stay', () => {
  it('is followed to the end of the window when an examination after it shows no rise', () => {
    const stay = summaryOf([1, 5], [150, 5], [180, 5]);
    expect(stay).not.toHaveProperty('seenUntil');
    expect(followUpOf(stay)).toEqual({ hours: 168, event: 'none' });
  });

  it('is followed to the last examination within when the next one shows a rise', () => {
    const stay = summaryOf([1, 5], [150, 5], [180, 12]);
    expect(stay.seenUntil).toBe(hour(150));
    expect(followUpOf(stay)).toEqual({ hours: 150, event: 'none' });
  });
});
