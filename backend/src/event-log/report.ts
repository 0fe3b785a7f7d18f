/** What an adapter tells whoever keeps the log book. No record content, no keys: they are identifiers. */
export interface ReportEntry {
  readonly level: 'debug' | 'info' | 'warn' | 'error';
  /** A constant, such as `kafka.rejoined`. */
  readonly event: string;
  readonly detail: Readonly<Record<string, string | number | boolean>>;
}

export type Report = (entry: ReportEntry) => void;

export const silent: Report = () => undefined;

export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
