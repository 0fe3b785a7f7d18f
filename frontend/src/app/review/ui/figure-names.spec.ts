import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { savedFigureSchema } from '@endwatch/contracts';

const PAGES = join(__dirname, '..');
/** `fileName="flow"` and `[fileName]="'forecast-' + …"`; a name that is passed on stands where it comes from. */
const NAMES = /(?:fileName="([a-z-]+)"|\[fileName\]="'([a-z-]+-)' \+)/g;

function namesGiven(): readonly string[] {
  return readdirSync(PAGES, { recursive: true, encoding: 'utf8' })
    .filter((name) => /(?<![.]spec)[.](html|ts)$/.test(name))
    .flatMap((name) => [...readFileSync(join(PAGES, name), 'utf8').matchAll(NAMES)])
    .map(([, whole, begun]) => whole ?? `${String(begun)}1`);
}

describe('what a chart is saved as', () => {
  it('is a name that the server writes down: a chart it does not know could not be saved', () => {
    const names = [...namesGiven(), 'report-2026-11-1'];
    expect(names.length).toBeGreaterThan(11);
    const refused = names.filter(
      (figure) => !savedFigureSchema.safeParse({ figure, format: 'svg' }).success,
    );
    expect(refused).toEqual([]);
  });
});
