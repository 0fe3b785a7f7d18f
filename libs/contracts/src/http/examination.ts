import { NIHSS_ITEMS } from '@endwatch/clinical';
import * as z from 'zod';

const score = z.number().int().min(0).max(4);
/** Untestable, with the reason: amputation, joint fusion, intubated. */
const untestable = z.object({ un: z.string().trim().min(1).max(200) });

/** An examination as it is charted at the bed. What was not examined is left out. */
export const newExaminationSchema = z.object({
  /** Made by the device: the same examination sent twice is one. */
  clientId: z.uuid(),
  at: z.iso.datetime({ offset: true }),
  items: z
    .partialRecord(z.enum(NIHSS_ITEMS), z.union([score, untestable]))
    .refine((items) => Object.keys(items).length > 0, 'at least one item'),
});
export type NewExamination = z.output<typeof newExaminationSchema>;
