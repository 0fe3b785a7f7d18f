const LINE_FEED = 0x0a;

/** A line of a file with its number, from 1. */
export interface NumberedLine {
  readonly line: number;
  readonly bytes: Buffer;
}

/** Lines of a stream of bytes, without those of nothing but blanks. Only a line feed ends one: U+2028 may stand inside a JSON text. */
export async function* ndjsonLines(pieces: AsyncIterable<Buffer>): AsyncIterable<NumberedLine> {
  let line = 0;
  let rest: Buffer[] = [];
  for await (const piece of pieces) {
    let from = 0;
    for (let end = piece.indexOf(LINE_FEED); end !== -1; end = piece.indexOf(LINE_FEED, from)) {
      line += 1;
      const bytes = Buffer.concat([...rest, piece.subarray(from, end)]);
      rest = [];
      from = end + 1;
      if (!isBlank(bytes)) yield { line, bytes };
    }
    if (from < piece.length) rest.push(piece.subarray(from));
  }
  const bytes = Buffer.concat(rest);
  if (!isBlank(bytes)) yield { line: line + 1, bytes };
}

/** Space, tab, carriage return. */
function isBlank(bytes: Buffer): boolean {
  return bytes.every((byte) => byte === 0x20 || byte === 0x09 || byte === 0x0d);
}
