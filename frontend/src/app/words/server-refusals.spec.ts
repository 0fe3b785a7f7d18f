import '../testing/in-german.ts';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  endDefinitionChangeSchema,
  escalationChangeSchema,
  examinationPlanChangeSchema,
  newAccountSchema,
  newContactSchema,
  riskLimitsChangeSchema,
  wardPlacesChangeSchema,
} from '@endwatch/contracts';
import { serverWords } from './server-words.ts';

const ROOT = join(__dirname, '../../../..');
const HTTP = join(ROOT, 'backend/src/http');
/** Doors of programs, what no page asks for or waits for any more, and too many tries to sign in, for which that page has its own words. */
const NO_PAGE =
  /Too many sign-ins|No such delivery waits|that resource type|Send FHIR R4 JSON|Whoever asked has gone away/;

/** Every sentence that a door refuses with; those of checks are below. */
function refusals(): readonly string[] {
  return readdirSync(HTTP, { recursive: true, encoding: 'utf8' })
    .filter((name) => /(?<![.]spec|zod[.]pipe)[.]ts$/.test(name))
    .flatMap((name) => [
      ...readFileSync(join(HTTP, name), 'utf8').matchAll(
        /new [A-Z][a-z]\w*Exception\(\s*(['`])(.+?)\1/g,
      ),
    ])
    .map(([, , text = '']) => text.replace(/\$\{[^}]+\}/, 'nurse'));
}

const ON_CALL = ['import-rota', 'person-of', 'rota'].map((name) => `domain/on-call/${name}.ts`);
const CALENDAR = ['check-event', 'read-calendar'].map((name) => `calendar/${name}.ts`);

/** Why a shift cannot be, or an entry of a calendar becomes none. */
function rotaProblems(): readonly string[] {
  return [...ON_CALL, ...CALENDAR, 'http/rota-calendar.controller.ts'].flatMap((name) =>
    [...readFileSync(join(ROOT, 'backend/src', name), 'utf8').matchAll(/'([^'\n]*)'|`([^`\n]+)`/g)]
      .map(([, plain, template]) => plain ?? template?.replaceAll(/\$\{[^}]+\}/g, 'SUMMARY') ?? '')
      .filter((text) =>
        /^(?:its? |there |a shift |SUMMARY (?:is|has) |(?:There|That|They|Both|A) .+\.$)/.test(
          text,
        ),
      ),
  );
}

describe('a refusal of the server', () => {
  it('of a shift or of an entry of a calendar is said in German', () => {
    const said = rotaProblems();
    expect(said.length).toBeGreaterThan(38);
    expect(said.filter((text) => serverWords(text) === text)).toEqual([]);
  });

  it('is said in German, whatever a page can be refused', () => {
    const said = refusals();
    expect(said.length).toBeGreaterThan(30);
    const english = said.filter((text) => !NO_PAGE.test(text) && serverWords(text) === text);
    expect(english).toEqual([]);
  });

  it.each([
    [
      'escalation',
      escalationChangeSchema,
      { ward: 'w', value: { quietHours: { from: '25', to: 1 } } },
    ],
    [
      'the definition of END',
      endDefinitionChangeSchema,
      { definition: { total: 5.5, motor: 0, windowHours: 200 } },
    ],
    ['escalation of a ward', escalationChangeSchema, { ward: '', value: null }],
    [
      'limits',
      riskLimitsChangeSchema,
      { ward: null, limits: { on: 0.2, off: 0.3, minimumMinutes: 0, risingBy: null } },
    ],
    ['limits out of range', riskLimitsChangeSchema, { ward: null, limits: { on: 2, off: 0.3 } }],
    [
      'examinations',
      examinationPlanChangeSchema,
      {
        ward: null,
        plan: {
          ...{ steps: [], untilHours: 1 },
          afterThrombolysis: [
            { fromHours: 1, everyHours: 0 },
            { fromHours: 30, everyHours: 13 },
          ],
        },
      },
    ],
    [
      'wards and beds',
      wardPlacesChangeSchema,
      { ward: 'w', places: { name: '', bedOrder: ['a', 'a'] } },
    ],
    ['accounts', newAccountSchema, { username: 'a b', name: '', role: 'king', wards: 3 }],
    [
      'pagers',
      newContactSchema,
      { channel: 'webhook', address: 'x', secret: 's', username: '', label: '' },
    ],
  ] as const)('of %s names what is wrong, in German', (_, schema, value) => {
    const { error } = schema.safeParse(value);
    const texts = (error?.issues ?? []).map(({ path, message }) => `${path.join('.')}: ${message}`);
    expect(texts.length).toBeGreaterThan(0);
    expect(texts.filter((text) => serverWords(text) === text)).toEqual([]);
  });
});
