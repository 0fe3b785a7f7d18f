import type { Page } from 'playwright-core';
import { eventually } from '../harness/system.ts';

type Hours = readonly [from: number, to: number];

/** What is in sight of a stay on its page, in hours from its start, and the ways to change it. */
export class StaySight {
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
  }

  /** Once the page has it. */
  async hours(): Promise<Hours> {
    const grips = this.#page.getByRole('slider', { name: /of what is in sight$/ });
    await grips.last().waitFor();
    const [from = NaN, to = NaN] = await grips.evaluateAll((all) =>
      all.map((one) => Number(one.getAttribute('aria-valuenow'))),
    );
    return [from, to];
  }

  /** Waits until it is so, two hours more or less. */
  async is(from: number, to: number): Promise<void> {
    const near = (a: number, b: number): boolean => Math.abs(a - b) <= 2;
    await eventually(
      () => this.hours(),
      ([first, last]) => near(first, from) && near(last, to),
    );
  }

  /** By the pointer, over the whole stay in small; in parts of its width. */
  async drag(from: number, to: number): Promise<void> {
    const strip = await this.#page.locator('endwatch-overview-brush .strip').boundingBox();
    if (strip === null) throw new Error('there is no strip to drag on');
    const x = (part: number): number => strip.x + part * strip.width;
    const y = strip.y + strip.height / 2;
    await this.#page.mouse.move(x(from), y);
    await this.#page.mouse.down();
    await this.#page.mouse.move(x((from + to) / 2), y);
    await this.#page.mouse.move(x(to), y);
    await this.#page.mouse.up();
  }

  async press(name: string): Promise<void> {
    const group = this.#page.getByRole('group', { name: 'What is in sight' });
    await group.getByRole('button', { name, exact: true }).click();
  }

  /** Closer by one notch of the wheel, with the key without which it scrolls the page. */
  async wheel(): Promise<void> {
    const drawing = this.#page.locator('endwatch-stay-drawing svg[data-figure]');
    await drawing.hover({ position: { x: 900, y: 90 } });
    await this.#page.keyboard.down('Control');
    await this.#page.mouse.wheel(0, -100);
    await this.#page.keyboard.up('Control');
  }
}

/** By the pointer over the whole stay, by buttons, and by the wheel over the drawing, which then is another. */
export async function changesWhatIsInSight(page: Page): Promise<void> {
  const sight = new StaySight(page);
  const [start, whole] = await sight.hours();
  expect(start).toBe(0);
  expect(whole).toBeGreaterThan(72);
  const shows = (from: number, to: number): Promise<void> => sight.is(from * whole, to * whole);
  await sight.drag(0.999, 0.5);
  await shows(0, 0.5);
  await sight.drag(0.6, 0.8);
  await shows(0.6, 0.8);
  await sight.drag(0.7, 0.3);
  await shows(0.2, 0.4);
  for (const [name, from, to] of [
    ['Later', 0.3, 0.5],
    ['Earlier', 0.2, 0.4],
    ['Farther', 0.1, 0.5],
    ['Closer', 0.2, 0.4],
    ['First 48 h', 0, 48 / whole],
    ['All', 0, 1],
  ] as const) {
    await sight.press(name);
    await shows(from, to);
  }
  const drawing = page.locator('endwatch-stay-drawing svg[data-figure]');
  const before = await drawing.innerHTML();
  await sight.wheel();
  const [from, to] = await eventually(
    () => sight.hours(),
    ([first, last]) => last - first < whole,
  );
  expect(Math.abs(to - from - 0.8 * whole)).toBeLessThanOrEqual(1);
  expect(await drawing.innerHTML()).not.toBe(before);
}
