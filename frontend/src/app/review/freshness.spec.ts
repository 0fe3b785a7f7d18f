import type { ReviewFreshness } from '@endwatch/contracts';
import { ReviewCatalogue } from './review-catalogue.ts';
import { behindWords, freshnessWords } from './freshness.ts';

const state = (over: Partial<ReviewFreshness> = {}): ReviewFreshness => ({
  ...{ summarisedAt: '2026-06-01T11:59:00.000Z', waiting: 0 },
  ...{ countedTo: '2026-06-01T11:40:00.000Z', behind: false },
  ...over,
});
const plain = (words: string | null) => words?.replaceAll('\u00a0', ' ') ?? null;

describe('how far the figures of a review are', () => {
  it('is said in one line', () => {
    expect(freshnessWords(null)).toBeNull();
    expect(plain(freshnessWords(state()))).toBe('Everything that has come is counted');
    expect(plain(freshnessWords(state({ waiting: 1 })))).toBe(
      'Everything until 1 Jun 11:40 is counted; of 1 patient something newer waits to be counted',
    );
  });

  it('is said aloud only while they are behind: how many wait, and since when', () => {
    expect(behindWords(state({ waiting: 3 }))).toBeNull();
    expect(freshnessWords(state({ waiting: 312, behind: true }))).toBeNull();
    expect(plain(behindWords(state({ waiting: 312, behind: true })))).toBe(
      'Not up to date since 1 Jun 11:40: of 312 patients something newer waits to be counted.',
    );
    expect(plain(behindWords(state({ waiting: 2, behind: true, countedTo: null })))).toBe(
      'Not up to date: of 2 patients something newer waits to be counted.',
    );
  });

  it('ends by itself, and what was fetched meanwhile is fetched again once', () => {
    const catalogue = new ReviewCatalogue();
    catalogue.note(state({ waiting: 9, behind: true }));
    catalogue.note(state({ waiting: 4, behind: true }));
    expect(catalogue.recounted()).toBe(0);
    catalogue.note(state({ waiting: 2 }));
    catalogue.note(state());
    expect(catalogue.recounted()).toBe(1);
    expect(behindWords(catalogue.freshness())).toBeNull();
  });
});
