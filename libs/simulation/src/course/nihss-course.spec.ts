import { NIHSS_ITEMS, NIHSS_SCALE } from '@endwatch/clinical';
import { seededRng } from '../random/rng.ts';
import { drawCourse, drawWorsening, itemsAt } from './nihss-course.ts';
import type { NihssCourse } from './nihss-course.ts';

const total = (course: NihssCourse, hours: number): number => {
  const items = itemsAt(course, hours);
  return NIHSS_ITEMS.reduce((sum, item) => sum + items[item], 0);
};
const motor = (course: NihssCourse, hours: number): number => {
  const items = itemsAt(course, hours);
  return items['5a'] + items['5b'] + items['6a'] + items['6b'];
};
const calm = (course: NihssCourse): NihssCourse => ({ ...course, fluctuations: [] });

describe('true course of the NIHSS', () => {
  it('starts at the wished total, never leaves the range of an item, and recovers by about a third in 14 days', () => {
    for (let seed = 0; seed < 60; seed += 1) {
      const nihss = 1 + (seed % 32);
      const course = calm(
        drawCourse(seededRng(seed), {
          nihss,
          side: seed % 2 === 0 ? 'left' : 'right',
          onsetHours: null,
        }),
      );
      expect(total(course, 0)).toBe(nihss);
      for (const hours of [0, 24, 100, 336]) {
        const items = itemsAt(course, hours);
        for (const item of NIHSS_ITEMS)
          expect(items[item]).toBeLessThanOrEqual(NIHSS_SCALE[item].maximum);
      }
      expect(Math.abs(total(course, 336) - nihss * 0.643)).toBeLessThanOrEqual(0.51);
    }
  });

  it('rises by the wished number of points over admission after the onset, and not before', () => {
    for (let seed = 0; seed < 40; seed += 1) {
      const course = calm(
        drawCourse(seededRng(seed), { nihss: 9, side: 'left', onsetHours: 30, worsening: 4 }),
      );
      expect(total(course, 29.9)).toBeLessThanOrEqual(9);
      expect(total(course, 30 + course.rampHours + 0.01)).toBe(13);
    }
  });

  it('puts a worsening of one point on a limb of the weak side', () => {
    const course = calm(
      drawCourse(seededRng(5), { nihss: 6, side: 'right', onsetHours: 10, worsening: 1 }),
    );
    expect(motor(course, 10 + course.rampHours + 0.01)).toBe(motor(course, 0) + 1);
  });

  it('draws sizes of worsening in the stated shares', () => {
    const rng = seededRng('sizes');
    const sizes = Array.from({ length: 6000 }, () => drawWorsening(rng));
    const share = (from: number, to: number): number =>
      sizes.filter((size) => size >= from && size <= to).length / sizes.length;
    expect(share(1, 1)).toBeCloseTo(0.1, 1);
    expect(share(2, 2) / 0.9).toBeCloseTo(0.35, 1);
    expect(share(3, 3) / 0.9).toBeCloseTo(0.22, 1);
    expect(share(7, 42) / 0.9).toBeCloseTo(0.15, 1);
  });
});
