/** What a change is said to be by where a rule made it. Nobody is called so: it would look as if nobody had done it. */
export const NO_PERSON = 'system';

/** User names nobody gets: the audit says them where no account did it. */
export const RESERVED_USER_NAMES: readonly string[] = [NO_PERSON, 'nobody', 'oidc'];

/**
 * Whether a rule moved an alert. None ever took or snoozed one: that was somebody, from when people could still be called so. Whoever closed one in
 * that time is told by the user name.
 */
export function isByMachine({ by, to }: { readonly by: string; readonly to: string }): boolean {
  return by === NO_PERSON && to !== 'acknowledged' && to !== 'snoozed';
}
