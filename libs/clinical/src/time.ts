/** Milliseconds since 1970-01-01T00:00:00Z. Times cross a wire as ISO 8601 and live inside as this. */
export type EpochMs = number;

export const SECOND: number = 1_000;
export const MINUTE: number = 60 * SECOND;
export const HOUR: number = 60 * MINUTE;
export const DAY: number = 24 * HOUR;
