import * as z from 'zod';
import { settingVersionSchema } from './setting.ts';

/** How a screen on the wall names patients. */
export const wallNamesSchema = z.enum(['initials', 'full']);
export type WallNames = z.output<typeof wallNamesSchema>;

/** `names` null = as shipped: initials. */
export const wallChangeSchema = z.object({ names: wallNamesSchema.nullable() });
export type WallChange = z.output<typeof wallChangeSchema>;

export const wallViewSchema = z.object({
  /** What holds now. */
  names: wallNamesSchema,
  /** Whether somebody has set it. */
  own: z.boolean(),
  /** Earlier and present ones, newest first. */
  versions: z.array(settingVersionSchema.extend({ names: wallNamesSchema.nullable() })),
});
export type WallSettingView = z.output<typeof wallViewSchema>;
