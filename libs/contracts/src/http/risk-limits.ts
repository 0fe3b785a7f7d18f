import * as z from 'zod';
import { reviewPolicySchema } from './review/figures.ts';
import { settingVersionSchema, settingWardSchema } from './setting.ts';

/** When a forecast rings. `limits` null = taken back: for a ward as the house has it, for the house as the model is shipped. */
export const riskLimitsChangeSchema = z.object({
  ward: settingWardSchema,
  limits: reviewPolicySchema.refine(({ on, off }) => off <= on, 'off lies above on').nullable(),
});
export type RiskLimitsChange = z.input<typeof riskLimitsChangeSchema>;

export const riskLimitsViewSchema = z.object({
  ward: z.string().nullable(),
  /** What holds now. */
  limits: reviewPolicySchema,
  /** What holds where a ward has none of its own. */
  house: reviewPolicySchema,
  shipped: reviewPolicySchema,
  /** Whether somebody has set them, for this ward or, where none is asked for, for the house. */
  own: z.boolean(),
  /** Every ward with limits of its own. */
  ownWards: z.array(z.string()),
  /** Earlier and present ones, newest first. */
  versions: z.array(settingVersionSchema.extend({ limits: reviewPolicySchema.nullable() })),
});
export type RiskLimitsView = z.output<typeof riskLimitsViewSchema>;
