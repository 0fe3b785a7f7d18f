import * as fc from 'fast-check';
import type { Decoded } from '../../pipeline/ports.ts';
import { FhirDecoder } from '../fhir-decoder.ts';
import { origin } from '../testing/messages.ts';
import { Hl7Decoder } from './hl7-decoder.ts';
import { Hl7DoorSplitter } from './hl7-door-splitter.ts';

const bugs: unknown[] = [];
const decoder = new Hl7Decoder(
  new FhirDecoder({ timeZone: 'Europe/Vienna', onBug: (error) => bugs.push(error) }),
);
const splitter = new Hl7DoorSplitter('endwatch');

const EXAMPLES = [
  'MSH|^~\\&|A|B|||20260310113500||ADT^A01|1|P|2.5\rEVN|A01|20260310\rPID|1||p1^^^H^MR||Doe^Jane||1955|F\rPV1|1|I|W^R^B||||||||||||||||V1|||||||||||||||||||||||||20260309\rDG1|1||I63.4^x^I10',
  'MSH|^~\\&|A|B|||20260310113500||ORU^R01|1|P|2.5\rPID|1||p1^^^H^MR\rOBR|1||F1|x|||20260310113000|||||||||||||||20260310|||F\rOBX|1|NM|2160-0^^LN||88|umol/L|||||F\rOBX|2|SN|48065-7^^LN||<^0.2|mg/L{FEU}|||||C\rOBX|3|CWE|70190-4^^LN||LA18458-2^^LN||||||F\rNTE|1||note',
  'MSH|^~\\&|A|B|||20260310113500||ORU^R01|1|P|2.5\rPID|1||p1\rOBR|1||F2|CT^CT head|||20260310110000||||||||||||||||||CT|F\rOBX|1|ED|x||a^application^PDF^Base64^JVBERi0=||||||F\rOBX|2|TX|ct&IMP||text||||||P',
  'MSH|^~\\&|A|B|||20260310||ADT^A40|9|P|2.5\rEVN|A40\rPID|1||new\rMRG|old',
];

const piece = fc.oneof(
  fc.constantFrom(
    '|',
    '^',
    '~',
    '\\',
    '&',
    '\r',
    '\n',
    '""',
    '\\X',
    '\\X0\\',
    '\0',
    'MSH',
    '\rPID|',
  ),
  fc.string({ maxLength: 6 }),
);
const edits = fc.array(
  fc.record({ at: fc.double({ min: 0, max: 1, noNaN: true }), length: fc.nat(12), piece }),
  { minLength: 1, maxLength: 6 },
);

/** Nothing throws, everything has a code, and no resource's reader broke. */
async function read(bytes: Buffer): Promise<void> {
  const decoded: Decoded = await decoder.decode(bytes, origin());
  for (const { code, detail } of decoded.rejections) {
    expect(code).not.toBe('internal');
    expect(detail).not.toBe('');
  }
  const { entries } = await splitter.split(bytes);
  expect(entries.length).toBeGreaterThan(0);
}

describe('whatever comes as HL7 v2', () => {
  it('random bytes are rejected', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), (bytes) => read(Buffer.from(bytes))),
      { numRuns: 500 },
    );
  });

  it('damaged messages never throw', async () => {
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...EXAMPLES), edits, async (example, changes) => {
        let text = example;
        for (const { at, length, piece: added } of changes) {
          const from = Math.floor(at * text.length);
          text = text.slice(0, from) + added + text.slice(from + length);
        }
        await read(Buffer.from(text));
      }),
      { numRuns: 1_500 },
    );
    expect(bugs).toEqual([]);
  });
});
