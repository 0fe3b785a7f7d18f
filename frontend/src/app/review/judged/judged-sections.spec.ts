import type { AdjudicationReview, Warning } from '@endwatch/contracts';
import { judgedSections } from './judged-sections.ts';
import { judgementWords } from './judgement-words.ts';

const share = (k: number, n: number) => ({
  ...{ k, n, value: n === 0 ? null : k / n },
  ci95: n === 0 ? null : ([k / n - 0.1, k / n + 0.1] as [number, number]),
});
const spread = { n: 12, median: 2, quartiles: [1, 4] as [number, number] };
const warning = (warned: number): Warning =>
  ({
    ...{ ends: 40, warned: share(warned, 40), followed: share(12, 40), leadHours: spread },
    atLeast6h: share(10, 40),
  }) as Warning;
const review = {
  ...{ judged: 60, undecided: 4, waiting: [], kappa: 0.714, chartedAfterHours: spread },
  table: { endEnd: 35, endNone: 5, noneEnd: 3, noneNone: 13 },
  ...{ chartedRight: share(35, 40), judgedCharted: share(35, 38) },
  causes: [{ cause: 'oedema', ends: 9 }],
  reasons: [{ reason: 'sedated', stays: 5 }],
  ...{ byCharted: warning(30), byJudged: warning(24) },
} as unknown as AdjudicationReview;
const texts = (rows: readonly (readonly { readonly text: string }[])[] = []): string[][] =>
  rows.map((cells) => cells.map(({ text }) => text));

describe('what was judged', () => {
  const [waiting, agreement, why, alerts] = judgedSections(review);

  it('says that nothing waits where nothing does', () => {
    expect(waiting?.table?.rows).toEqual([]);
    expect(waiting?.table?.empty).toMatch(/been judged/);
  });

  it('has charted and judged in one table, and of how many', () => {
    expect(agreement?.n).toContain('56');
    expect(texts(agreement?.table?.rows)).toEqual([
      ['END', '35', '5'],
      ['No END', '3', '13'],
    ]);
    const [right, , later, kappa] = (agreement?.facts ?? []).map(({ reading }) => reading);
    expect([right?.text, right?.basis, kappa?.text]).toEqual(['88\u00a0%', '35 of 40', '0.71']);
    expect(later?.text).toMatch(/^2/);
  });

  it('says no kappa of a few', () => {
    const few = { ...review, table: { endEnd: 9, endNone: 5, noneEnd: 0, noneNone: 13 } };
    const { facts = [] } = judgedSections(few)[1] ?? {};
    expect(facts.at(-1)?.reading.text).toBe('Too few to judge');
  });

  it('says why, and what the alerts were worth by either', () => {
    expect(texts(why?.table?.rows)).toEqual([
      ['END', 'Oedema', '9'],
      ['No END', 'Sedated or anaesthetised', '5'],
    ]);
    expect(texts(alerts?.table?.rows).slice(0, 2)).toEqual([
      ['END', '40', '40'],
      ['END with an alert before', '75\u00a0%', '60\u00a0%'],
    ]);
  });

  it('is said in a line', () => {
    const by = { decidedAt: '2026-03-03T00:00:00Z', by: 'q', byName: 'Q' };
    const none = { at: null, cause: null, reason: 'other', judgement: 'no-end', ...by } as const;
    expect(judgementWords(none)).toBe('No END, Another reason');
    const open = { at: null, cause: null, reason: null, judgement: 'undecided', ...by } as const;
    expect(judgementWords(open)).toBe('Cannot be decided');
    const end = {
      ...open,
      judgement: 'end',
      at: '2026-03-02T10:00:00Z',
      cause: 'seizure',
    } as const;
    expect(judgementWords(end)).toMatch(/^END .*2 Mar.*, Seizure$/);
  });
});
