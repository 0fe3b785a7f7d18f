import { BadRequestException } from '@nestjs/common';
import type { ReviewPolicy, WhatIfAsked } from '@endwatch/contracts';

/** Today's policy with what is asked for in its place; a threshold moved alone takes `off` along. Throws 400 where `off` would lie above `on`. */
export function askedPolicy(asked: WhatIfAsked, today: ReviewPolicy): ReviewPolicy {
  const { on = today.on, minimumMinutes = today.minimumMinutes, risingBy } = asked;
  const off = asked.off ?? Math.round(((on * today.off) / today.on) * 1e4) / 1e4;
  if (off > on) throw new BadRequestException('off: lies above on');
  const repeat = risingBy === undefined ? today.risingBy : risingBy === 'never' ? null : risingBy;
  return { on, off, minimumMinutes, risingBy: repeat };
}
