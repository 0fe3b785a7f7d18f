import type { Page } from 'playwright-core';
import type { Board } from './busy-ward.ts';

const MINUTE = 60_000;
/** Ages on the screen move every 15 s, by the server's clock. */
const TICK = 16_000;

/** Texts of every tile or line by patient, also those that are only built when scrolled to. */
export async function shownTexts(page: Page): Promise<Map<string, string>> {
  const texts = await page.evaluate(async () => {
    const scroller = document.querySelector('cdk-virtual-scroll-viewport, endwatch-bed-grid');
    const found: Record<string, string> = {};
    if (!scroller) return found;
    const twoFrames = (): Promise<void> =>
      new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done())));
    for (let top = 0; top < scroller.scrollHeight; top += scroller.clientHeight / 2) {
      scroller.scrollTop = top;
      await twoFrames();
      for (const tile of scroller.querySelectorAll<HTMLElement>('[data-patient]'))
        found[tile.dataset['patient'] ?? ''] = tile.innerText;
    }
    scroller.scrollTop = 0;
    return found;
  });
  return new Map(Object.entries(texts));
}

/** Every patient whose tile does not say what the board's row says: name, NIHSS, risk and the age of the vital signs. */
export function differences(
  board: Pick<Board, 'rows'>,
  shown: ReadonlyMap<string, string>,
  now: number,
): string[] {
  const strangers = [...shown.keys()].filter(
    (id) => !board.rows.some(({ patientId }) => patientId === id),
  );
  const wrong = board.rows.flatMap((row) => {
    const text = shown.get(row.patientId);
    if (text === undefined) return [`${row.patientId} is not shown`];
    const words = text.replaceAll('\u00a0', ' ').split(/\s*[\n\t]\s*/);
    const lacking = [[row.name], [String(row.nihss.total)], riskOf(row), agesOf(row, now)].filter(
      (any) => !any.some((word) => words.some((shownWord) => shownWord.includes(word))),
    );
    return lacking.map(([word]) => `${row.patientId} lacks ${word ?? ''}: ${words.join(' | ')}`);
  });
  return [...strangers.map((id) => `${id} is shown and not on the board`), ...wrong];
}

type Row = Board['rows'][number];

function riskOf({ risk }: Row): string[] {
  if (risk === null) return [''];
  const { next24h } = risk;
  if (next24h < 0.01) return ['<1 %'];
  return [next24h > 0.95 ? '>95 %' : `${String(Math.round(next24h * 100))} %`];
}

/** Either side of a tick. */
function agesOf({ freshness }: Row, now: number): string[] {
  if (freshness.vitals === null) return ['–'];
  const at = Date.parse(freshness.vitals);
  return [now, now - TICK].map((time) => {
    const minutes = Math.floor(Math.max(0, time - at) / MINUTE);
    if (minutes < 1) return '<1 min';
    return minutes < 60 ? `${String(minutes)} min` : `${String(Math.floor(minutes / 60))} h`;
  });
}
