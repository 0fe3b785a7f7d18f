export interface PlacedLabel {
  readonly name: string;
  readonly x: number;
  readonly y: number;
}

/** Pixels from one line of words to the next. */
const APART = 15;

/** Names at the ends of lines, moved down where they would lie on each other; in the order in which they stand. */
export function placeLabels(labels: readonly PlacedLabel[]): PlacedLabel[] {
  const placed: PlacedLabel[] = [];
  for (const label of labels.toSorted((a, b) => a.y - b.y)) {
    const above = placed.at(-1);
    placed.push({ ...label, y: above ? Math.max(label.y, above.y + APART) : label.y });
  }
  return placed;
}
