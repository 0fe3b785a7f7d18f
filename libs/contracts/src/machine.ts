/** What a change is said to be by where a rule made it. Nobody is called so: it would look as if nobody had done it. */
export const NO_PERSON = 'system';

/**
 * Whether a rule moved an alert. None ever took or snoozed one: that was somebody, from when people could still be called so. Who closed one
 * cannot be told from the move alone; the audit has it.
 */
export function isByMachine({ by, to }: { readonly by: string; readonly to: string }): boolean {
  return by === NO_PERSON && to !== 'acknowledged' && to !== 'snoozed';
}
