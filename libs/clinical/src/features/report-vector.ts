/**
 * One vector for all reports known at a moment: the element-wise maximum of their encodings, which is what pooling over the joined texts
 * would give. Order does not matter, a repeated report changes nothing. Null without reports; vectors of different lengths throw a `RangeError`.
 */
export function combineReportVectors(vectors: readonly Float32Array[]): Float32Array | null {
  const first = vectors[0];
  if (first === undefined) return null;
  const combined = Float32Array.from(first);
  for (const vector of vectors) {
    if (vector.length !== combined.length) {
      throw new RangeError(
        `report vectors of ${String(vector.length)} and ${String(combined.length)} values belong to different models`,
      );
    }
    vector.forEach((value, index) => {
      if (value > (combined[index] ?? value)) combined[index] = value;
    });
  }
  return combined;
}
