import { snappyUncompress } from 'hyparquet';

/** What Java's clients write before their blocks; librdkafka writes one block and nothing before it. */
const HEADER = Buffer.from('\x82SNAPPY\0', 'latin1');
const HEADER_BYTES = 16;

/** A batch of records in Snappy, in blocks or as one → what was compressed. Throws where it is no Snappy. */
export function readSnappy(input: Buffer): Buffer {
  if (!input.subarray(0, HEADER.length).equals(HEADER)) return readBlock(input);
  const blocks: Buffer[] = [];
  for (let at = HEADER_BYTES; at < input.length;) {
    const end = at + 4 + input.readInt32BE(at);
    blocks.push(readBlock(input.subarray(at + 4, end)));
    at = end;
  }
  return Buffer.concat(blocks);
}

function readBlock(block: Buffer): Buffer {
  const output = Buffer.alloc(lengthOf(block));
  snappyUncompress(block, output);
  return output;
}

/** A block begins with the length of what was compressed, seven bits a byte. */
function lengthOf(block: Buffer): number {
  let length = 0;
  for (let at = 0; at < 5; at += 1) {
    const byte = block.readUInt8(at);
    length += (byte & 0x7f) * 2 ** (7 * at);
    if (byte < 0x80) return length;
  }
  throw new RangeError('no Snappy block');
}
