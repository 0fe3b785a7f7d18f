import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { QUANTITIES } from '@endwatch/clinical';
import { treatmentOf } from './terminology.ts';

const DOCUMENTED = readFileSync(join(__dirname, '../../../docs/terminology.md'), 'utf8');
/** Of the interface reference, section 2; nobody need look these up again. */
const REFERENCE = new Set(
  `8867-4 8480-6 8462-4 8478-0 9279-1 59408-5 2708-6 8310-5 8331-1 9269-2 35088-4 2345-7 14749-6 2339-0 15074-8 48065-7 71427-9 48066-5
   48058-2 7799-0 3255-7 1988-5 30522-7 6690-2 26464-8 751-8 731-0 777-3 26515-7 718-7 2160-0 14682-9 38483-4 3094-0 14937-7 3091-6 22664-7
   13457-7 18262-6 22748-8 2085-9 14646-4 2571-8 14927-8 2093-3 14647-2 4548-4 59261-8 13965-9 3084-1 14933-6 6301-6 5902-2 3173-2 2951-2
   2947-0 2823-3`.split(/\s+/),
);

describe('every code', () => {
  it('of conditions, drugs and procedures has its line in docs/terminology.md', () => {
    const source = ['terminology.ts', 'specimen.ts']
      .map((file) => readFileSync(join(__dirname, file), 'utf8'))
      .join('\n');
    const codes = [...source.matchAll(/'(\d{4,18}|[0-9A-Z]{7}|\d-\d{3}\.\d+)'/g)].map(
      ([, code]) => code ?? '',
    );
    expect(codes.length).toBeGreaterThan(30);
    expect(codes.filter((code) => !DOCUMENTED.includes(`| ${code} |`))).toEqual([]);
  });

  it('of vital signs and laboratory values is in the reference or in docs/terminology.md', () => {
    const codes = Object.values(QUANTITIES).flatMap(({ loinc }) => loinc);
    expect(codes.length).toBeGreaterThan(60);
    const unseen = codes.filter(
      (code) => !REFERENCE.has(code) && !DOCUMENTED.includes(`| ${code} |`),
    );
    expect(unseen).toEqual([]);
  });
});

describe('a procedure', () => {
  const SCT = 'http://snomed.info/sct';
  it.each([
    ['thrombectomy', { system: SCT, code: '397046001' }, undefined],
    ['thrombectomy', { system: SCT, code: '397046001' }, 'left middle cerebral artery'],
    [null, { system: SCT, code: '397046001' }, 'Embolectomy of the left femoral artery'],
    ['thrombolysis', { system: SCT, code: '472191000119101' }, undefined],
    ['thrombectomy', { system: 'http://www.cms.gov/Medicare/Coding/ICD10', code: '03CG3ZZ' }, ''],
    ['thrombolysis', { system: 'http://hl7.org/fhir/sid/icd-10-pcs', code: '3E03317' }, ''],
    ['thrombolysis', { system: 'http://fhir.de/CodeSystem/bfarm/ops', code: '8-020.8' }, ''],
    ['thrombectomy', { system: 'http://www.ama-assn.org/go/cpt', code: '61645' }, ''],
    [null, { system: 'urn:oid:1.2.3.4', code: '61645' }, ''],
    [null, { system: SCT, code: '37195' }, ''],
  ])('is %s for %j, said to be "%s"', (expected, coding, text) => {
    expect(treatmentOf({ coding: [coding], ...(text ? { text } : {}) })).toBe(expected);
  });
});
