import type { DataSource } from 'typeorm';
import {
  ReviewViews,
  type Archive,
  type AskedView,
} from '../pipeline/review-views/review-views.ts';
import { answerTo, viewPartsOf } from '../review-answers.ts';
import type { ReviewWork } from '../review-work.ts';

/** The views of the review without a thread of their own, each question and answer copied as if there were one. */
export class ViewsHere extends ReviewViews {
  readonly #parts: ReturnType<typeof viewPartsOf>;

  constructor(source: DataSource, work: Omit<ReviewWork, 'databaseUrl'>) {
    super();
    this.#parts = viewPartsOf(source, structuredClone(work));
  }

  async *archive(archive: Archive): AsyncIterable<Uint8Array> {
    yield* (await answerTo(this.#parts, { archive }, () => null)) as AsyncIterable<Uint8Array>;
  }

  protected async answer(asked: AskedView): Promise<unknown> {
    return structuredClone(await answerTo(this.#parts, structuredClone(asked), () => null));
  }
}
