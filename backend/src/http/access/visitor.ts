import { createParamDecorator, ForbiddenException, type ExecutionContext } from '@nestjs/common';
import { coversWard } from '@endwatch/contracts';
import type { Request } from 'express';
import type { Visitor } from '../../pipeline/account-store.ts';

export type { Visitor };

export interface VisitedRequest extends Request {
  visitor?: Visitor;
}

/** The signed-in visitor, as a parameter of a route that has `@Allow`. */
export const Who = createParamDecorator((_: unknown, context: ExecutionContext): Visitor => {
  const { visitor } = context.switchToHttp().getRequest<VisitedRequest>();
  if (!visitor) throw new ForbiddenException('Nobody is signed in.');
  return visitor;
});

/** Throws 403 when the ward is not among the visitor's. No ward: only for those who have all. */
export function assertWard(visitor: Visitor, ward: string | null): void {
  const covered = ward === null ? visitor.wards === null : coversWard(visitor.wards, ward);
  if (!covered) throw new ForbiddenException('That ward is not among yours.');
}
