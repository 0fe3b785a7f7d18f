/**
 * How many partitions the topics have, or shall have: what exists decides, `otherwise` where none exists. Throws, naming every topic, when
 * those that exist differ: partition n would then not hold the same patients on each.
 */
export function agreedPartitions(
  topics: readonly string[],
  existing: ReadonlyMap<string, number>,
  otherwise: number,
): number {
  const found = topics.flatMap((topic) => {
    const partitions = existing.get(topic);
    return partitions === undefined ? [] : [{ topic, partitions }];
  });
  const first = found[0]?.partitions ?? otherwise;
  if (found.some((one) => one.partitions !== first)) {
    const list = found.map((one) => `${one.topic} has ${String(one.partitions)}`).join(', ');
    throw new Error(`topics must have the same number of partitions: ${list}`);
  }
  return first;
}
