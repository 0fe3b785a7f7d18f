import type { EndDefinitionView, Problem, Trajectory } from '@endwatch/contracts';
import type { Browser } from 'playwright-core';
import { bearer } from '../harness/access.ts';
import { brokenRules, openBrowser, openScreen } from '../harness/browser.ts';
import * as fhir from '../harness/messages.ts';
import { Endwatch, eventually } from '../harness/system.ts';

const HOUR = 3_600_000;
const WARD = 'rules';
const SETTING = '/api/settings/end-definition';
const BESIDE =
  'The forecast is for END by +2 in total or +1 in arms and legs; this house confirms END by +4 in total (both within 7 days)';

describe('the definition of END', () => {
  const opened: (() => unknown)[] = [];
  const admittedAt = Date.now() - 8 * HOUR;
  let endwatch: Endwatch;
  let browser: Browser;

  beforeAll(async () => {
    endwatch = await new Endwatch({ ENDWATCH_PARTITIONS: '2' }).ready();
    opened.push(() => endwatch.stop());
    const stay = (id: string, bed: number): fhir.Resource[] => [
      fhir.bed(`${WARD}-${bed}`, String(bed), WARD),
      fhir.patient(id, `Rule, ${id}`),
      fhir.encounter(id, { start: admittedAt, bedId: `${WARD}-${bed}` }),
      fhir.nihss({ id: `${id}-n1`, patientId: id, at: admittedAt + HOUR }, { '9': 1 }),
    ];
    await endwatch.post(
      '/fhir',
      fhir.bundle(
        ...[fhir.ward(WARD, 'Ward of rules'), ...stay('before', 1), ...stay('after', 2)],
        fhir.nihss({ id: 'before-n2', patientId: 'before', at: Date.now() - HOUR }, { '9': 3 }),
      ),
    );
    await eventually(
      () => courseOf('before'),
      ({ end }) => end.status === 'confirmed',
    );
    browser = await openBrowser();
    opened.push(() => browser.close());
  });

  afterAll(async () => {
    for (const close of opened.reverse()) await close();
  });

  const courseOf = (id: string): Promise<Trajectory> =>
    endwatch.json(`/api/patients/${id}/trajectory`);

  async function refused(definition: unknown): Promise<Problem> {
    const response = await fetch(endwatch.address + SETTING, {
      method: 'PUT',
      headers: { 'content-type': 'application/json', ...(await bearer(endwatch.address)) },
      body: JSON.stringify({ definition }),
    });
    expect(response.status).toBe(400);
    return (await response.json()) as Problem;
  }

  it('is set by an administrator who sees before what it would find; what was found stays', async () => {
    const { page, context, complaints } = await openScreen(
      browser,
      `${endwatch.address}/admin/end`,
      { viewport: { width: 1280, height: 800 } },
    );
    await page.getByText('This definition holds now').waitFor();
    const total = page.getByLabel('Points in total, or more');
    await total.fill('9');
    await total.blur();
    await page.getByText('The rise in total is 1 to 4 points').waitFor();
    const save = page.getByRole('button', { name: 'Save as a new version' });
    expect(await save.isDisabled()).toBe(true);
    await total.fill('4');
    await total.blur();
    await page.getByLabel('Points in arms and legs alone, or more').selectOption('');
    await page.getByText(BESIDE).waitFor();
    const found = page.getByRole('row', { name: /^As set here/ });
    await page.getByRole('row', { name: 'As set here 0 0' }).waitFor();
    expect(await found.count()).toBe(1);
    expect(await page.getByRole('row', { name: 'As it is now 1 0' }).count()).toBe(1);
    await save.click();
    await page.getByText('Saved').waitFor();
    await page
      .getByText(/Administrator \(admin\): \+4 in total, within 7 days of admission/)
      .waitFor();
    expect(await brokenRules(page)).toEqual([]);
    expect(complaints).toEqual([]);

    await eventually(
      () => courseOf('after'),
      ({ definition }) => definition.total === 4,
    );
    const worse = { id: 'after-n2', patientId: 'after', at: Date.now() - 60_000 };
    await endwatch.post('/fhir', fhir.bundle(fhir.nihss(worse, { '9': 3, '10': 1 })));
    const after = await eventually(
      () => courseOf('after'),
      ({ assessments }) => assessments.length === 2,
    );
    expect(after.end).toMatchObject({ status: 'none', judgedBy: { total: 4, motor: null } });
    const before = await courseOf('before');
    expect(before.end).toMatchObject({ status: 'confirmed', judgedBy: { total: 2, motor: 1 } });

    await page.goto(`${endwatch.address}/patients/after`);
    await page.getByText('Admission 1 to 4: +3. END counts from +4 in total').waitFor();
    await page.getByRole('note').getByText(BESIDE).waitFor();
    expect(await brokenRules(page)).toEqual([]);
    await page.goto(`${endwatch.address}/patients/before`);
    await page
      .getByText(
        'Admission 1 to 3: +2. Judged by the definition of then: END from +2 in total or +1 in arms and legs, within 7 days of admission. By now END counts from +4 in total',
      )
      .waitFor();
    for (const path of [`/wards/${WARD}`, '/review/forecast', '/admin/limits']) {
      await page.goto(endwatch.address + path);
      await page.getByText(BESIDE).first().waitFor();
    }
    await context.close();
  });

  it('is refused with what is wrong, kept by version, and taken back', async () => {
    const fine = { total: 2, motor: 1, windowHours: 168 };
    expect((await refused({ ...fine, total: 5 })).detail).toContain('at most 4 points');
    expect((await refused({ ...fine, motor: 0 })).detail).toContain('at least 1 point');
    expect((await refused({ ...fine, windowHours: 200 })).detail).toContain('at most 168 h');
    const { page, context } = await openScreen(browser, `${endwatch.address}/admin/end`);
    await page.getByRole('button', { name: 'As shipped' }).click();
    await page.getByText('Saved').waitFor();
    const view = await endwatch.json<EndDefinitionView>(SETTING);
    expect(view).toMatchObject({
      ...{ house: fine, forecast: fine, differs: false, own: false },
      versions: [
        { by: 'admin', definition: null },
        { by: 'admin', definition: { total: 4, motor: null, windowHours: 168 } },
      ],
    });
    const audit = await endwatch.json<{ subject: string; detail: unknown }[]>(
      '/api/audit?action=settings.change&limit=2',
    );
    expect(audit.map(({ subject }) => subject)).toEqual(['END definition', 'END definition']);
    await page.goto(`${endwatch.address}/patients/after`);
    await page.getByRole('banner').getByText('Trained on simulated patients').waitFor();
    expect(await page.getByText('this house confirms END by').count()).toBe(0);
    await context.close();
  });
});
