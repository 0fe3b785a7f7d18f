import { createHash } from 'node:crypto';
import {
  ACKNOWLEDGE_REASONS,
  type AuditEntryView,
  type BoardSnapshot,
  type EscalationView,
  type OnCall,
  type Outage,
  type StayHistory,
} from '@endwatch/contracts';
import type { Page } from 'playwright-core';
import { brokenRules } from '../harness/browser.ts';
import type { Phone } from '../harness/phone.ts';
import { eventually } from '../harness/system.ts';
import { TcpProxy } from '../harness/tcp-proxy.ts';
import { alertsShown, secondsOf } from './cut-network.ts';
import { cardText, lowerEdges } from './on-call-card.ts';
import { MINUTE, OnCallWard, PHONE, WARD } from './on-call-ward.ts';

/** As short as a board and a phone need to notice; a full minute with ENDWATCH_CUT_SECONDS=60. */
const CUT_MS = Number(process.env['ENDWATCH_CUT_SECONDS'] ?? 18) * 1_000;

describe('an alert that nobody on the ward takes', () => {
  const ward = new OnCallWard();
  beforeAll(() => ward.open(), 240_000);
  afterAll(() => ward.close());

  const pushedTo = (phone: Phone, count: number): Promise<unknown> =>
    eventually(
      () => Promise.resolve(phone.pushed),
      (all) => all.length >= count,
    );

  it('rings the first on call, then the second; who takes it clears it from the other', async () => {
    const nurse = await ward.signIn('nora', `/wards/${WARD}`);
    await nurse.page.getByText('Patient 1').first().waitFor();
    const adas = await ward.signIn('ada', '/on-call', PHONE);
    const bens = await ward.signIn('ben', '/on-call', PHONE);
    await adas.page.getByText('You are first on call').waitFor();
    await bens.page.getByText('You are second on call').waitFor();
    await ward.worse('p1');
    await eventually(
      () => ward.alertOf('p1'),
      (alert) => alert?.state === 'raised',
    );
    expect(ward.ada.pushed).toEqual([]);
    // Her phone has no network: nothing is confirmed, and she does not come.
    ward.ada.isOn = false;
    ward.passTo(6);
    await pushedTo(ward.ada, 1);
    expect(ward.ada.pushed[0]).toMatchObject({
      ...{ title: 'Bed 1 · Deterioration confirmed', clear: false },
      body: 'Stroke unit. Open Endwatch for details.',
    });
    expect(JSON.stringify(ward.ada.pushed)).not.toMatch(/Patient 1|p1"/);
    await adas.page.getByText('Deterioration confirmed').waitFor();
    expect(await brokenRules(adas.page)).toEqual([]);
    expect(ward.ben.pushed).toEqual([]);
    ward.passTo(17);
    await pushedTo(ward.ben, 1);
    const card = bens.page.locator('[data-alert]');
    await card.getByText(/Dr Ada, first on call/).waitFor();
    // Until its push is known to have gone out, a telling is "being sent".
    await eventually(
      async () => (await cardText(card)).told,
      ([, second = '']) => second.endsWith('ago)'),
    );
    expect(await cardText(card)).toEqual({
      reason: ['NIHSS 3 to 7 (+4) since the admission examination, examined 10 h after admission.'],
      examinations: [expect.stringMatching(/^NIHSS 7 \d+ min ago$/), 'NIHSS 3 9 h ago'],
      told: [
        expect.stringMatching(/^Dr Ada, first on call: phone, .+ \(.+ ago\)$/),
        expect.stringMatching(/^Dr Ben, second on call: phone, .+ \(.+ ago\)$/),
      ],
      ages: ['BP –', 'Lab –', 'CT –', expect.stringMatching(/^NIHSS \d+ min$/)],
      // Of END, a fact: there is no forecast.
      without: [],
      buttons: ['Take it', 'Not me'],
    });
    // All of it on the one screen that the phone has.
    const edges = await lowerEdges(card, '.reason, endwatch-sparkline svg, .told, .acts button');
    expect(edges).toHaveLength(5);
    expect(Math.min(...edges)).toBeGreaterThan(0);
    expect(Math.max(...edges)).toBeLessThanOrEqual(PHONE.viewport.height);
    expect(await brokenRules(bens.page)).toEqual([]);
    await card.getByRole('button', { name: 'Take it' }).click();
    await card.getByText('You have it').waitFor();
    await eventually(
      () => adas.page.getByText('Nothing waits for you.').isVisible(),
      (gone) => gone,
      1_000,
    );
    await eventually(
      () => Promise.resolve(ward.ada.pushed.at(-1)),
      (last) => last?.clear === true && last.tag === ward.ada.pushed[0]?.tag,
    );
    const alert = await ward.alertOf('p1');
    expect(alert).toMatchObject({ state: 'acknowledged', holder: 'Dr Ben' });
    await nurse.page.getByText('Taken by Dr Ben').first().waitFor();
    // What is read out to who cannot see it takes no room on a board.
    await nurse.page.locator('.cdk-live-announcer-element', { hasText: /bed 1\b/ }).waitFor();
    const below = () => document.documentElement.scrollHeight - window.innerHeight;
    expect(await nurse.page.evaluate(below)).toBe(0);
    const read = await ward.endwatch.json<AuditEntryView[]>('/api/audit?action=patient.read');
    expect(
      new Set(read.map((one) => [one.actor, one.action, one.patientId, one.wardId].join())),
    ).toEqual(
      new Set(['ada', 'ben'].map((who) => [who, 'patient.read.on-call', 'p1', WARD].join())),
    );
    for (const { context } of [nurse, adas, bens]) await context.close();
  });

  it('snoozed, rings again on every screen and on the phone as soon as the patient gets worse', async () => {
    const nora = await ward.signIn('nora', '/patients/p1');
    const quinn = await ward.signIn('quinn', `/wards/${WARD}`);
    const alerts = nora.page.locator('endwatch-patient-alerts li', { hasText: 'Deterioration' });
    await alerts.getByRole('button', { name: 'Snooze 30 min' }).click();
    await alerts.getByRole('button', { name: 'In imaging' }).click();
    await alerts.getByText(/^Snoozed until \d\d:\d\d by Nora Berg/).waitFor();
    const line = quinn.page
      .locator('endwatch-action-queue li', { hasText: 'Patient 1' })
      .filter({ hasText: 'Deterioration' });
    await line.getByText(/^Snoozed until \d\d:\d\d by Nora Berg/).waitFor();
    const before = ward.ada.pushed.length;
    await ward.worse('p1', 3, { '5b': 4, '6b': 2 });
    await alerts.getByRole('button', { name: /^Acknowledge: Deterioration/ }).waitFor();
    await line.getByText(/^Nobody has it yet, escalates in/).waitFor();
    ward.passTo(ward.ahead / MINUTE + 6);
    await pushedTo(ward.ada, before + 1);
    expect(ward.ada.pushed[before]).toMatchObject({
      ...{ title: 'Bed 1 · Deterioration confirmed', clear: false },
    });
    const history = await ward.endwatch.json<StayHistory>('/api/review/stays/p1');
    const [end] = history.alerts.filter(({ kind }) => kind === 'end-confirmed');
    const moves = end?.transitions.map(({ to }) => to) ?? [];
    expect(moves.slice(moves.indexOf('snoozed'))).toEqual(['snoozed', 'raised', 'escalated']);
    await alerts.getByRole('button', { name: 'Resolve' }).click();
    await alerts.getByRole('button', { name: 'Treated' }).click();
    await line.waitFor({ state: 'detached' });
    await eventually(
      () => Promise.resolve(ward.ada.pushed.at(-1)?.clear),
      (clear) => clear === true,
    );
    await Promise.all([nora.context.close(), quinn.context.close()]);
  });

  it('goes on where it was when the server dies in the middle', async () => {
    await ward.worse('p2');
    await eventually(
      () => ward.alertOf('p2'),
      (alert) => alert?.state === 'raised',
    );
    const before = ward.ada.pushed.length;
    const { port } = new URL(ward.endwatch.address);
    await ward.endwatch.stop('SIGKILL');
    ward.ahead += 10 * MINUTE;
    await ward.start(port);
    await pushedTo(ward.ada, before + 1);
    expect(ward.ada.pushed[before]).toMatchObject({ title: 'Bed 2 · Deterioration confirmed' });
    const state = await ward.endwatch.json<OnCall>('/api/on-call', ward.as('ada'));
    const told = state.alerts.find(({ row }) => row.patientId === 'p2');
    expect(told).toMatchObject({ toldMe: true, mine: false });
    await eventually(
      () => ward.endwatch.json<OnCall>('/api/on-call', ward.as('ada')),
      ({ alerts }) => alerts.some((one) => one.told.some(({ name }) => name === 'Dr Ada')),
    );
    // Once, and not again when the process comes back once more.
    await ward.endwatch.stop('SIGKILL');
    await ward.start(port);
    await eventually(
      () => ward.alertOf('p2'),
      (alert) => alert?.state === 'escalated',
    );
    expect(ward.ada.pushed.slice(before).filter(({ clear }) => !clear)).toHaveLength(1);
  });

  it('after which the patients to look after are on every board until somebody ticks them', async () => {
    const [nora, ben] = [
      await ward.signIn('nora', `/wards/${WARD}`),
      await ward.signIn('ben', `/wards/${WARD}`),
    ];
    const listed = (page: Page) =>
      page.locator('#outage-checks li').filter({ hasText: 'Patient 2' });
    for (const { page } of [nora, ben]) {
      await page.getByRole('button', { name: /^Check \d+ patients? by hand$/ }).click();
      await listed(page).getByText('alert open').first().waitFor();
    }
    await nora.page.getByText('Endwatch was not running from').first().waitFor();
    expect(await brokenRules(nora.page)).toEqual([]);
    const found = await ward.endwatch.json<Outage[]>(`/api/wards/${WARD}/outages`);
    const lasted = found.map(({ from, to }) => (Date.parse(to) - Date.parse(from)) / MINUTE);
    expect(Math.max(...lasted)).toBeGreaterThanOrEqual(10);
    await eventually(
      async () => {
        const seen = listed(nora.page).getByRole('button', { name: 'Seen' });
        // What was ticked before may go while a hand is on its way to it.
        if ((await seen.count()) > 0) await seen.first().click({ timeout: 2_000 });
        return listed(nora.page).count();
      },
      (left) => left === 0,
    );
    await eventually(
      () => listed(ben.page).count(),
      (left) => left === 0,
      40_000,
    );
    const [check] = await ward.endwatch.json<AuditEntryView[]>('/api/audit?action=outage.check');
    expect(check).toMatchObject({ actor: 'nora', patientId: 'p2', wardId: WARD });
    await Promise.all([nora.context.close(), ben.context.close()]);
  });

  it('who declines hands it to the next at once', async () => {
    const before = ward.ben.pushed.length;
    const adas = await ward.signIn('ada', '/on-call', PHONE);
    const card = adas.page.locator('[data-alert]').filter({ hasText: 'Patient 2' });
    await card.getByRole('button', { name: 'Not me' }).click();
    await card.getByRole('button', { name: 'In theatre' }).click();
    await pushedTo(ward.ben, before + 1);
    expect(ward.ben.pushed[before]?.title).toBe('Bed 2 · Deterioration confirmed');
    await adas.context.close();
  });

  describe('while the network of the ward is cut', () => {
    let proxy: TcpProxy;
    let nurse: Page;
    let quality: Page;
    let phone: Page;
    let second: Page;
    let noticedAfter = NaN;
    const raised = (patient: string): Promise<unknown> =>
      eventually(
        () => ward.alertOf(patient),
        (alert) => alert !== undefined,
      );
    const shiftEndsIn = async (minutes: number): Promise<void> => {
      const path = '/api/settings/escalation';
      const { value } = await ward.endwatch.json<EscalationView>(path);
      const end = new Date(Date.now() + ward.ahead + minutes * MINUTE).toISOString().slice(11, 16);
      await ward.endwatch.json(path, {
        ...{ method: 'PUT', headers: { 'content-type': 'application/json' } },
        body: JSON.stringify({ ward: null, value: { ...value, shiftEnds: [end] } }),
      });
    };
    const historyOf = (patient: string, words: string): Promise<unknown> =>
      eventually(
        () => ward.endwatch.json<StayHistory>(`/api/review/stays/${patient}`),
        ({ alerts }) => JSON.stringify(alerts).includes(words),
      );
    const queue = (page: Page) => page.locator('endwatch-action-queue li');
    const ends = (page: Page, bed: number) =>
      queue(page)
        .filter({ hasText: `Patient ${String(bed)}` })
        .filter({ hasText: 'Deterioration' });
    const card = (bed: number) =>
      phone.locator('[data-alert]').filter({ hasText: `Patient ${String(bed)}` });

    beforeAll(async () => {
      proxy = await TcpProxy.open(() => Number(new URL(ward.endwatch.address).port));
      const front = `http://127.0.0.1:${String(proxy.port)}`;
      const desk = { viewport: { width: 1280, height: 800 } };
      nurse = (await ward.signIn('nora', `/wards/${WARD}`, desk, front)).page;
      quality = (await ward.signIn('quinn', `/wards/${WARD}`)).page;
      phone = (await ward.signIn('ada', '/on-call', PHONE)).page;
      second = (await ward.signIn('ben', '/on-call', PHONE, front)).page;
      await second.getByText('You are second on call').waitFor();
      await phone.getByText('You are first on call').waitFor();
      await shiftEndsIn(30);
      await ward.worse('p3');
      for (const page of [nurse, quality]) await ends(page, 3).waitFor();
    }, 120_000);

    afterAll(async () => {
      for (const page of [nurse, quality, phone, second]) await page.context().close();
      await proxy.close();
    });

    it('its board says so, and says that what was tapped is not saved; the others go on', async () => {
      const until = Date.now() + CUT_MS;
      const told = ward.ben.pushed.length;
      proxy.silence();
      const noticed = secondsOf(nurse.getByText(/^Not live since/).waitFor());
      await nurse.getByRole('button', { name: /^Acknowledge 3: Deterioration/ }).click();
      await Promise.all([ward.worse('p4'), ward.worse('p5')]);
      await Promise.all([raised('p4'), raised('p5')]);
      // Both go on to the first on call, who takes one of them; the other goes on to the second.
      ward.passTo(ward.ahead / MINUTE + 6);
      await card(4).getByRole('button', { name: 'Take it' }).click();
      await card(4).getByText('You have it').waitFor();
      await card(5).getByRole('button', { name: 'Take it' }).waitFor();
      ward.passTo(ward.ahead / MINUTE + 11);
      await eventually(
        () => ward.endwatch.json<OnCall>('/api/on-call', ward.as('ben')),
        ({ alerts }) => alerts.some(({ row, toldMe }) => row.patientId === 'p5' && toldMe),
      );
      await pushedTo(ward.ben, told + 1);
      await ends(quality, 4).getByText('Taken by Dr Ada').waitFor();
      noticedAfter = await noticed;
      expect(noticedAfter).toBeLessThan(CUT_MS / 1_000);
      await second.getByText(/^Not live since .* Go to the bedside\.$/).waitFor();
      expect(await second.getByText('Patient 5').count()).toBe(0);
      await nurse.getByText('Not saved: the alert of Bed 3').waitFor();
      expect(await nurse.locator('main.not-live').count()).toBe(1);
      expect(await ends(nurse, 4).count()).toBe(0);
      await new Promise((wait) => setTimeout(wait, Math.max(0, until - Date.now())));
    }, 180_000);

    it('and afterwards it shows what the others show, nothing twice', async () => {
      const live = secondsOf(nurse.getByText('Live', { exact: true }).waitFor());
      proxy.open();
      expect(await live).toBeLessThan(30);
      const both = await eventually(
        async () => [await alertsShown(nurse), await alertsShown(quality)],
        ([one, other]) => JSON.stringify(one) === JSON.stringify(other),
      );
      const words = `the board said so after ${noticedAfter.toFixed(1)} s, was live ${(await live).toFixed(1)} s after it was back`;
      process.stdout.write(`Network cut for ${String(CUT_MS / 1_000)} s: ${words}\n`);
      expect(both[0]?.filter((line) => line.includes('Taken by Dr Ada'))).not.toEqual([]);
      const ids = await queue(nurse).evaluateAll((all) => all.map((one) => one.dataset['glide']));
      const { rows } = await ward.endwatch.json<BoardSnapshot>(`/api/wards/${WARD}/board`);
      expect(ids.toSorted()).toEqual(
        rows.flatMap(({ alerts }) => alerts.map(({ id }) => id)).sort(),
      );
      await second.getByText('Not live').waitFor({ state: 'detached' });
      await eventually(
        () => second.locator('[data-alert]').filter({ hasText: 'Patient 5' }).count(),
        (count) => count === 1,
      );
      // What she tapped either arrived late, or is still said not to be saved.
      const { holder, state } = (await ward.alertOf('p3')) ?? {};
      const notice = await nurse.getByText('Not saved: the alert of Bed 3').count();
      expect([state, holder, notice]).toEqual(
        state === 'acknowledged' ? ['acknowledged', 'Nora Berg', 0] : ['escalated', holder, 1],
      );
    });

    it('who has an alert keeps it over the end of the shift by saying so before; else it is handed over', async () => {
      await card(5).getByRole('button', { name: 'Take it' }).click();
      await card(5).getByText('You have it').waitFor();
      const keep = (bed: number) => card(bed).getByRole('button', { name: 'Keep it' });
      await keep(5).waitFor();
      await keep(4).click();
      await keep(4).waitFor({ state: 'detached' });
      expect(await keep(5).count()).toBe(1);
      ward.passTo(ward.ahead / MINUTE + 15);
      await eventually(
        () => ward.alertOf('p5'),
        (alert) => alert?.holder !== 'Dr Ada',
      );
      expect(await ward.alertOf('p4')).toMatchObject({ state: 'acknowledged', holder: 'Dr Ada' });
      await historyOf('p5', 'Handed over at the end of the shift: Dr Ada had it');
    });

    it('one more tap says why, from the list for that kind of alert', async () => {
      const line = ends(nurse, 5);
      await line.getByRole('button', { name: /^Reasons for 5: Deterioration/ }).click();
      const group = line.getByRole('group', { name: 'Acknowledge, with the reason' });
      await group.getByRole('button', { name: 'Physician informed' }).waitFor();
      expect(await group.getByRole('button').allInnerTexts()).toEqual(
        ACKNOWLEDGE_REASONS['end-confirmed'],
      );
      expect(await brokenRules(nurse)).toEqual([]);
      await group.getByRole('button', { name: 'Physician informed' }).click();
      await line.getByText('Taken by Nora Berg').waitFor();
      await historyOf('p5', 'Physician informed');
    });
  });

  it('the database holds no password, token or session in the clear', async () => {
    const { page, context } = await ward.signIn('nora', `/wards/${WARD}`);
    await page.locator('[data-patient="p1"]').first().waitFor();
    const [session] = (await context.cookies()).filter(({ httpOnly }) => httpOnly);
    const secrets = [...ward.secretsOf('nora'), ...ward.secretsOf('ada'), session?.value ?? ''];
    expect(secrets.filter((secret) => secret.length < 20)).toEqual([]);
    expect(await ward.holding(secrets)).toEqual([]);
    const [token = ''] = ward.secretsOf('nora');
    const digest = createHash('sha256').update(token).digest('hex');
    expect(await ward.holding([digest])).toEqual(['api_token']);
    expect(await ward.holding(['$argon2id$'])).toEqual(['account']);
    await context.close();
  });

  it('a page whose session is ended shows nothing any more', async () => {
    const bens = await ward.signIn('ben', '/on-call', PHONE);
    await bens.page.getByText('You are second on call').waitFor();
    await ward.endwatch.json('/api/accounts/ben', {
      method: 'PATCH',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ disabled: true }),
    });
    await bens.page.getByRole('button', { name: 'Sign in' }).waitFor({ timeout: 15_000 });
    expect(await bens.page.getByText('Test, Patient').count()).toBe(0);
    await bens.context.close();
  });
});
