const PATTERN = /^(\d{4})(\d{2})?(\d{2})?(\d{2})?(\d{2})?(\d{2})?(\.\d{1,9})?([+-]\d{2})?(\d{2})?$/;

/** A DTM or TS of HL7 v2 as FHIR writes times, in the precision it came in; without offset where none came. Null for anything else. */
export function fhirTime(written: string | null): string | null {
  const match = written === null ? null : PATTERN.exec(written.trim());
  if (match === null) return null;
  const [, year = '', month, day, hour, minute = '00', second, fraction = '', zone, zoneMinutes] =
    match;
  const date = [year, month, day].filter((part) => part !== undefined).join('-');
  if (day === undefined || hour === undefined) return date;
  const seconds = second === undefined ? '' : `:${second}${fraction}`;
  const offset = zone === undefined ? '' : `${zone}:${zoneMinutes ?? '00'}`;
  return `${date}T${hour}:${minute}${seconds}${offset}`;
}
