import type { OnCall } from '@endwatch/contracts';
import type { BrowserContext } from 'playwright-core';
import { PushWorker } from '../harness/push-worker.ts';
import { eventually } from '../harness/system.ts';
import { OnCallWard, PHONE } from './on-call-ward.ts';

describe('a phone whose browser is closed, when an alert is pushed', () => {
  const ward = new OnCallWard();
  let context: BrowserContext;
  let worker: PushWorker;

  beforeAll(async () => {
    await ward.open();
    const ada = await ward.signIn('ada', '/on-call', PHONE);
    ({ context } = ada);
    await ada.page.getByText('You are first on call').waitFor();
    worker = await PushWorker.of(ada.page, context);
    // What would answer for it is the worker of the browser, not the phone of the test.
    ward.ada.isOn = false;
    await ward.worse('p1');
    await eventually(
      () => ward.alertOf('p1'),
      (alert) => alert?.state === 'raised',
    );
    ward.passTo(6);
    await eventually(
      () => Promise.resolve(ward.ada.pushed),
      (all) => all.length > 0,
    );
  }, 240_000);
  afterAll(async () => {
    await context.close();
    await ward.close();
  });

  const told = async (): Promise<string | undefined> => {
    const { alerts } = await ward.endwatch.json<OnCall>('/api/on-call', ward.as('ada'));
    return alerts[0]?.told.find(({ name }) => name === 'Dr Ada')?.state;
  };

  it('confirms nothing that the browser was not allowed to show', async () => {
    await eventually(told, (state) => state === 'sent');
    await worker.deliver(ward.ada.pushed[0]!);
    await eventually(
      () => Promise.resolve(worker.errors),
      (errors) => errors.length > 0,
    );
    expect(worker.errors[0]).toMatch(/No notification permission/);
    expect(await told()).toBe('sent');
  });

  it('shows bed and kind without a name, and confirms it', async () => {
    await worker.allow();
    await worker.deliver(ward.ada.pushed[0]!);
    await eventually(told, (state) => state === 'confirmed');
    const shown = await worker.shown();
    expect(shown).toMatchObject([
      {
        ...{ title: 'Bed 1 · Deterioration confirmed', requireInteraction: true },
        ...{ body: 'Stroke unit. Open Endwatch for details.', tag: ward.ada.pushed[0]?.tag },
      },
    ]);
    expect(JSON.stringify(shown)).not.toMatch(/Patient 1|p1"/);
  });

  it('takes it back without a sound when somebody has taken it', async () => {
    const alert = await ward.alertOf('p1');
    await ward.endwatch.json(`/api/alerts/${alert?.id ?? ''}/take`, {
      ...{ method: 'POST', ...ward.as('ben') },
    });
    const [cleared] = await eventually(
      () => Promise.resolve(ward.ada.pushed.filter(({ clear }) => clear)),
      (all) => all.length > 0,
    );
    await worker.deliver(cleared!);
    await eventually(
      () => worker.shown(),
      (shown) => shown.length === 2,
    );
    const tag = ward.ada.pushed[0]?.tag;
    expect((await worker.shown()).at(-1)).toMatchObject({ tag, silent: true });
  });
});
