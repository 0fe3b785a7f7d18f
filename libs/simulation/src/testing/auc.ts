/** Area under the curve: how often somebody with the event has the greater score, ties counting half. By sorting, so that thousands are quick. */
export function aucOf(withEvent: readonly number[], without: readonly number[]): number {
  const sorted = [...without].sort((a, b) => a - b);
  const below = (value: number, orEqual: boolean): number => {
    let [low, high] = [0, sorted.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      const at = sorted[middle] ?? Infinity;
      if (at < value || (orEqual && at === value)) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  const won = withEvent.reduce((sum, s) => sum + (below(s, false) + below(s, true)) / 2, 0);
  return won / (withEvent.length * sorted.length);
}
