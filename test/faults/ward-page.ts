import type { Browser, BrowserContext, Page } from 'playwright-core';
import { shownTexts } from '../load/shown-board.ts';
import { enter } from '../harness/access.ts';

/** On a busy machine too. */
const OPENS_WITHIN = 120_000;

/** A real page that shows the ward. */
export class WardPage {
  readonly page: Page;
  readonly complaints: string[] = [];
  readonly #context: BrowserContext;

  private constructor(context: BrowserContext, page: Page) {
    this.#context = context;
    this.page = page;
    page.on('pageerror', (error) => this.complaints.push(error.message));
  }

  static async open(browser: Browser, address: string): Promise<WardPage> {
    const context = await browser.newContext({ viewport: { width: 1920, height: 1080 } });
    await enter(context, address);
    const ward = new WardPage(context, await context.newPage());
    await ward.page.goto(address);
    // Its parts come one after the other: what is cut before is the opening of a page, not a page.
    await ward.page.locator('[data-state="live"]').first().waitFor({ timeout: OPENS_WITHIN });
    return ward;
  }

  /** The number of the last update that it shows as live; -1 while it says that it is not. */
  async sequence(): Promise<number> {
    return this.page.evaluate(() => {
      const live = document.querySelector('[data-state="live"]') !== null;
      const count = document.querySelector('endwatch-board-footer .count')?.textContent ?? '';
      const [, number = ''] = /Update\s+([\d,.\u202f\u00a0 ]+)/.exec(count) ?? [];
      return live && number !== '' ? Number(number.replace(/\D/g, '')) : -1;
    });
  }

  /** Texts of the tiles by patient. */
  async tiles(): Promise<Map<string, string>> {
    return shownTexts(this.page);
  }

  async close(): Promise<void> {
    await this.#context.close();
  }
}
