/**
 * Those of `all` that have to be left out so that the rest passes. Each is tried beside what was found good before it, so of two that only
 * fail together the later is left out. A bad one among n costs about 2 log n trials.
 */
export async function sift<Item>(
  all: readonly Item[],
  passes: (items: readonly Item[]) => Promise<boolean>,
): Promise<readonly Item[]> {
  const good: Item[] = [];
  const bad: Item[] = [];
  const groups: (readonly Item[])[] = [all];
  for (let group = groups.pop(); group !== undefined; group = groups.pop()) {
    if (group.length === 0) continue;
    if (await passes([...good, ...group])) good.push(...group);
    else if (group.length === 1) bad.push(...group);
    else {
      const half = Math.ceil(group.length / 2);
      groups.push(group.slice(half), group.slice(0, half));
    }
  }
  return bad;
}
