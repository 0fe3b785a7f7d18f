// Compresses the built pages once, so that no request has to: `x.js` gets `x.js.br` and `x.js.gz` beside it.
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

const FOLDER = join(import.meta.dirname, 'dist/browser');
/** Fonts and pictures are compressed already. */
const TEXT = /\.(js|css|svg)$/;
/** Below this the headers weigh more than what is saved. */
const LEAST_BYTES = 1_024;

const brotli = (content) =>
  brotliCompressSync(content, {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY,
      [constants.BROTLI_PARAM_SIZE_HINT]: content.length,
    },
  });
const gzip = (content) => gzipSync(content, { level: constants.Z_BEST_COMPRESSION });

const sum = { files: 0, raw: 0, brotli: 0, gzip: 0 };
for (const name of readdirSync(FOLDER, { recursive: true })) {
  if (!TEXT.test(name)) continue;
  const path = join(FOLDER, name);
  const content = readFileSync(path);
  if (content.length < LEAST_BYTES) continue;
  const small = { brotli: brotli(content), gzip: gzip(content) };
  writeFileSync(`${path}.br`, small.brotli);
  writeFileSync(`${path}.gz`, small.gzip);
  sum.files += 1;
  sum.raw += content.length;
  sum.brotli += small.brotli.length;
  sum.gzip += small.gzip.length;
}
if (sum.files === 0) throw new Error(`nothing to compress in ${FOLDER}: was it built?`);
const kB = (bytes) => `${(bytes / 1_000).toFixed(0)} kB`;
console.log(
  `${sum.files} files, ${kB(sum.raw)}: ${kB(sum.brotli)} in brotli, ${kB(sum.gzip)} in gzip`,
);
