/** Whoever called the program used other words than it knows. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}
