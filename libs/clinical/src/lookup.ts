/** A table that is asked with words of a sender's choosing: nothing that every object inherits ("constructor") is found in it. */
export function lookup<Value>(
  rows: Readonly<Record<string, Value>>,
): Readonly<Record<string, Value>> {
  return Object.assign(Object.create(null) as Record<string, Value>, rows);
}
