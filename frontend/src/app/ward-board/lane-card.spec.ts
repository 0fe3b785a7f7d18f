import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { NOON, aRow, minutesAgo } from '../testing/a-row.ts';
import type { CardSize } from './fit-lanes.ts';
import { LaneCard } from './lane-card.ts';

function badgeOf(at: string, size: CardSize): string {
  TestBed.configureTestingModule({ providers: [provideRouter([])] });
  const fixture = TestBed.createComponent(LaneCard);
  const end = { status: 'confirmed', rule: 'total', at, delta: 3, reason: null } as const;
  fixture.componentRef.setInput('row', aRow({ end, risk: null }));
  fixture.componentRef.setInput('now', NOON);
  fixture.componentRef.setInput('size', size);
  fixture.detectChanges();
  const page = fixture.nativeElement as HTMLElement;
  return page.querySelector('endwatch-end-badge')?.textContent.trim() ?? '';
}

describe('a card in a lane', () => {
  it.each([
    ['large', 20, /^END \d\d:\d\d · \+3$/],
    ['large', 2 * 24 * 60, /^END · \+3$/],
    ['medium', 20, /^END · \+3$/],
  ] as const)('has on a %s one END of %i min ago as it fits', (size, minutes, words) => {
    expect(badgeOf(minutesAgo(minutes), size)).toMatch(words);
  });
});
