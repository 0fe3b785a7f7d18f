import * as z from 'zod';

/** Null = every ward that has none of its own. */
export const settingWardSchema = z.string().min(1).max(200).nullable().default(null);

/** Query of a setting that wards may have for themselves. */
export const settingQuerySchema = z.object({ ward: settingWardSchema });
export type SettingQuery = z.output<typeof settingQuerySchema>;

/** Who set it when: `by` is the user name, `byName` what they are called. */
export const settingVersionSchema = z.object({
  at: z.iso.datetime({ offset: true }),
  by: z.string(),
  byName: z.string(),
});
