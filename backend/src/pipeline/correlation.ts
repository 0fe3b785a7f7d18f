/** An error → the round it ended, so that whoever answers for it can name the same id as the log. */
const rounds = new WeakMap<object, string>();

export function correlate(error: unknown, id: string): void {
  if (typeof error === 'object' && error !== null) rounds.set(error, id);
}

export function correlationOf(error: unknown): string | null {
  return typeof error === 'object' && error !== null ? (rounds.get(error) ?? null) : null;
}
