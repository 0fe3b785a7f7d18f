import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { ReviewCatalogue } from './review-catalogue.ts';
import { reviewView } from './review-view.ts';

describe('a view of the review', () => {
  it('is fetched for each question, and once more when what was behind has been counted', async () => {
    const query = signal('a');
    const asked: string[] = [];
    const view = TestBed.runInInjectionContext(() =>
      reviewView(query, (text) => {
        asked.push(text);
        return Promise.resolve(asked.length);
      }),
    );
    const catalogue = TestBed.inject(ReviewCatalogue);
    const freshness = { summarisedAt: null, waiting: 3, countedTo: null, behind: true };
    const settled = async (): Promise<void> => {
      TestBed.tick();
      await Promise.resolve();
      await Promise.resolve();
    };
    await settled();
    catalogue.note(freshness);
    await settled();
    expect(asked).toEqual(['a']);
    query.set('b');
    await settled();
    catalogue.note({ ...freshness, waiting: 0, behind: false });
    await settled();
    catalogue.note({ ...freshness, waiting: 1, behind: false });
    await settled();
    expect(asked).toEqual(['a', 'b', 'b']);
    expect(view.value()).toBe(3);
  });

  it('is called off by who does not want to wait, and asked for anew', async () => {
    const asked: AbortSignal[] = [];
    const view = TestBed.runInInjectionContext(() =>
      reviewView(signal(''), (_, stop) => {
        asked.push(stop);
        return new Promise<never>((_answered, failed) => {
          stop.addEventListener('abort', () => {
            failed(new Error('aborted'));
          });
        });
      }),
    );
    TestBed.tick();
    const seen = (): unknown[] => [view.busy(), view.problem(), asked.map((one) => one.aborted)];
    expect(seen()).toEqual([true, null, [false]]);
    view.stop();
    await Promise.resolve();
    expect(seen()).toEqual([false, 'it was stopped', [true]]);
    view.again();
    expect(seen()).toEqual([true, null, [true, false]]);
  });
});
