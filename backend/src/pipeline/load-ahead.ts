const LOAD_AT_ONCE = 200;

/** Patients from the store, portion by portion: while one is made use of, the store reads the next. */
export async function* loadAhead<Patient>(
  load: (ids: readonly string[]) => Promise<readonly Patient[]>,
  ids: readonly string[],
): AsyncGenerator<readonly [id: string, stored: Patient]> {
  const portion = async (from: number): Promise<readonly Patient[]> =>
    from < ids.length ? load(ids.slice(from, from + LOAD_AT_ONCE)) : [];
  let next = portion(0);
  for (let from = 0; from < ids.length; from += LOAD_AT_ONCE) {
    const stored = await next;
    next = portion(from + LOAD_AT_ONCE);
    // Whoever stops early does not wait for it any more.
    next.catch(() => undefined);
    for (const [index, id] of ids.slice(from, from + LOAD_AT_ONCE).entries()) {
      const found = stored[index];
      if (found === undefined) throw new RangeError('the store left a patient out');
      yield [id, found];
    }
  }
}
