import type {
  AdjudicationReview,
  AuditEntryView,
  BoardSnapshot,
  ChangedAccount,
  ReviewTable,
  StayHistory,
} from '@endwatch/contracts';
import type { Browser } from 'playwright-core';
import { brokenRules, openBrowser, openScreen } from '../harness/browser.ts';
import { wider } from '../harness/looks.ts';
import * as fhir from '../harness/messages.ts';
import { Endwatch, eventually } from '../harness/system.ts';

const HOUR = 3_600_000;
const WARD = 'judged';
const DESK = { viewport: { width: 1920, height: 1080 } } as const;
const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true } as const;

/** A quality team reads the stays and says what END was; both stand beside each other. */
describe('END as judged', () => {
  const opened: (() => unknown)[] = [];
  const admittedAt = Date.now() - 8 * HOUR;
  let endwatch: Endwatch;
  let browser: Browser;

  beforeAll(async () => {
    endwatch = await new Endwatch({ ENDWATCH_PARTITIONS: '2' }).ready();
    opened.push(() => endwatch.stop());
    const stay = (id: string, bed: number): fhir.Resource[] => [
      fhir.bed(`${WARD}-${bed}`, String(bed), WARD),
      fhir.patient(id, `Judge, ${id}`),
      fhir.encounter(id, { start: admittedAt, bedId: `${WARD}-${bed}` }),
      fhir.nihss({ id: `${id}-n1`, patientId: id, at: admittedAt + HOUR }, { '5a': 1 }),
    ];
    const worse = { id: 'a-n2', patientId: 'a', at: admittedAt + 6 * HOUR };
    await endwatch.post(
      '/fhir',
      fhir.bundle(
        ...[fhir.ward(WARD, 'Judged ward'), ...stay('a', 1), ...stay('b', 2)],
        fhir.nihss(worse, { '5a': 4 }),
      ),
    );
    await eventually(
      () => endwatch.json<BoardSnapshot>(`/api/wards/${WARD}/board`),
      ({ rows }) => rows.some(({ end }) => end.status === 'confirmed'),
    );
    await eventually(
      () => endwatch.json<ReviewTable>('/api/review/stays'),
      ({ total, freshness }) => total === 2 && freshness.waiting === 0,
      60_000,
    );
    browser = await openBrowser();
    opened.push(() => browser.close());
  });
  afterAll(async () => {
    for (const close of opened.reverse()) await close();
  });

  const review = (): Promise<AdjudicationReview> => endwatch.json('/api/review/adjudications');

  it('waits in a list, is judged on the page of the stay, and counts', async () => {
    expect(await review()).toMatchObject({ judged: 0, waiting: [{ patientId: 'a' }] });
    const { page, context, complaints } = await openScreen(
      browser,
      `${endwatch.address}/review/judged`,
      DESK,
    );
    await page.getByRole('heading', { name: 'END that nobody has judged' }).waitFor();
    await page.locator('endwatch-review-table a').first().click();
    await page.getByText('Nobody has judged this stay.').waitFor();
    await page.getByRole('button', { name: 'END', exact: true }).click();
    await page.getByLabel('Cause').selectOption({ label: 'Oedema' });
    expect(await brokenRules(page)).toEqual([]);
    await page.getByRole('button', { name: 'Save the judgement' }).click();
    await page.getByText(/^END .*, Oedema$/).waitFor();
    // Somebody has another look.
    await page.getByRole('button', { name: 'No END' }).click();
    await page.getByLabel('Reason').selectOption({ label: 'Sedated or anaesthetised' });
    await page.getByRole('button', { name: 'Save the judgement' }).click();
    await page.getByText('No END, Sedated or anaesthetised').waitFor();
    await page.getByText(/END .*, Oedema/).waitFor();
    expect(complaints).toEqual([]);
    await context.close();
    expect(await review()).toMatchObject({
      ...{ judged: 1, waiting: [], table: { endEnd: 0, endNone: 1, noneEnd: 0, noneNone: 0 } },
      ...{ chartedRight: { k: 0, n: 1 }, reasons: [{ reason: 'sedated', stays: 1 }] },
    });
    const { adjudications } = await endwatch.json<StayHistory>('/api/review/stays/a');
    expect(adjudications.map(({ judgement }) => judgement)).toEqual(['no-end', 'end']);
    const entries = await endwatch.json<AuditEntryView[]>('/api/audit?action=review.adjudicate');
    expect(entries.map(({ patientId }) => patientId)).toEqual(['a', 'a']);
  });

  it('is refused where it cannot be', async () => {
    const { admittedAt: at } = await endwatch.json<StayHistory>('/api/review/stays/b');
    const judge = async (body: object, patient = 'b'): Promise<[number, string]> => {
      const path = `/api/review/stays/${patient}/adjudications`;
      try {
        await endwatch.post(path, { admittedAt: at, ...body });
        return [201, ''];
      } catch (error) {
        const [, status, text = ''] = /: (\d{3}) (.*)$/s.exec(String(error)) ?? [];
        return [Number(status), text];
      }
    };
    const early = new Date(admittedAt - HOUR).toISOString();
    const later = new Date(Date.now() + HOUR).toISOString();
    for (const when of [early, later]) {
      const [status, text] = await judge({ judgement: 'end', at: when, cause: 'oedema' });
      expect([status, text.includes('END lies within the stay')]).toEqual([400, true]);
    }
    expect((await judge({ judgement: 'end', at })).at(0)).toBe(400);
    expect((await judge({ judgement: 'maybe' })).at(0)).toBe(400);
    expect((await judge({ judgement: 'undecided', admittedAt: later })).at(0)).toBe(404);
    expect((await judge({ judgement: 'undecided' }, 'nobody')).at(0)).toBe(404);
    expect((await endwatch.json<StayHistory>('/api/review/stays/b')).adjudications).toEqual([]);
    // An END that was never charted.
    expect((await judge({ judgement: 'end', at, cause: 'seizure' })).at(0)).toBe(201);
    expect(await review()).toMatchObject({ table: { noneEnd: 1 }, causes: [{ cause: 'seizure' }] });
  });

  it('is for who reviews, on wards of their own', async () => {
    const as = async (role: string, wards: string[] | null): Promise<number> => {
      const username = `${role}-${wards?.join('') ?? 'all'}`;
      const { password } = await endwatch.post<ChangedAccount>('/api/accounts', {
        ...{ username, name: username, role, wards },
      });
      const signed = await fetch(`${endwatch.address}/api/session`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ username, password }),
      });
      const cookie = /endwatch_session=[^;]+/.exec(signed.headers.get('set-cookie') ?? '')?.[0];
      const answer = await fetch(`${endwatch.address}/api/review/stays/b/adjudications`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', cookie: cookie ?? '' },
        body: JSON.stringify({
          admittedAt: new Date(admittedAt).toISOString(),
          judgement: 'undecided',
        }),
      });
      return answer.status;
    };
    expect(await as('nurse', null)).toBe(403);
    expect(await as('quality', ['elsewhere'])).toBe(403);
    expect(await as('quality', [WARD])).toBe(201);
  });

  it.each([
    ['a desk, light', DESK, 'light'],
    ['a phone, dark', PHONE, 'dark'],
  ] as const)('can be read by everybody on %s', async (_what, size, colorScheme) => {
    for (const path of ['/review/judged', '/review/stays/a']) {
      const { page, context, complaints } = await openScreen(browser, endwatch.address + path, {
        ...{ ...size, colorScheme },
      });
      await page.getByText('Sedated or anaesthetised').first().waitFor();
      expect(await brokenRules(page)).toEqual([]);
      expect(await wider(page)).toBe(0);
      expect(complaints).toEqual([]);
      await context.close();
    }
  });
});
