import type { Page } from 'playwright-core';
import { sheetsOf } from '../harness/sheets.ts';
import { eventually } from '../harness/system.ts';

/** Beside the axis of a stay: what its tile said then. There is nothing to press, and of whom it is not said. */
export async function boardSays(
  page: Page,
  { total, end, name }: { readonly total: string; readonly end: RegExp; readonly name: RegExp },
): Promise<void> {
  const board = page.locator('endwatch-board-then');
  await board.getByRole('heading', { name: /^On the board at / }).waitFor();
  await eventually(
    () => board.locator('.total').innerText(),
    (text) => text === total,
  );
  expect(await board.locator('endwatch-end-badge').innerText()).toMatch(end);
  expect(await board.locator('a, button').count()).toBe(0);
  expect(await board.innerText()).not.toMatch(name);
}

/** A text reads as it came on the screen; on paper it names nobody. */
export async function namesNobodyOnPaper(
  page: Page,
  { text, masked, name }: { readonly text: string; readonly masked: string; readonly name: RegExp },
): Promise<void> {
  await page.getByText(text).waitFor();
  const printed = (await sheetsOf(page)).join(' ');
  expect(printed).toContain(masked);
  expect(printed).not.toMatch(name);
}
