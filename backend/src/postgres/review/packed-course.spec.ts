import * as fc from 'fast-check';
import { packCourse, unpackCourse } from './packed-course.ts';

const time = fc.integer({ min: 0, max: 4_102_444_800_000 });
const risk = fc.double({ min: 0, max: 1, noNaN: true });
const orNull = <T>(of: fc.Arbitrary<T>): fc.Arbitrary<T | null> => fc.option(of, { nil: null });
const names = fc.array(fc.string(), { maxLength: 3 });
const score = (id: fc.Arbitrary<string>) =>
  fc.record({
    ...{ id, asOf: time, knownAt: time, supersededAt: orNull(time) },
    ...{ next24h: risk, by48h: orNull(risk), by7d: orNull(risk) },
    ...{ modelVersion: fc.string(), missing: names, outOfPopulation: names },
  });
const points = orNull(fc.integer({ min: 0, max: 42 }));
const assessments = fc.array(fc.record({ at: time, knownAt: time, total: points, motor: points }));

describe('a packed course', () => {
  it.each([
    ['ids as Endwatch makes them', fc.uuid()],
    ['any other ids', fc.string()],
  ])('comes out as it went in, with %s', (_name, id) => {
    const courses = fc.record({ assessments, scores: fc.array(score(id)) });
    fc.assert(
      fc.property(courses, (course) => {
        const { assessments: out, scores } = unpackCourse(packCourse(course));
        expect(out).toEqual(course.assessments);
        expect(scores).toEqual(course.scores);
      }),
    );
  });

  it('lies anywhere in memory', () => {
    const bytes = packCourse({ assessments: [], scores: [] });
    const shifted = Buffer.concat([Buffer.alloc(3), bytes]).subarray(3);
    expect(unpackCourse(shifted)).toEqual({ assessments: [], scores: [] });
  });
});
