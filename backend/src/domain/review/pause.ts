/** Lets others have their turn while much is worked out; null = not yet due. */
export type Pause = () => Promise<void> | null;

/** Resolves when others have had theirs, where that is due. */
export async function turnOf(pause: Pause): Promise<void> {
  const turn = pause();
  if (turn !== null) await turn;
}

/** After a pause, where one is due. */
export async function inTurn<Made>(pause: Pause, make: () => Made): Promise<Made> {
  await turnOf(pause);
  return make();
}

/** One after the other, with a pause wherever one is due. */
export async function inTurns<From, To>(
  values: Iterable<From>,
  pause: Pause,
  make: (value: From) => To,
): Promise<To[]> {
  const made: To[] = [];
  for (const value of values) {
    const turn = pause();
    if (turn !== null) await turn;
    made.push(make(value));
  }
  return made;
}
