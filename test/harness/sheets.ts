import { execFileSync } from 'node:child_process';
import type { Page } from 'playwright-core';
import { ROOT } from './child.ts';

const TEXT_OF = `const { extractText, getDocumentProxy } = await import('unpdf');
const { readFileSync } = await import('node:fs');
const { text } = await extractText(await getDocumentProxy(new Uint8Array(readFileSync(0))), { mergePages: false });
console.log(JSON.stringify(text))`;

/** What a browser prints at the foot of every sheet unless somebody takes it off. */
const FOOT =
  '<span style="font-size: 8px"><span class="title"></span> <span class="url"></span></span>';

/** Text of each sheet of A4 that a page is printed on, with the browser's own foot, in one line. The reader is an ES module, which Jest's CommonJS cannot load: a child reads. */
export async function sheetsOf(page: Page): Promise<string[]> {
  const pdf = await page.pdf({
    ...{ format: 'A4', displayHeaderFooter: true, headerTemplate: '<span></span>' },
    footerTemplate: FOOT,
  });
  const args = ['--input-type=module', '-e', TEXT_OF];
  const text = execFileSync(process.execPath, args, { cwd: ROOT, input: pdf }).toString();
  return (JSON.parse(text) as string[]).map((sheet) => sheet.replaceAll(/\s+/g, ' '));
}
