import * as z from 'zod';

const time = z.iso.datetime({ offset: true });

/** A time in which Endwatch decided nothing, and whom of a ward to look after by hand because of it. */
export const outageSchema = z.object({
  from: time,
  to: time,
  /** Those that nobody has ticked yet. */
  patients: z.array(
    z.object({
      patientId: z.string(),
      name: z.string(),
      bed: z.string().nullable(),
      /** An alert was open; else: data of that time came in late. */
      openAlert: z.boolean(),
    }),
  ),
});
export type Outage = z.output<typeof outageSchema>;

export const outageTickSchema = z.object({ from: time, patientId: z.string().min(1).max(200) });
export type OutageTick = z.output<typeof outageTickSchema>;
