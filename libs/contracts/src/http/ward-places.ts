import * as z from 'zod';
import { settingVersionSchema } from './setting.ts';

const bed = z.string().min(1).max(200);
const beds = z
  .array(bed)
  .max(500)
  .refine((all) => new Set(all).size === all.length, 'the same bed twice');

/** How a ward is shown, whatever the hospital's messages say of it; beds by their name on the board. */
export const wardPlacesSchema = z.object({
  /** Null = as the messages have it. */
  name: z.string().trim().min(1).max(80).nullable(),
  /** Left out of lists of wards while nobody lies there. */
  hidden: z.boolean(),
  /** These first, in this order; the rest by their names. */
  bedOrder: beds,
  /** Left out of the board while nobody lies there. */
  hiddenBeds: beds,
});
export type WardPlaces = z.output<typeof wardPlacesSchema>;

/** `places` null = taken back: as the messages have it. */
export const wardPlacesChangeSchema = z.object({
  ward: z.string().min(1).max(200),
  places: wardPlacesSchema.nullable(),
});
export type WardPlacesChange = z.output<typeof wardPlacesChangeSchema>;

export const knownWardSchema = z.object({
  id: z.string(),
  /** As the hospital's messages name it, or its id where they do not. */
  streamName: z.string(),
  /** What the messages call it; null where none has described it. */
  kind: z.enum(['ward', 'other']).nullable(),
  places: wardPlacesSchema,
  own: z.boolean(),
  /** On the board now. */
  patients: z.number().int(),
  /** In the order of the board. */
  beds: z.array(
    z.object({
      name: z.string(),
      /** False: only patients' stays name it, or it was set here and no message names it any more. */
      described: z.boolean(),
      patients: z.number().int(),
    }),
  ),
  /** Earlier and present ones, newest first. */
  versions: z.array(settingVersionSchema.extend({ places: wardPlacesSchema.nullable() })),
});
export type KnownWard = z.output<typeof knownWardSchema>;
