import type {
  Alert,
  AuditEntryView,
  BoardRow,
  BoardSnapshot,
  Explanation,
  ReviewTable,
  RiskLimitsView,
  WhatIfReview,
} from '@endwatch/contracts';
import type { Browser, Page } from 'playwright-core';
import { brokenRules, openScreen } from '../harness/browser.ts';
import { wider } from '../harness/looks.ts';
import * as fhir from '../harness/messages.ts';
import { type Endwatch, eventually } from '../harness/system.ts';
import { cardText } from './on-call-card.ts';

const HOUR = 3_600_000;
const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true } as const;
const DESK = { viewport: { width: 1280, height: 800 } } as const;

interface Place {
  readonly endwatch: Endwatch;
  readonly browser: Browser;
  /** Where a patient `b` lies who has a forecast of more than 1 % and less than the limit as shipped. */
  readonly ward: string;
}

/** An administrator moves a limit of a ward; the ward rings by it; it is taken back. */
export function limitStory(at: () => Place): void {
  const path = (): string => `/api/settings/risk-limits?ward=${at().ward}`;
  const TRIED = { on: 0.01, off: 0.01, minimumMinutes: 0, risingBy: 0.1 };
  const rowOfB = async (): Promise<BoardRow | undefined> => {
    const { rows } = await at().endwatch.json<BoardSnapshot>(`/api/wards/${at().ward}/board`);
    return rows.find(({ patientId }) => patientId === 'b');
  };
  const rings = (row: BoardRow | undefined): Alert | undefined =>
    row?.alerts.find(({ kind }) => kind === 'risk-high');
  /** The patient's next round. */
  const newValue = (nth: number): Promise<unknown> =>
    at().endwatch.post(
      '/fhir',
      fhir.heartRate({ id: `b-hr${String(nth)}`, patientId: 'b', at: Date.now() }, 70 + nth),
    );
  const choose = async (page: Page): Promise<void> => {
    await page.goto(`${at().endwatch.address}/admin/limits`);
    await page.locator('endwatch-ward-choice select').selectOption(at().ward);
  };

  it('is moved, what it would have brought in 14 days is seen, and it is saved as a version', async () => {
    // A forecast of now: one of what was loaded hours late rings nothing. The review follows the board.
    await newValue(0);
    await eventually(rowOfB, (row) => typeof row?.freshness.vitals === 'string');
    await eventually(
      () => at().endwatch.json<ReviewTable>('/api/review/stays'),
      ({ total, freshness }) => total === 2 && freshness.waiting === 0,
    );
    const from = new Date(Date.now() - 14 * 24 * HOUR).toISOString().slice(0, 10);
    const query = Object.entries({ from, ward: at().ward, ...TRIED }).map((pair) => pair.join('='));
    const { asked, today } = await at().endwatch.json<WhatIfReview>(
      `/api/review/what-if?${query.join('&')}`,
    );
    expect(asked.alerts).toBeGreaterThan(today.alerts);
    const { page, context, complaints } = await openScreen(
      at().browser,
      at().endwatch.address,
      DESK,
    );
    await choose(page);
    await page.getByText('This ward goes by the house').waitFor();
    const save = page.getByRole('button', { name: 'Save as a new version' });
    await page.getByText('These limits hold now').waitFor();
    expect(await save.isDisabled()).toBe(true);
    await page.getByLabel('Rings when the risk of the next 24 h reaches').fill('1');
    await page.getByLabel('After it has stayed there for').fill('0');
    const words = /Rings from 1\s%, ends below 1\s%, at once, again after a rise of 10 points/;
    await page.locator('.tried').getByText(words).waitFor();
    const counted = page.getByRole('row', { name: /^Alerts in all/ }).locator('td');
    expect(await counted.allInnerTexts()).toEqual([
      ...[String(today.alerts), String(asked.alerts)],
      `+${String(asked.alerts - today.alerts)}`,
    ]);
    // There is no filter here that could be widened.
    await page.getByText(/cannot be told from chance\.$/).waitFor();
    expect(await brokenRules(page)).toEqual([]);
    await save.click();
    await page.getByText('Saved', { exact: true }).waitFor();
    await page.getByText(/^This ward has limits of its own\. The house: Rings from/).waitFor();
    const kept = await at().endwatch.json<RiskLimitsView>(path());
    expect(kept).toMatchObject({ limits: TRIED, own: true, ownWards: [at().ward] });
    expect(kept.house).toEqual(kept.shipped);
    const { at: savedAt = '', byName = '' } = kept.versions[0] ?? {};
    expect(Math.abs(Date.now() - Date.parse(savedAt))).toBeLessThan(60_000);
    const line = await page.locator('endwatch-setting-versions li').first().innerText();
    expect(line).toMatch(words);
    expect(line).toContain(`${savedAt.slice(11, 16)}, ${byName} (admin): `);
    const [entry] = await at().endwatch.json<AuditEntryView[]>('/api/audit?action=settings.change');
    expect(entry).toMatchObject({ actor: 'admin', wardId: at().ward, subject: 'risk limits' });
    expect(complaints).toEqual([]);
    await context.close();
  });

  it('is what the ward rings by; in the hand the alert says why and what the forecast did without', async () => {
    await newValue(1);
    const row = await eventually(rowOfB, (now) => rings(now) !== undefined);
    await at().endwatch.post(`/api/alerts/${rings(row)?.id ?? ''}/take`, {});
    const { page, context } = await openScreen(at().browser, `${at().endwatch.address}/on-call`, {
      ...{ ...PHONE, colorScheme: 'dark' },
    });
    const card = page.locator('[data-alert]').filter({ hasText: 'b Page' });
    const score = encodeURIComponent(rings(row)?.scoreId ?? '');
    const { sentence } = await at().endwatch.json<Explanation>(
      `/api/patients/b/scores/${score}/explanation`,
    );
    await card.locator('endwatch-why-it-rang').getByText(sentence, { exact: true }).waitFor();
    const { reason, ages, without, buttons } = await cardText(card);
    expect(reason).toEqual([
      expect.stringMatching(/^Risk of getting worse in the next 24 h is \d+ % \(on at 1 %\)$/),
    ]);
    expect(ages).toEqual([expect.stringMatching(/^BP (<1|1) min$/), 'Lab –', 'CT –', 'NIHSS 7 h']);
    const missing = row?.risk?.missing ?? [];
    expect(missing.length).toBeGreaterThan(10);
    expect(without).toEqual([expect.stringMatching(/^Forecast without \S.*, .* \+\d+$/)]);
    await card.locator('summary').tap();
    const all = (await card.locator('details p').innerText()).split(', ');
    expect(all).toHaveLength((await rowOfB())?.risk?.missing.length ?? 0);
    expect(all).toEqual(expect.arrayContaining(['glucose', 'D-dimer', 'sodium']));
    expect(buttons).toContain('Not me');
    expect(await brokenRules(page)).toEqual([]);
    expect(await wider(page)).toBe(0);
    await context.close();
  });

  it('is taken back, and the alert that came of it ends', async () => {
    const { page, context } = await openScreen(at().browser, at().endwatch.address, DESK);
    await choose(page);
    await page.getByRole('button', { name: 'As the house has it' }).click();
    await page.getByText('This ward goes by the house').waitFor();
    await newValue(2);
    await eventually(rowOfB, (row) => row !== undefined && rings(row) === undefined);
    expect(await at().endwatch.json<RiskLimitsView>(path())).toMatchObject({ own: false });
    await context.close();
  });
}
