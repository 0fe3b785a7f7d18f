import * as z from 'zod';

/** More is no longer "my" patients but a ward. */
export const MOST_OWN_PATIENTS = 60;

const id = z.string().min(1).max(200);

/** A patient somebody has ticked as theirs, for one stay: the tick ends with it. */
export const ownPatientSchema = z.object({ patientId: id, encounterId: id });
export type OwnPatient = z.output<typeof ownPatientSchema>;

/** Of pages, and of what is sent to people. */
export const LANGUAGES = ['en', 'de'] as const;
export const languageSchema = z.enum(LANGUAGES);
export type Language = z.output<typeof languageSchema>;

/** What an account has chosen for itself; the same on every device it signs in at. */
export const preferencesSchema = z.object({
  myPatients: z
    .array(ownPatientSchema)
    .max(MOST_OWN_PATIENTS)
    .refine(
      (all) => new Set(all.map(({ patientId }) => patientId)).size === all.length,
      'each patient once',
    ),
  /** Of what is sent to them; null as long as no page has told. */
  language: languageSchema.nullable(),
});
export type Preferences = z.output<typeof preferencesSchema>;

/** What is left out stays as it is. */
export const preferencesChangeSchema = preferencesSchema.partial();
export type PreferencesChange = z.output<typeof preferencesChangeSchema>;
