import type { DataSource } from 'typeorm';
import {
  ReviewViews,
  type Archive,
  type Body,
  type Question,
  type ViewName,
  type Wanted,
  type WrittenView,
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

  async ask<View extends ViewName>(view: View, question: Question<View>): Promise<Body<View>> {
    return this.#answer(view, question, null);
  }

  async write<View extends ViewName>(
    view: View,
    question: Question<View>,
    { form }: Wanted,
  ): Promise<WrittenView<View>> {
    return this.#answer(view, question, form);
  }

  async *archive(archive: Archive): AsyncIterable<Uint8Array> {
    yield* (await answerTo(this.#parts, { archive }, () => null)) as AsyncIterable<Uint8Array>;
  }

  async #answer<View extends ViewName, Answer>(
    view: View,
    question: Question<View>,
    form: Wanted['form'] | null,
  ): Promise<Answer> {
    const asked = structuredClone({ view, question, form });
    return structuredClone(await answerTo(this.#parts, asked, () => null)) as Answer;
  }
}
