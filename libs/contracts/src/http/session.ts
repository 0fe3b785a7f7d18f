import * as z from 'zod';
import { ROLES } from '../terms/rights.ts';

/** Who is signed in. */
export const sessionViewSchema = z.object({
  username: z.string(),
  name: z.string(),
  role: z.enum(ROLES),
  /** Null = every ward. */
  wards: z.array(z.string()).nullable(),
  /** Of the site, IANA: its times are shown by it, wherever the browser thinks it is. */
  timeZone: z.string(),
});
export type SessionView = z.output<typeof sessionViewSchema>;
