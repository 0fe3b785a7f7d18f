import { brokenRules, openScreen } from '../harness/browser.ts';
import { eventually } from '../harness/system.ts';
import { ViewsWard, WALL, card, scrolls, settled } from './views-ward.ts';

const DAY = 86_400_000;

/** What a ward hears, and what it sees on its wall. */
describe('sound and wall', () => {
  const ward = new ViewsWard();
  beforeAll(() => ward.start());
  afterAll(() => ward.stop());

  it('sounds ten pulses for a high alert, is muted in sight, and stops when somebody takes it', async () => {
    const context = await ward.browser.newContext(WALL);
    await context.addInitScript(() => {
      const starts: number[] = [];
      Object.assign(window, { starts });
      const start = Reflect.get<OscillatorNode, 'start'>(OscillatorNode.prototype, 'start');
      OscillatorNode.prototype.start = function (this: OscillatorNode, when) {
        starts.push(when ?? 0);
        start.call(this, when);
      };
    });
    const page = await ward.signedIn('nora', context);
    const starts = (): Promise<number[]> =>
      page.evaluate(() => (window as unknown as { starts: number[] }).starts);
    expect(await starts()).toEqual([]);
    const control = page.getByRole('button', { name: /^(Sound|Muted)/ }).first();
    await control.click();
    await page.getByRole('button', { name: 'Switch sound on' }).click();
    const pulses = await eventually(starts, (all) => all.length >= 10);
    const gaps = pulses
      .slice(1, 10)
      .map((at, index) => Math.round((at - (pulses[index] ?? 0)) * 1_000));
    expect(gaps).toEqual([225, 225, 450, 225, 850, 225, 225, 450, 225]);
    await page.getByRole('button', { name: '2 min' }).click();
    await page.getByText(/^Muted 1:5\d$/).waitFor();
    const silent = (await starts()).length;
    await page.keyboard.press('Escape');
    await ward.examined(18, 4);
    await card(page, 18).getByText('Now').first().waitFor();
    await page.waitForTimeout(1_000);
    expect(await starts()).toHaveLength(silent);
    await page.reload();
    await settled(page);
    await page.getByText(/^Muted 1:\d\d$/).waitFor();
    await page.keyboard.press('q');
    await page.getByText('Sound on').waitFor();
    await eventually(starts, (all) => all.length >= 10);
    for (;;) {
      const high = page.locator('endwatch-action-queue li[data-priority="high"].open-alert button');
      if ((await high.count()) === 0) break;
      await high.first().click();
      await page.waitForTimeout(300);
    }
    const taken = (await starts()).length;
    await page.waitForTimeout(11_000);
    // Of the next priority there may be some; ten at once there are no more.
    expect((await starts()).length - taken).toBeLessThan(10);
    await context.close();
  });

  describe('on the wall', () => {
    it('comes up by itself, offers nothing to press, and hides the pointer', async () => {
      const context = await ward.browser.newContext(WALL);
      const page = await ward.signedIn('wall', context);
      expect(new URL(page.url()).pathname).toBe(ward.path);
      expect(
        await page.locator('button:visible, a:visible, input:visible, select:visible').count(),
      ).toBe(0);
      expect(await card(page, 3).evaluate((one) => getComputedStyle(one).cursor)).toBe('none');
      expect(await scrolls(page, 'endwatch-bed-grid')).toEqual({ page: 0, view: 0 });
      expect(await brokenRules(page)).toEqual([]);
      const cookie = (await context.cookies()).find(({ name }) => name === 'endwatch_session');
      expect((cookie?.expires ?? 0) * 1_000 - Date.now()).toBeGreaterThan(7 * DAY);
      // Started again after a power cut: straight back to the board.
      await page.goto(ward.address);
      await settled(page);
      expect(new URL(page.url()).pathname).toBe(ward.path);
      await context.close();
    });

    it('keeps what happened above the NIHSS and not on it, also where a band takes some of the height', async () => {
      const context = await ward.browser.newContext(WALL);
      const page = await ward.signedIn('wall', context);
      await page.setViewportSize({ width: 1920, height: 1040 });
      const [badge, total] = await Promise.all(
        ['endwatch-end-badge', '.total'].map((part) => card(page, 3).locator(part).boundingBox()),
      );
      expect((badge?.y ?? 0) + (badge?.height ?? 0)).toBeLessThanOrEqual(total?.y ?? 0);
      await context.close();
    });

    it('shows initials or names as the house has it, at once', async () => {
      const context = await ward.browser.newContext(WALL);
      const wall = await ward.signedIn('wall', context);
      const name = () => card(wall, 3).locator('.name').innerText();
      expect(await name()).toMatch(/^V\. P\.$|^P\. V\.$/);
      const { page } = await openScreen(ward.browser, `${ward.address}/admin/wall`);
      await page.getByRole('heading', { name: 'Screens on the wall' }).waitFor();
      const button = page.getByRole('button', { name: 'Save as a new version' });
      const save = async (choice: string): Promise<void> => {
        // What holds already is no new version.
        expect(await button.isDisabled()).toBe(true);
        await page.getByLabel(choice).check();
        await button.click();
        await page.getByText('Saved').waitFor();
      };
      await page.getByText('This holds now').waitFor();
      expect(await brokenRules(page)).toEqual([]);
      await save('Full names');
      await eventually(name, (words) => words.includes('Viewer'), 4_000);
      await save('Initials');
      await eventually(name, (words) => !words.includes('Viewer'), 4_000);
      expect(await page.locator('section li').allInnerTexts()).toHaveLength(2);
      expect(await wall.content()).not.toContain('Viewer');
      await Promise.all([context.close(), page.context().close()]);
    });
  });
});
