import { aucEstimate } from '@endwatch/statistics';
import type { EvaluationDocument, Table } from './document.ts';
import { evaluationDocument, evaluationJson } from './evaluation.ts';
import { cellText } from './html/cell-text.ts';
import { evaluationPage } from './html/page.ts';
import type { Judgement } from './judgement.ts';
import { runOf, shippedJudgement } from './testing/shipped-judgement.ts';

const PATIENTS = 200;
const OPTIONS = { comparators: null, transport: null, explained: 12 };

/** What a reader of the page is shown, tags and entities gone. */
function shown(html: string): string {
  return html
    .replace(/<style>.*?<\/style>/s, '')
    .replace(/<[^>]*>/g, '|')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&');
}

describe('an evaluation', () => {
  let judgement: Judgement;
  let document: EvaluationDocument;
  let html: string;
  let tables: readonly Table[];
  beforeAll(async () => {
    judgement = await shippedJudgement(PATIENTS);
    document = evaluationDocument(judgement, runOf(judgement), OPTIONS);
    html = evaluationPage(document);
    tables = document.sections.flatMap((section) => section.tables);
  }, 120_000);

  it('says what a computation by hand says', () => {
    const json = JSON.parse(evaluationJson(document)) as EvaluationDocument;
    const table = json.sections
      .flatMap((section) => section.tables)
      .find(({ id }) => id === 'landmark-next24h');
    const rows = judgement.scored.landmarks.filter(
      ({ stay: { followUp }, snapshot }) =>
        snapshot.hour === 12 && (followUp.event || followUp.time >= 36),
    );
    const y = rows.map(({ stay: { followUp } }) => (followUp.event && followUp.time <= 36 ? 1 : 0));
    const { auc, ci95 } = aucEstimate(
      y,
      rows.map(({ output }) => output.next24h),
    );
    const at12 = table?.rows.find(({ hour }) => hour === 12);
    expect(at12).toMatchObject({ n: rows.length, auc, aucCi95: ci95 });
    expect(auc).toBeGreaterThan(0.6);
  });

  it('comes out the same again', async () => {
    const again = await shippedJudgement(PATIENTS);
    const second = evaluationDocument(again, runOf(again), OPTIONS);
    expect(evaluationJson(second)).toBe(evaluationJson(document));
    expect(evaluationPage(second)).toBe(html);
  }, 120_000);

  it('shows every table and every cell of the document', () => {
    const text = shown(html);
    for (const table of tables) {
      expect(html).toContain(`id="${table.id}"`);
      for (const row of table.rows) {
        const cells = table.columns.map(({ key, format }) => cellText(row[key], format));
        const line = cells.map((cell) => `|${cell}|`).join('');
        expect(text.replaceAll('||', '|')).toContain(line.replaceAll('||', '|'));
      }
    }
    for (const figure of document.sections.flatMap((section) => section.figures)) {
      expect(html).toContain(`id="${figure.id}"`);
    }
  });

  it('says under every table and figure how many, who, whence, and that the model learned from simulated patients', () => {
    const blocks = html.split('class="block"').slice(1);
    const headed = document.sections.flatMap(({ tables, figures }) => [...tables, ...figures]);
    expect(blocks).toHaveLength(headed.length);
    for (const block of blocks) {
      expect(block).toContain('n = ');
      expect(block).toContain('learned from simulated patients');
      expect(block).toContain('npm run evaluate');
      expect(block).toContain('seed 31');
    }
    const json = JSON.parse(evaluationJson(document)) as {
      sections: Record<'tables' | 'figures', { source: object; n: number; population: string }[]>[];
    };
    for (const { tables, figures } of json.sections) {
      for (const { source, n, population } of [...tables, ...figures]) {
        expect(source).toMatchObject({ command: 'npm run evaluate', seed: 31 });
        expect(n).toBeGreaterThan(0);
        expect(population).toContain('simulated patients');
      }
    }
  });

  it('needs nothing from outside, and shows no value that is none', () => {
    expect(html).not.toMatch(/<script|<link|<img|\b(?:src|href)="(?!#)|url\(|@import/);
    expect(html).not.toMatch(/NaN|undefined|Infinity/);
    expect(evaluationJson(document)).not.toContain('NaN');
  });

  it('shows what looks like markup as text', () => {
    const nasty = '<script>alert("x")</script> & \'y\'';
    const page = evaluationPage({ ...document, run: runOf(judgement, nasty) });
    expect(page).not.toContain('<script');
    expect(shown(page)).toContain(nasty);
  });

  it('gives every id once', () => {
    const ids = Array.from(html.matchAll(/ id="([^"]+)"/g), ([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });
});
