/** Whoever called the program used other words than it knows. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/** An option that would change nothing was meant to change something. `why`: "beside --cohort". */
export function refuseIgnored(
  given: Readonly<Record<string, unknown>>,
  ignored: readonly string[],
  why: string,
): void {
  const names = ignored.filter((name) => given[name] !== undefined).map((name) => `--${name}`);
  if (names.length > 0) throw new UsageError(`${names.join(' and ')} says nothing ${why}`);
}
