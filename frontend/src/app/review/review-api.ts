import { Injectable, inject } from '@angular/core';
import type {
  MonthReport,
  NewAdjudication,
  ReviewFreshness,
  ReviewTable,
  SavedCohort,
  SavedFigure,
} from '@endwatch/contracts';
import { WardApi } from '../core/ward-api.ts';
import { ReviewCatalogue } from './review-catalogue.ts';
import { saveFile } from './ui/save-file.ts';

/** Views over thousands of stays are reckoned while one waits. */
const WITHIN_MS = 120_000;

/** `GET /api/review/…` and what is saved there. Rejects with an `ApiError` that says why in a reader's words. */
@Injectable({ providedIn: 'root' })
export class ReviewApi {
  private readonly api = inject(WardApi);
  private readonly catalogue = inject(ReviewCatalogue);

  /** `view` is the path after `/api/review/`, `query` what stands after `?`. */
  async read<View>(view: string, query = '', stop?: AbortSignal): Promise<View> {
    const answer = await this.api.exchange(address(view, query), { signal: within(stop) });
    return (await answer.json()) as View;
  }

  /** Says what END was. */
  async judge(patientId: string, judged: NewAdjudication): Promise<void> {
    await this.api.send(
      address(`stays/${encodeURIComponent(patientId)}/adjudications`, ''),
      judged,
    );
  }

  async stays(query: string, stop?: AbortSignal): Promise<ReviewTable> {
    const table = await this.read<ReviewTable>('stays', query, stop);
    this.catalogue.learn(table);
    return table;
  }

  /** All of a view, as the server writes it, saved under the name that the server gives. The server keeps a record of it. */
  async download(view: string, query = ''): Promise<void> {
    const answer = await this.api.exchange(address(view, query), {
      ...{ accept: 'text/csv', signal: within() },
    });
    saveFile(await answer.blob(), nameOf(answer) ?? 'endwatch.csv');
  }

  /** An archive as it comes, saved under the name that the server gives. `stop` ends it, here and there; `came` is told how many bytes have come. */
  async archive(
    view: string,
    query: string,
    { stop, came }: { readonly stop: AbortSignal; readonly came: (bytes: number) => void },
  ): Promise<void> {
    const answer = await this.api.exchange(address(view, query), {
      ...{ accept: 'application/x-tar', signal: stop },
    });
    const parts: Uint8Array<ArrayBuffer>[] = [];
    let bytes = 0;
    const reader = answer.body?.getReader();
    for (let read = await reader?.read(); read?.value; read = await reader?.read()) {
      parts.push(read.value);
      bytes += read.value.length;
      came(bytes);
    }
    saveFile(new Blob(parts), nameOf(answer) ?? 'endwatch.tar');
  }

  /** Writes down that a page saves what it drew by itself; what cannot be written down is not to be saved. */
  async noteFigure(figure: SavedFigure, query: string): Promise<void> {
    await this.api.send(address('exports/figures', query), figure);
  }

  /** How far the figures are, now. */
  async freshness(): Promise<void> {
    this.catalogue.note(await this.api.send<ReviewFreshness>('/api/review/freshness'));
  }

  async wards(): Promise<void> {
    this.catalogue.wards.set(await this.api.wards());
  }

  async cohorts(): Promise<readonly SavedCohort[]> {
    const saved = await this.api.send<SavedCohort[]>('/api/review/cohorts');
    this.catalogue.cohorts.set(saved);
    return saved;
  }

  /** Of the running month; provisional. */
  async composeReport(): Promise<MonthReport> {
    return this.api.send<MonthReport>('/api/review/reports', {});
  }

  async saveCohort(name: string, filter: object): Promise<SavedCohort> {
    const saved = await this.api.send<SavedCohort>('/api/review/cohorts', { name, filter });
    await this.cohorts();
    return saved;
  }

  async deleteCohort(id: string): Promise<void> {
    const path = `/api/review/cohorts/${encodeURIComponent(id)}`;
    await this.api.send(path, undefined, 'DELETE');
    await this.cohorts();
  }
}

function nameOf({ headers }: Response): string | null {
  return /filename="?([^";]+)/.exec(headers.get('content-disposition') ?? '')?.[1] ?? null;
}

function address(view: string, query: string): string {
  return `/api/review/${view}${query === '' ? '' : `?${query}`}`;
}

function within(stop?: AbortSignal): AbortSignal {
  const late = AbortSignal.timeout(WITHIN_MS);
  return stop ? AbortSignal.any([late, stop]) : late;
}
