import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { EndRule } from '../core/end-rule.ts';
import { NOON, aRow } from '../testing/a-row.ts';
import { sparkGeometry } from './spark-geometry.ts';
import { Sparkline } from './sparkline.ts';

describe('the course on a tile', () => {
  const { nihss, admittedAt } = aRow();
  const at = (reference: number): string => {
    const points = nihss.series.map((point) => ({ ...point, at: Date.parse(point.at) }));
    const geometry = sparkGeometry({
      points,
      admittedAt: Date.parse(admittedAt),
      now: NOON,
      reference,
    });
    return `M0 ${String(geometry.referenceY)}H100`;
  };

  it.each([2, 3, 4])('has the line of END where a rise of %i is one in this house', (rise) => {
    const houseTotal = signal<number | null>(null);
    TestBed.configureTestingModule({
      providers: [{ provide: EndRule, useValue: { houseTotal } }],
    });
    const fixture = TestBed.createComponent(Sparkline);
    for (const [name, value] of Object.entries({ nihss, admittedAt, now: NOON }))
      fixture.componentRef.setInput(name, value);
    fixture.detectChanges();
    const line = (): string | null | undefined =>
      (fixture.nativeElement as HTMLElement).querySelector('.reference')?.getAttribute('d');
    expect(line()).toBeUndefined();
    houseTotal.set(rise);
    fixture.detectChanges();
    expect(line()).toBe(at(9 + rise));
  });
});
