import type { Locator, Page } from 'playwright-core';
import { brokenRules } from '../harness/browser.ts';
import { eventually } from '../harness/system.ts';
import { BEDS, DUE, ViewsWard, WALL, card, scrolls, settled, shown, still } from './views-ward.ts';

const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true } as const;
/** So long hands must be off before anything moves. */
const REST_MS = 5_000;

const inLane = (page: Page, bed: number): Promise<string | null> =>
  card(page, bed).evaluate(
    (one) => one.closest<HTMLElement>('[data-lane]')?.dataset['lane'] ?? null,
  );

/** The ways to look at a ward of 32 beds: as people use them, by pointer, keyboard and thumb, from three metres. */
describe('the views of the board', () => {
  const ward = new ViewsWard();
  beforeAll(() => ward.start());
  afterAll(() => ward.stop());

  describe.each(['light', 'dark'] as const)('in %s', (colorScheme) => {
    it.each([
      ['b', 'endwatch-bed-grid'],
      ['u', 'endwatch-lane-board'],
    ])('key %s shows 32 beds at 1920 × 1080 without scrolling', async (key, view) => {
      const { page, context, complaints } = await ward.open({ ...WALL, colorScheme });
      await page.keyboard.press(key);
      await eventually(
        () => page.locator(`${view} [data-patient] article`).count(),
        (count) => count === BEDS.length,
      );
      expect(await scrolls(page, view)).toEqual({ page: 0, view: 0 });
      expect(await outside(page, `${view} [data-patient]`)).toEqual([]);
      expect(await smallestType(page, `${view} .bed`)).toBeGreaterThanOrEqual(28);
      expect(await smallestType(page, `${view} .total`)).toBeGreaterThanOrEqual(28);
      await still(page);
      expect(await brokenRules(page)).toEqual([]);
      expect(complaints).toEqual([]);
      await context.close();
    });

    it.each(['b', 'u', 'l'])('key %s is usable in the hand', async (key) => {
      const { page, context, complaints } = await ward.open({ ...PHONE, colorScheme });
      await page.keyboard.press(key);
      await card(page, 3).waitFor();
      await still(page);
      expect((await scrolls(page, 'main')).page).toBe(0);
      expect(await brokenRules(page)).toEqual([]);
      const modes = await page
        .locator('.mode button')
        .evaluateAll((all) => all.map((one) => Math.round(one.getBoundingClientRect().height)));
      expect(Math.min(...modes)).toBeGreaterThanOrEqual(44);
      await card(page, 3).locator('a.open').tap();
      await page.waitForURL('**/patients/p3');
      await page.getByRole('button', { name: 'My patient: Bed 3', exact: true }).waitFor();
      expect(complaints).toEqual([]);
      await context.close();
    });

    it('needs action is in sight on a tablet too', async () => {
      const { page, context } = await ward.open({
        ...{ viewport: { width: 768, height: 1024 }, colorScheme },
      });
      await card(page, 3).waitFor();
      const queue = await page.locator('endwatch-action-queue').boundingBox();
      const grid = await page.locator('endwatch-bed-grid').boundingBox();
      expect(queue?.height).toBeGreaterThan(100);
      const last = await page.locator('endwatch-board-header endwatch-theme-toggle').boundingBox();
      expect((last?.x ?? 768) + (last?.width ?? 0)).toBeLessThanOrEqual(768);
      expect((queue?.y ?? 0) + (queue?.height ?? 0)).toBeLessThanOrEqual(1024);
      expect(grid?.height).toBeGreaterThan(500);
      expect(await brokenRules(page)).toEqual([]);
      await context.close();
    });

    it('list, help sheet, sound and columns keep the rules too', async () => {
      const { page, context } = await ward.open({ ...WALL, colorScheme });
      await page.keyboard.press('l');
      await page.getByRole('button', { name: 'Columns' }).click();
      expect(await brokenRules(page)).toEqual([]);
      await page.keyboard.press('Escape');
      await page.getByRole('button', { name: /^Sound/ }).click();
      expect(await brokenRules(page)).toEqual([]);
      await page.keyboard.press('Escape');
      await page.keyboard.press('?');
      await page.getByText('Lanes by urgency').waitFor();
      expect(await page.locator('endwatch-keys-dialog kbd').allInnerTexts()).toEqual([
        '/',
        'Arrows',
        'Enter',
        ...'a s m b u l n q t'.split(' '),
        'Esc',
        '?',
      ]);
      expect(await brokenRules(page)).toEqual([]);
      await context.close();
    });
  });

  it('tells fact from forecast in the lanes, and has names for who listens', async () => {
    const { page, context } = await ward.open();
    await page.keyboard.press('u');
    const fact = page.getByRole('region', { name: /^END confirmed/ });
    const forecast = page.getByRole('region', { name: /^Risk high forecast/ });
    await fact.getByRole('link', { name: /^3.*Viewer.*END/ }).waitFor();
    const look = (lane: typeof fact) =>
      lane.evaluate((one) => ({
        border: getComputedStyle(one).borderStyle,
        head: getComputedStyle(one.querySelector('h2') ?? one).backgroundColor,
        flag: one.querySelectorAll('h2 svg').length,
      }));
    const [seen, foretold] = [await look(fact), await look(forecast)];
    expect([seen.border, foretold.border]).toEqual(['solid', 'dashed']);
    expect(seen.head).not.toBe(foretold.head);
    expect([seen.flag, foretold.flag]).toEqual([1, 0]);
    const lanes = await Promise.all(BEDS.map((bed) => inLane(page, bed)));
    expect(lanes[2]).toBe('end');
    expect(BEDS.filter((bed) => lanes[bed - 1] === 'due')).toEqual(DUE);
    const waits = page.locator('endwatch-action-queue li.open-alert').first();
    expect(await waits.locator('.reason').innerText()).toMatch(/NIHSS/);
    await context.close();
  });

  it('moves nothing under a hand, then lets it go to its lane, and keeps the focus on it', async () => {
    const { page, context } = await ward.open();
    await page.keyboard.press('u');
    const before = await eventually(
      () => inLane(page, 12),
      (lane) => lane !== null,
    );
    expect(before).not.toBe('end');
    const place = () => card(page, 12).boundingBox();
    const stood = await place();
    // Walks to it by keyboard alone, and stays at work.
    await card(page, 12).locator('a.open').focus();
    const stir = setInterval(() => void page.keyboard.press('Shift').catch(() => undefined), 1_000);
    await ward.examined(12, 4);
    await card(page, 12).getByText(/END/).first().waitFor();
    await page.waitForTimeout(REST_MS / 2);
    expect([await inLane(page, 12), await place()]).toEqual([before, stood]);
    clearInterval(stir);
    await eventually(
      () => inLane(page, 12),
      (lane) => lane === 'end',
    );
    expect(
      await page.evaluate(
        () => document.activeElement?.closest<HTMLElement>('[data-patient]')?.dataset['patient'],
      ),
    ).toBe('p12');
    await context.close();
  });

  it('is walked by keyboard alone: to a bed, ticked, narrowed to mine, opened', async () => {
    const context = await ward.browser.newContext(WALL);
    const page = await ward.signedIn('olaf', context);
    await page.keyboard.press('u');
    await page.locator('endwatch-lane-board article').first().waitFor();
    await page.keyboard.press('Home');
    const focused = () =>
      page.evaluate(
        () => document.activeElement?.closest<HTMLElement>('[data-patient]')?.dataset['patient'],
      );
    const first = await eventually(focused, (id) => id === 'p3');
    await page.keyboard.press('End');
    await eventually(focused, (id) => id !== first);
    await page.keyboard.press('Home');
    await eventually(focused, (id) => id === first);
    // Nobody is ticked yet: the ward is there to tick from, by the keys that walk the beds.
    await page.keyboard.press('m');
    const boxes = page.getByRole('checkbox');
    await eventually(
      () => boxes.count(),
      (count) => count === BEDS.length,
    );
    await page.getByText('None of 32').waitFor();
    expect(await brokenRules(page)).toEqual([]);
    await page.keyboard.press('Home');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await eventually(focused, (id) => id === first);
    await page.keyboard.press(' ');
    await page.getByRole('checkbox', { name: /^3 Paula ViewerC/, checked: true }).waitFor();
    // The browser ticks the box before the page has drawn that there is somebody to show; until then Enter sends nothing.
    await page.getByRole('button', { name: 'Show only mine', disabled: false }).waitFor();
    await page.keyboard.press('Enter');
    await eventually(focused, (id) => id === first);
    await eventually(
      () => shown(page).count(),
      (count) => count === 1,
    );
    await page.getByText('Shown: your 1 of').waitFor();
    await page.keyboard.press('b');
    await page.locator('endwatch-bed-grid article').waitFor();
    await page.keyboard.press('Home');
    await eventually(focused, (id) => id === first);
    await page.keyboard.press('Enter');
    await page.waitForURL(`**/patients/${first}`);
    await page.getByRole('button', { name: /My patient: Bed/, pressed: true }).waitFor();
    await context.close();
  });

  it('knows my patients on every device, marks their alerts, and forgets them with the stay', async () => {
    const context = await ward.browser.newContext(WALL);
    const page = await ward.signedIn('nora', context);
    for (const bed of [3, 30]) {
      await card(page, bed).hover();
      await page.getByRole('button', { name: `My patient: Bed ${bed}`, exact: true }).click();
    }
    const mine = (on: Page) => on.getByRole('button', { name: /^My patients/ });
    await eventually(
      () => mine(page).innerText(),
      (words) => words.endsWith('2'),
    );
    const alerts = page.locator('endwatch-action-queue li').filter({ hasText: 'My patient' });
    await eventually(
      () => alerts.locator('.patient b').allInnerTexts(),
      (beds) => beds.includes('3'),
    );
    await page.reload();
    await settled(page);
    expect(await mine(page).innerText()).toMatch(/2$/);
    const other = await ward.browser.newContext(PHONE);
    const phone = await ward.signedIn('nora', other);
    await eventually(
      () => mine(phone).innerText(),
      (words) => words.endsWith('2'),
    );
    await ward.discharged(30);
    for (const one of [page, phone]) {
      await eventually(
        () => mine(one).innerText(),
        (words) => words.endsWith('1'),
      );
    }
    await page.reload();
    await settled(page);
    const kept = await page.evaluate(
      async () => (await fetch('/api/preferences')).json() as Promise<unknown>,
    );
    expect(kept).toEqual({
      myPatients: [{ patientId: 'p3', encounterId: expect.any(String) as string }],
      language: 'en',
    });
    await Promise.all([context.close(), other.close()]);
    // Who is on no board is for those of every ward.
    const desk = await ward.open();
    await desk.page.goto(`${ward.address}/patients/p30`);
    await desk.page.locator('dt', { hasText: 'Discharged' }).waitFor();
    await desk.context.close();
  });

  it('is searched by bed and by name with / and typing, on the board and in the list', async () => {
    const { page, context } = await ward.open();
    const found = async (words: string, right: (beds: number[]) => boolean): Promise<void> => {
      await page.keyboard.press('/');
      await page.keyboard.press('ControlOrMeta+a');
      await page.keyboard.type(words);
      await eventually(
        () =>
          page
            .locator('[data-patient]:not(.dimmed)')
            .evaluateAll((all) =>
              all.map((one) => Number((one as HTMLElement).dataset['patient']?.slice(1))),
            ),
        right,
      );
    };
    for (const key of ['b', 'l']) {
      await page.keyboard.press(key);
      await card(page, 3).waitFor();
      await found('12', (beds) => String(beds) === '12');
      // Of the 32 who are called so, beds 3 and 29 share the letter.
      await found('viewerc', (beds) => String(beds.toSorted((a, b) => a - b)) === '3,29');
      await page.keyboard.press('Escape');
      await page.locator('body').press('Escape');
      await eventually(
        () => page.getByLabel('Search for a bed or a name').inputValue(),
        (value) => value === '',
      );
    }
    await context.close();
  });

  it('leaves the button under the pointer where it is when a higher alert comes, and a press takes the right one', async () => {
    const { page, context } = await ward.open();
    await page.keyboard.press('b');
    const lines = page.locator('endwatch-action-queue li.open-alert');
    const line = lines.filter({ hasText: 'Examination overdue' }).first();
    const bed = await line.locator('.patient b').innerText();
    const button = page.getByRole('button', { name: `Acknowledge ${bed}: Examination overdue` });
    await button.scrollIntoViewIfNeeded();
    await still(page);
    await button.hover();
    const stood = await button.boundingBox();
    const stir = setInterval(() => void page.keyboard.press('Shift').catch(() => undefined), 1_000);
    await ward.examined(18, 4);
    const higher = page.getByRole('button', { name: /^Acknowledge 18: Deterioration/ });
    await higher.waitFor();
    await still(page);
    expect(await button.boundingBox()).toEqual(stood);
    await page.mouse.down();
    await page.mouse.up();
    clearInterval(stir);
    await page
      .locator('endwatch-action-queue li')
      .filter({ hasText: 'Examination overdue' })
      .filter({ has: page.locator('.patient b', { hasText: new RegExp(`^${bed}$`) }) })
      .getByText(/^Taken by/)
      .waitFor();
    expect(await higher.count()).toBe(1);
    // Hands off: the higher one comes first.
    await eventually(
      async () => [await place(higher), await place(lines.last())],
      ([one = 0, last = 0]) => one < last,
    );
    await context.close();
  });

  it('marks who has changed until somebody has looked', async () => {
    const { page, context } = await ward.open();
    await page.mouse.move(5, 5);
    await ward.examined(15, 2);
    await card(page, 15).getByText('Changed', { exact: true }).waitFor();
    expect(await card(page, 16).getByText('Changed', { exact: true }).count()).toBe(0);
    await card(page, 15).hover();
    await eventually(
      () => card(page, 15).getByText('Changed', { exact: true }).count(),
      (count) => count === 0,
    );
    await context.close();
  });

  it('sorts and filters the list, and keeps order and columns', async () => {
    const { page, context } = await ward.open();
    await page.keyboard.press('l');
    const totals = async () =>
      (await page.locator('endwatch-patient-row .total').allInnerTexts()).map(Number);
    await page.getByRole('button', { name: /^NIHSS: sort by NIHSS/ }).click();
    await eventually(totals, (all) => (all[0] ?? 0) > 3 && isSorted(all));
    await page.getByRole('button', { name: 'Columns' }).click();
    await page.getByLabel('Course').uncheck();
    await page.keyboard.press('Escape');
    await page.getByRole('combobox', { name: /^Show/ }).selectOption('Examination due');
    await eventually(
      () => page.locator('endwatch-patient-row').count(),
      (count) => count === 5,
    );
    await page.reload();
    await settled(page);
    expect(await page.locator('endwatch-patient-row').count()).toBeGreaterThan(5);
    expect(isSorted(await totals())).toBe(true);
    expect(await page.locator('endwatch-patient-row .course').first().isVisible()).toBe(false);
    await context.close();
  });

  it('stands still and keeps its shapes for who wants no motion and chooses the colours', async () => {
    await ward.examined(9, 4);
    const { page, context } = await ward.open({
      ...WALL,
      reducedMotion: 'reduce',
      forcedColors: 'active',
    });
    await card(page, 9).getByText('Now').first().waitFor();
    for (const key of ['b', 'u', 'l']) {
      await page.keyboard.press(key);
      await card(page, 9).waitFor();
      expect(await page.evaluate(() => document.getAnimations().length)).toBe(0);
      const marks = await card(page, 9)
        .locator('endwatch-alert-mark path')
        .evaluateAll((all) => all.map((one) => getComputedStyle(one).stroke));
      expect(marks.length).toBeGreaterThan(0);
      expect(await brokenRules(page)).toEqual([]);
    }
    const pressed = page.locator('.mode [aria-pressed="true"]').first();
    expect(await pressed.evaluate((one) => getComputedStyle(one).outlineStyle)).toBe('solid');
    await context.close();
  });
});

async function place(locator: Locator): Promise<number> {
  return (await locator.boundingBox())?.y ?? NaN;
}

function isSorted(values: readonly number[]): boolean {
  return values.every((value, index) => index === 0 || value <= (values[index - 1] ?? value));
}

/** Those that are not wholly on the screen, or lie under another. */
function outside(page: Page, selector: string): Promise<string[]> {
  return page.evaluate((wanted) => {
    const boxes = [...document.querySelectorAll<HTMLElement>(wanted)].map((one) => ({
      id: one.dataset['patient'] ?? '',
      box: one.getBoundingClientRect(),
    }));
    const apart = (a: DOMRect, b: DOMRect): boolean =>
      a.right <= b.left + 1 ||
      b.right <= a.left + 1 ||
      a.bottom <= b.top + 1 ||
      b.bottom <= a.top + 1;
    return boxes
      .filter(
        ({ id, box }) =>
          box.left < 0 ||
          box.top < 0 ||
          box.right > innerWidth ||
          box.bottom > innerHeight ||
          boxes.some((other) => other.id !== id && !apart(box, other.box)),
      )
      .map(({ id }) => id);
  }, selector);
}

/** In CSS pixels. */
function smallestType(page: Page, selector: string): Promise<number> {
  return page
    .locator(selector)
    .evaluateAll((all) =>
      Math.min(...all.map((one) => Number.parseFloat(getComputedStyle(one).fontSize))),
    );
}
