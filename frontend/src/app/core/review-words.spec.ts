import '../testing/in-german.ts';
import { messages as first } from '../../locale/de/index.ts';
import { messageOf } from './language.ts';
import { withReviewWords } from './review-words.ts';

describe('the words of the quality review', () => {
  it('are there before anything of it is loaded, and not sooner', async () => {
    expect(messageOf('review.too-few')).toBeUndefined();
    const worded = await withReviewWords(() =>
      Promise.resolve([messageOf('review.too-few'), messageOf('board.needs-action')]),
    );
    expect(worded).toEqual([expect.any(String), first['board.needs-action']]);
  });
});
