import * as z from 'zod';

/** The closed list of reasons why something could not be understood or believed. */
export const REJECTION_CODES = [
  'not-json',
  'not-fhir',
  'too-large',
  'no-patient',
  'key-mismatch',
  'no-time',
  'time-in-future',
  'unknown-code',
  'unit-missing',
  'unit-unknown',
  'unit-ambiguous',
  'value-not-numeric',
  'value-implausible',
  'nihss-item-range',
  'nihss-total-mismatch',
  'report-unreadable',
  'merge-conflict',
  'internal',
] as const;
export type RejectionCode = (typeof REJECTION_CODES)[number];

export const rejectionSchema = z.object({
  id: z.string(),
  at: z.iso.datetime({ offset: true }),
  code: z.enum(REJECTION_CODES),
  /** Names field and value. */
  detail: z.string(),
  /** `kafka`, `embedded`, `http`, `mllp`. */
  door: z.string(),
  topic: z.string().nullable(),
  partition: z.number().int().nullable(),
  offset: z.string().nullable(),
  resource: z.string().nullable(),
});
export type RejectionView = z.infer<typeof rejectionSchema>;
