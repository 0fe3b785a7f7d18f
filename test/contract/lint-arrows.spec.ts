import { spawn } from 'node:child_process';
import { existsSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../harness/child.ts';

interface Told {
  readonly code: number;
  readonly text: string;
}

/** A checker as `npm run lint` calls it. */
function run(args: readonly string[]): Promise<Told> {
  return new Promise((done, failed) => {
    const { PATH, HOME } = process.env;
    const child = spawn(process.execPath, args, { cwd: ROOT, env: { PATH, HOME, NO_COLOR: '1' } });
    let text = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (bytes: Buffer) => {
        text += bytes.toString('utf8');
      });
    }
    child.once('error', failed);
    child.once('exit', (code) => {
      done({ code: code ?? -1, text });
    });
  });
}

const eslint = (...files: string[]): Promise<Told> =>
  run(['node_modules/eslint/bin/eslint.js', '--max-warnings', '0', '--format', 'json', ...files]);
const depcruise = (folder: string): Promise<Told> =>
  run([
    'node_modules/dependency-cruiser/bin/dependency-cruiser.mjs',
    ...['--config', '.dependency-cruiser.cjs', '--output-type', 'err', folder],
  ]);

interface Plant {
  /** In a folder whose arrows it breaks. */
  readonly path: string;
  readonly source: string;
  readonly rule: string;
}

/** A name that no colleague would give, so that nothing of anybody's can be overwritten or removed. */
const NAME = 'planted-by-the-lint-contract';

const FOR_ESLINT: readonly Plant[] = [
  {
    path: `backend/src/domain/${NAME}.ts`,
    source: `import { DataSource } from 'typeorm';\n\nexport const planted: string = DataSource.name;\n`,
    rule: 'no-restricted-imports',
  },
  {
    path: `backend/src/pipeline/${NAME}.ts`,
    source: `import { NestLog } from '../observability/logger.ts';\n\nexport const planted: string = NestLog.name;\n`,
    rule: 'no-restricted-imports',
  },
  {
    path: `libs/clinical/src/${NAME}.ts`,
    source: `import { readFileSync } from 'node:fs';\n\nexport const planted: string = readFileSync.name;\n`,
    rule: 'no-restricted-imports',
  },
  {
    path: `libs/statistics/src/${NAME}.ts`,
    source: `export const planted = (): number => Date.now();\n`,
    rule: 'no-restricted-syntax',
  },
  {
    path: `libs/contracts/src/${NAME}.ts`,
    source: `import { seededRng } from '@endwatch/simulation';\n\nexport const planted: unknown = seededRng;\n`,
    rule: '@nx/enforce-module-boundaries',
  },
  {
    path: `frontend/src/app/${NAME}.ts`,
    source: `import { Kafka } from 'kafkajs';\n\nexport const planted: string = Kafka.name;\n`,
    rule: '@nx/enforce-module-boundaries',
  },
  {
    path: `backend/src/http/${NAME}.ts`,
    source: `export const planted: string | undefined = process.env['HOME'];\n`,
    rule: 'no-restricted-properties',
  },
];

const FOR_DEPCRUISE: readonly Plant[] = [
  {
    path: `backend/src/http/${NAME}.ts`,
    source: `import { NestLog } from '../observability/logger.ts';\n\nexport const planted: string = NestLog.name;\n`,
    rule: 'adapters-do-not-meet',
  },
  {
    path: `backend/src/pipeline/${NAME}.ts`,
    source: `import { FhirDecoder } from '../ingest/fhir-decoder.ts';\n\nexport const planted: string = FhirDecoder.name;\n`,
    rule: 'pipeline-knows-no-adapter',
  },
  {
    path: `backend/src/domain/${NAME}.ts`,
    source: `import type { EventLog } from '../pipeline/event-log.ts';\n\nexport type Planted = EventLog;\n`,
    rule: 'domain-is-pure',
  },
];

async function withPlanted(plants: readonly Plant[], check: () => Promise<void>): Promise<void> {
  const paths = plants.map(({ path }) => join(ROOT, path));
  try {
    for (const [index, path] of paths.entries()) writeFileSync(path, plants[index]!.source);
    await check();
  } finally {
    for (const path of paths) rmSync(path, { force: true });
  }
}

/** Lint rules rot silently: here each forbidden arrow is drawn once, and the checker must see it. */
describe('forbidden imports', () => {
  afterAll(() => {
    for (const { path } of [...FOR_ESLINT, ...FOR_DEPCRUISE]) {
      expect(existsSync(join(ROOT, path))).toBe(false);
    }
  });

  it('are found by eslint, each by its rule', async () => {
    await withPlanted(FOR_ESLINT, async () => {
      const { code, text } = await eslint(...FOR_ESLINT.map(({ path }) => path));
      const start = text.indexOf('[{');
      expect({ code, text: start === -1 ? text : '' }).toEqual({ code: 1, text: '' });
      const found = JSON.parse(text.slice(start, text.lastIndexOf(']') + 1)) as {
        filePath: string;
        messages: { ruleId: string | null }[];
      }[];
      for (const { path, rule } of FOR_ESLINT) {
        const file = found.find(({ filePath }) => filePath.endsWith(path));
        expect({ path, rules: file?.messages.map(({ ruleId }) => ruleId) }).toEqual({
          path,
          rules: expect.arrayContaining([rule]) as string[],
        });
      }
    });
  });

  it('between adapters, and out of domain and pipeline, are found by dependency-cruiser', async () => {
    const clean = await depcruise('backend/src');
    expect(clean).toMatchObject({ code: 0 });
    await withPlanted(FOR_DEPCRUISE, async () => {
      const { code, text } = await depcruise('backend/src');
      expect(code).not.toBe(0);
      for (const { path, rule } of FOR_DEPCRUISE) {
        expect(text).toMatch(new RegExp(`${rule}: ${path}`));
      }
    });
  });
});
