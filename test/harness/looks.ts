import type { Page } from 'playwright-core';

export interface Figure {
  readonly title: string;
  /** "n = 41 stays" */
  readonly n: string;
  readonly definition: string;
  /** Of the table with the same in figures. */
  readonly rows: number;
}

/** The drawings of a page, each with what its frame says; all of it empty where one stands in no frame. */
export function figuresOf(page: Page): Promise<Figure[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll('svg[data-figure]')].map((drawing) => {
      const frame = drawing.closest('endwatch-chart-frame figure');
      const words = (selector: string): string =>
        frame?.querySelector(selector)?.textContent.trim() ?? '';
      return {
        ...{ title: words('h2'), n: words('h2 span'), definition: words('.definition') },
        rows: frame?.querySelectorAll('.table tbody tr').length ?? 0,
      };
    }),
  );
}

/** Drawings without title, number, definition or figures. */
export async function bareFigures(page: Page): Promise<Figure[]> {
  const figures = await figuresOf(page);
  return figures.filter(
    ({ title, n, definition, rows }) =>
      title === n || !/^n = \d/.test(n) || definition === '' || rows === 0,
  );
}

/** Pixels that a page is wider than the screen. */
export function wider(page: Page): Promise<number> {
  return page.evaluate(() =>
    Math.max(0, document.documentElement.scrollWidth - document.documentElement.clientWidth),
  );
}

/** Words of a drawing that reach beyond its edge. */
export function cutWords(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll('svg[data-figure]')].flatMap((svg) =>
      [...svg.querySelectorAll('text')]
        .filter(
          (text) => text.getBoundingClientRect().right > svg.getBoundingClientRect().right + 1,
        )
        .map((text) => text.textContent.trim()),
    ),
  );
}
