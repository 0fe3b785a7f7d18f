import { BadRequestException, type PipeTransform } from '@nestjs/common';
import type * as z from 'zod';

/** Body, query or parameter → the schema's output, or 400 that names the field. */
export class ZodPipe<T> implements PipeTransform<unknown, T> {
  readonly #schema: z.ZodType<T>;

  constructor(schema: z.ZodType<T>) {
    this.#schema = schema;
  }

  transform(value: unknown): T {
    const parsed = this.#schema.safeParse(value ?? {});
    if (parsed.success) return parsed.data;
    const [issue] = parsed.error.issues;
    throw new BadRequestException(
      `${issue?.path.join('.') || 'body'}: ${issue?.message ?? 'not valid'}`,
    );
  }
}
