import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { SAMPLE_FOLDER } from './sample-messages.ts';

const FOLDERS = ['hl7v2-simhospital', 'hl7v2-linuxforhealth'] as const;

/** Folder → its messages; where the samples are not at hand, messages of our own under a name that says so. */
export function hl7Samples(): Readonly<Record<string, readonly Buffer[]>> {
  const here = FOLDERS.filter((folder) => existsSync(join(SAMPLE_FOLDER, folder)));
  if (here.length === 0) return { 'our own messages (no sample data here)': OWN };
  return Object.fromEntries(here.map((folder) => [folder, read(join(SAMPLE_FOLDER, folder))]));
}

/** `.hl7`: one message in a file. `.out`: many, each begins with its MSH. */
function read(folder: string): readonly Buffer[] {
  return readdirSync(folder).flatMap((name) => {
    const bytes = readFileSync(join(folder, name));
    if (name.endsWith('.hl7')) return [bytes];
    if (!name.endsWith('.out')) return [];
    const text = bytes.toString('latin1');
    return text
      .split(/(?=MSH\|)/)
      .map((message) => message.replace(/\n+$/, '').replaceAll('\n', ''))
      .filter((message) => message.startsWith('MSH|'))
      .map((message) => Buffer.from(message, 'latin1'));
  });
}

const OWN: readonly Buffer[] = [
  ['MSH|^~\\&|ADT|H|||20260301080000||ADT^A01|1|P|2.5', 'EVN|A01|20260301080000'],
  ['MSH|^~\\&|SCH|H|||20260301080000||SIU^S12|2|P|2.5', 'SCH|1'],
].map(([msh = '', second = '']) =>
  Buffer.from(
    [
      msh,
      second,
      'PID|1||own^^^H^MR||Example^Own',
      `PV1|1|I|W^R^B${'|'.repeat(41)}20260301080000`,
    ].join('\r'),
  ),
);
