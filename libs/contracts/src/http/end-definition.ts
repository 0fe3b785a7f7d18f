import * as z from 'zod';
import { settingVersionSchema } from './setting.ts';

/** From which rise of the NIHSS over the admission examination this house speaks of END, and until when. */
export const endDefinitionSchema = z.object({
  total: z
    .number()
    .int('The rise in total: whole points')
    .min(1, 'The rise in total: at least 1 point')
    .max(4, 'The rise in total: at most 4 points'),
  /** Of the motor items 5a, 5b, 6a and 6b together; null = a rise there alone is no END. */
  motor: z
    .number()
    .int('The rise in motor items: whole points')
    .min(1, 'The rise in motor items: at least 1 point')
    .max(2, 'The rise in motor items: at most 2 points')
    .nullable(),
  windowHours: z
    .number()
    .int('The window: whole hours')
    .min(24, 'The window: at least 24 h from admission')
    .max(168, 'The window: at most 168 h (7 days) from admission'),
});
export type EndDefinitionSetting = z.output<typeof endDefinitionSchema>;

/** For everybody who reads a forecast: the model knows only the END it has learned. */
export const endRuleViewSchema = z.object({
  house: endDefinitionSchema,
  forecast: endDefinitionSchema,
  differs: z.boolean(),
});
export type EndRuleView = z.output<typeof endRuleViewSchema>;

/** `definition` null = taken back: as shipped. */
export const endDefinitionChangeSchema = z.object({ definition: endDefinitionSchema.nullable() });
export type EndDefinitionChange = z.input<typeof endDefinitionChangeSchema>;

export const endDefinitionViewSchema = endRuleViewSchema.extend({
  /** Whether somebody has set it. */
  own: z.boolean(),
  /** Earlier and present ones, newest first; each holds for examinations that become known from `at` on. */
  versions: z.array(settingVersionSchema.extend({ definition: endDefinitionSchema.nullable() })),
});
export type EndDefinitionView = z.output<typeof endDefinitionViewSchema>;

/** What a definition would have found; nothing is changed by asking. */
export const endDefinitionTrialSchema = z.object({ definition: endDefinitionSchema });
export type EndDefinitionTrial = z.input<typeof endDefinitionTrialSchema>;

const found = z.object({
  confirmed: z.number().int(),
  /** The examination would have to be repeated. */
  suspected: z.number().int(),
});

export const endDefinitionPreviewSchema = z.object({
  /** Stays admitted since; with what is known of them now. */
  since: z.iso.datetime({ offset: true }),
  stays: z.number().int(),
  tried: found,
  /** By the definition that holds, as if it had held for all of them. */
  today: found,
  /** Confirmed by the one tried and not by the one that holds, and the other way round. */
  gained: z.number().int(),
  lost: z.number().int(),
});
export type EndDefinitionPreview = z.output<typeof endDefinitionPreviewSchema>;
