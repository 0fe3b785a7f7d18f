import { Controller, Get, Query } from '@nestjs/common';
import type { AuditEntryView } from '@endwatch/contracts';
import * as z from 'zod';
import { AuditTrail } from '../pipeline/audit-trail.ts';
import { Allow } from './access/allow.ts';
import { ZodPipe } from './zod.pipe.ts';

const text = z.string().min(1).max(200).optional();
const time = z.iso
  .datetime({ offset: true })
  .transform((given) => Date.parse(given))
  .optional();
const query = z.object({
  ...{ actor: text, patient: text, action: text, from: time, to: time },
  before: z
    .string()
    .regex(/^\d{1,18}$/)
    .optional(),
  limit: z.coerce.number().int().min(1).max(1000).default(100),
});

/** Who did what, newest first. */
@Controller('api/audit')
@Allow('audit.read')
export class AuditController {
  readonly #trail: AuditTrail;

  constructor(trail: AuditTrail) {
    this.#trail = trail;
  }

  @Get()
  async list(@Query(new ZodPipe(query)) asked: z.output<typeof query>): Promise<AuditEntryView[]> {
    const entries = await this.#trail.entries({
      ...{ actor: asked.actor ?? null, patientId: asked.patient ?? null },
      ...{ action: asked.action ?? null, from: asked.from ?? null, to: asked.to ?? null },
      ...{ before: asked.before ?? null, limit: asked.limit },
    });
    return entries.map((entry) => ({
      ...entry,
      at: new Date(entry.at).toISOString(),
      detail: entry.detail && { ...entry.detail },
    }));
  }
}
