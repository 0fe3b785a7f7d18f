import { drawDisguise } from './disguise.ts';

describe('the disguise of a stay that leaves the house', () => {
  it('moves it into the past, by one to twenty-three months', () => {
    const days = Array.from({ length: 2_000 }, () => drawDisguise().shiftDays);
    expect(Math.max(...days)).toBeLessThanOrEqual(-30);
    expect(Math.min(...days)).toBeGreaterThanOrEqual(-700);
    expect(new Set(days).size).toBeGreaterThan(500);
  });

  it('gives nobody the same id', () => {
    const ids = Array.from({ length: 2_000 }, () => drawDisguise().patientId);
    expect(new Set(ids).size).toBe(2_000);
  });
});
