import { Controller, Get, Query } from '@nestjs/common';
import { REJECTION_CODES, unlessEmpty, type RejectionView } from '@endwatch/contracts';
import * as z from 'zod';
import { PatientQueries } from '../pipeline/read-ports.ts';
import { Allow } from './access/allow.ts';
import { ZodPipe } from './zod.pipe.ts';

const USUAL_LIMIT = 100;

const query = z.object({
  after: unlessEmpty(
    z.string().refine((after) => /^\d{1,18}$/.test(after) || !Number.isNaN(Date.parse(after)), {
      error: 'the id of a rejection or a time (ISO 8601)',
    }),
  ),
  code: unlessEmpty(z.enum(REJECTION_CODES)),
  limit: unlessEmpty(z.coerce.number().int().min(1).max(1000)),
});

@Controller('api/rejections')
@Allow('rejections.read')
export class RejectionController {
  readonly #queries: PatientQueries;

  constructor(queries: PatientQueries) {
    this.#queries = queries;
  }

  /** Newest first. */
  @Get()
  list(
    @Query(new ZodPipe(query)) { after, code, limit }: z.output<typeof query>,
  ): Promise<readonly RejectionView[]> {
    return this.#queries.rejections({
      after: after ?? null,
      code: code ?? null,
      limit: limit ?? USUAL_LIMIT,
    });
  }
}
