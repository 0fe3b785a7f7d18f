import { Controller, Get, Query } from '@nestjs/common';
import { REJECTION_CODES, type RejectionView } from '@endwatch/contracts';
import * as z from 'zod';
import { PatientQueries } from '../pipeline/read-ports.ts';
import { Allow } from './access/allow.ts';
import { ZodPipe } from './zod.pipe.ts';

const query = z.object({
  after: z.string().max(100).optional(),
  code: z.enum(REJECTION_CODES).optional(),
  limit: z.coerce.number().int().min(1).max(1000).default(100),
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
    return this.#queries.rejections({ after: after ?? null, code: code ?? null, limit });
  }
}
