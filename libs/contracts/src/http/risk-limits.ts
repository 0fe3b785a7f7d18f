import * as z from 'zod';
import { reviewPolicySchema } from './review/figures.ts';

/** When a forecast rings, for the whole house. `limits` null = as the model is shipped. */
export const riskLimitsChangeSchema = z.object({
  limits: reviewPolicySchema.refine(({ on, off }) => off <= on, 'off lies above on').nullable(),
});
export type RiskLimitsChange = z.output<typeof riskLimitsChangeSchema>;

export const riskLimitsViewSchema = z.object({
  /** What holds now. */
  limits: reviewPolicySchema,
  shipped: reviewPolicySchema,
  /** Whether somebody has set them. */
  own: z.boolean(),
  /** Earlier and present ones, newest first. */
  versions: z.array(
    z.object({
      at: z.iso.datetime({ offset: true }),
      by: z.string(),
      limits: reviewPolicySchema.nullable(),
    }),
  ),
});
export type RiskLimitsView = z.output<typeof riskLimitsViewSchema>;
