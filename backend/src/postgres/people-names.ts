/**
 * SQL for who moved an alert (`t`), as it is shown. Somebody who was called as the machine signs is shown by the user name, so that it never looks as if
 * a rule had done what they did.
 */
export const MOVED_BY = `CASE WHEN t.by <> 'system' OR t.account IS NULL THEN t.by
  WHEN t.account = 'system' THEN '@system' ELSE t.account END AS by`;

/** SQL for what somebody is called now, by a column with their user name; whoever has no account any more keeps that. */
export function nameOf(column: string): string {
  return `coalesce((SELECT nullif(account.name, '') FROM account WHERE account.username = ${column}), ${column})`;
}
