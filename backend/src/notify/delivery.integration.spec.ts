import { createHmac } from 'node:crypto';
import { MINUTE, SECOND } from '@endwatch/clinical';
import { SMTPServer } from 'smtp-server';
import type { DataSource } from 'typeorm';
import { payloadOf, type Contact, type Notice } from '../domain/notices/notice.ts';
import type { Log } from '../pipeline/log.ts';
import { createDataSource } from '../postgres/data-source.ts';
import { TypeormAccountStore } from '../postgres/typeorm-account-store.ts';
import { TypeormPreferenceStore } from '../postgres/typeorm-preference-store.ts';
import { TypeormNotificationStore } from '../postgres/typeorm-notification-store.ts';
import { ContentIds } from '../system/content-ids.ts';
import { FixedClock } from '../testing/fixed-clock.ts';
import { dropDatabase, freshDatabase } from '../testing/test-postgres.ts';
import { DeliveryWorker, receiptDigest } from './delivery-worker.ts';
import { EmailChannel } from './email.ts';
import { checkVapid, Receiver, Subscriber, type Answer } from './testing/push-service.ts';
import { makeVapidKeys, WebPushChannel } from './web-push.ts';
import { WebhookChannel } from './webhook.ts';

// Signatures are checked against the real clock.
const T0 = Date.now();
const say = (): void => undefined;
const log: Log = { debug: say, info: say, warn: say, error: say, child: () => log };

describe('a notice on its way', () => {
  let url: string;
  let source: DataSource;
  let store: TypeormNotificationStore;
  let clock: FixedClock;
  let worker: DeliveryWorker;
  let pushes: Receiver;
  let hooks: Receiver;
  let mail: { server: SMTPServer; got: string[]; answers: Answer[] };
  const phone = new Subscriber();
  const secret = 'a secret that both know';

  const workerOf = (
    kept: TypeormNotificationStore,
    email: EmailChannel,
    answerWithin = 10 * SECOND,
  ): DeliveryWorker => {
    const now = (): number => clock.now();
    return new DeliveryWorker({
      answerWithin,
      ...{ store: kept, clock, ids: new ContentIds(), log, onAttempt: () => undefined },
      houseLanguage: 'en',
      takeTestAlert: () => Promise.resolve({ outcome: 'accepted', confirmed: true }),
      channels: {
        'web-push': {
          send: async (contact, payload, signal) => {
            const keys = await kept.secret('vapid', makeVapidKeys);
            const settings = { keys, subject: 'mailto:it@hospital.example', now };
            return new WebPushChannel(settings).send(contact, payload, signal);
          },
        },
        webhook: new WebhookChannel(now),
        email,
      },
    });
  };
  let email: EmailChannel;

  beforeEach(async () => {
    url = await freshDatabase();
    source = await createDataSource({ url, poolSize: 4 }).initialize();
    store = new TypeormNotificationStore(source);
    clock = new FixedClock(T0);
    const account = { username: 'dr', name: 'Dr', role: 'neurologist', wards: null } as const;
    await new TypeormAccountStore(source).createAccount({ ...account, passwordHash: null });
    [pushes, hooks] = [await new Receiver().start(), await new Receiver().start()];
    const got: string[] = [];
    mail = { got, answers: [250], server: smtp(() => mail.answers, got) };
    await new Promise<void>((done) => mail.server.listen(0, '127.0.0.1', done));
    const { port } = mail.server.server.address() as { port: number };
    email = new EmailChannel({
      ...{ url: `smtp://127.0.0.1:${String(port)}`, from: 'endwatch@hospital.example' },
      publicUrl: 'https://endwatch.hospital.example',
    });
    worker = workerOf(store, email);
  });
  afterEach(async () => {
    email.close();
    await Promise.all([pushes.stop(), hooks.stop()]);
    await new Promise<void>((done) => {
      mail.server.close(done);
    });
    await source.destroy();
    await dropDatabase(url);
  });

  const addHook = (): Promise<void> =>
    store.addContact(
      {
        ...{ id: 'hook', username: 'dr', channel: 'webhook', address: `${hooks.address}/page` },
        ...{ keys: { secret }, label: 'Pager' },
      },
      T0,
    );
  const addMail = (): Promise<void> =>
    store.addContact(
      {
        ...{ id: 'mail', username: 'dr', channel: 'email', address: 'dr@hospital.example' },
        ...{ keys: null, label: 'Mail' },
      },
      T0,
    );
  const notice = (id = 'n1'): Notice => ({
    ...{ id, alertIds: ['a1'], at: T0, stage: 'first-on-call', priority: 'high' },
    ...{ kind: 'end-confirmed', bed: '12', ward: { id: 'w', name: 'Stroke unit' } },
  });
  const tell = async (contact: Contact, id = 'n1'): Promise<void> => {
    const delivery = { id: `d-${id}`, noticeId: id, username: 'dr', contact, clear: false, at: T0 };
    await store.addNotice(notice(id), [delivery]);
  };
  const byPush = async (): Promise<void> => {
    const contact = phone.contact(`${pushes.address}/p1`);
    await store.addContact(contact, T0);
    await tell(contact);
  };
  const pass = async (milliseconds: number): Promise<void> => {
    clock.set(clock.now() + milliseconds);
    while ((await worker.once()) > 0);
  };
  const states = async (): Promise<string[]> =>
    (await store.deliveriesOf('n1')).map(({ channel, state }) => `${channel} ${state}`).sort();

  it('reaches a phone: encrypted for it, signed for its push service, without who it is about', async () => {
    await byPush();
    await pass(0);
    const [got] = pushes.received;
    const payload = phone.read(got!);
    expect(payload).toMatchObject({
      ...{ title: 'Bed 12 · Deterioration confirmed', tag: 'a1', clear: false, repeated: false },
      ...{ body: 'Stroke unit. Open Endwatch for details.', url: '/on-call?alert=a1' },
    });
    expect(got?.headers).toMatchObject({ urgency: 'high', 'content-encoding': 'aes128gcm' });
    expect(await checkVapid(got!, pushes.address)).toMatchObject({
      subject: 'mailto:it@hospital.example',
    });
    expect(await states()).toEqual(['web-push sent']);
    const digest = receiptDigest(payload.receipt ?? '');
    expect(await store.confirm(payload.deliveryId, receiptDigest('guessed'), T0)).toBe(false);
    expect(await store.confirm(payload.deliveryId, digest, T0)).toBe(true);
    await pass(5 * MINUTE);
    expect(await states()).toEqual(['web-push confirmed']);
    expect(pushes.received).toHaveLength(1);
  });

  it('goes on to the pager, and from there to mail, when nobody confirms', async () => {
    await addHook();
    await addMail();
    hooks.answers = [400];
    await byPush();
    await pass(0);
    await pass(29 * SECOND);
    expect(hooks.received).toHaveLength(0);
    await pass(SECOND);
    expect(hooks.received).toHaveLength(1);
    expect(await states()).toEqual(['email confirmed', 'web-push unconfirmed', 'webhook failed']);
    expect(mail.got[0]).toMatch(/^Subject: =\?UTF-8|^Subject: Bed 12/m);
    expect(mail.got[0]).toContain('https://endwatch.hospital.example/on-call?alert=');
  });

  it('speaks to people as they have chosen, and to a pager as the house does', async () => {
    const preferences = new TypeormPreferenceStore(source);
    await preferences.write({ username: 'dr', value: { language: 'de' }, at: T0 });
    await addHook();
    await addMail();
    hooks.answers = [400];
    await byPush();
    await pass(0);
    await pass(30 * SECOND);
    expect(phone.read(pushes.received[0]!)).toMatchObject({
      ...{ title: 'Bett 12 · Verschlechterung bestätigt', language: 'de' },
      body: 'Stroke unit. Einzelheiten in Endwatch.',
    });
    expect(JSON.parse(hooks.received[0]!.body.toString('utf8'))).toMatchObject({
      ...{ title: 'Bed 12 · Deterioration confirmed', language: 'en' },
    });
    expect(mail.got[0]).toMatch(/^Content-Language: de/m);
    expect(mail.got[0]).toContain('Stroke unit. Einzelheiten in Endwatch.');
    expect(mail.got[0]).not.toMatch(/Open Endwatch|Bed 12/);
  });

  it('a receipt that comes late is kept', async () => {
    await byPush();
    await pass(0);
    await pass(MINUTE);
    const payload = phone.read(pushes.received[0]!);
    await store.confirm(payload.deliveryId, receiptDigest(payload.receipt ?? ''), clock.now());
    expect(await states()).toEqual(['web-push confirmed']);
  });

  it('tries again with back-off where a push service is overloaded', async () => {
    pushes.answers = [429, 503, 500, 201];
    await byPush();
    await pass(0);
    expect(await states()).toEqual(['web-push queued']);
    for (const wait of [5, 15, 45]) await pass(wait * SECOND);
    expect(pushes.received).toHaveLength(4);
    expect(await states()).toEqual(['web-push sent']);
  });

  it('keeps what a push service that hangs did not answer', async () => {
    pushes.answers = ['hang'];
    await byPush();
    const passing = pass(0);
    while (pushes.received.length === 0) await new Promise(setImmediate);
    await pushes.cut();
    await passing;
    expect(await states()).toEqual(['web-push queued']);
  });

  it('waits as long as the other side asks', async () => {
    pushes.answers = [429, 201];
    pushes.retryAfter = '40';
    await byPush();
    await pass(0);
    await pass(30 * SECOND);
    expect(pushes.received).toHaveLength(1);
    await pass(10 * SECOND);
    expect(pushes.received).toHaveLength(2);
  });

  it('drops a subscription that is gone, and tells the next', async () => {
    await addHook();
    pushes.answers = [410];
    await byPush();
    await pass(0);
    await pass(0);
    expect((await store.contactsOf(['dr'])).map(({ channel }) => channel)).toEqual(['webhook']);
    const [got] = hooks.received;
    const [, t = '', v1 = ''] =
      /^t=(\d+),v1=(\w+)$/.exec(String(got?.headers['x-endwatch-signature'])) ?? [];
    const body = got?.body.toString('utf8') ?? '';
    expect(createHmac('sha256', secret).update(`${t}.${body}`).digest('hex')).toBe(v1);
    expect(got?.headers['idempotency-key']).toBe(
      (JSON.parse(body) as { deliveryId: string }).deliveryId,
    );
  });

  it('gives up a channel after some tries and goes on to the next', async () => {
    await addMail();
    pushes.answers = [500];
    mail.answers = [451];
    await byPush();
    for (let n = 0; n < 12; n++) await pass(5 * MINUTE);
    expect(pushes.received).toHaveLength(5);
    expect(await states()).toEqual(['email failed', 'web-push failed']);
  });

  describe.each(['web-push', 'webhook', 'email'] as const)('by %s', (channel) => {
    const isMail = channel === 'email';
    const answers = (...all: Answer[]): void => {
      const receiver = { 'web-push': pushes, webhook: hooks, email: mail }[channel];
      receiver.answers = all;
    };
    /** Of each time that it was sent: whether it says that it may have come before. */
    const sent = (): boolean[] => {
      const bodies = {
        'web-push': () => pushes.received.map((one) => phone.read(one).body),
        webhook: () => hooks.received.map(({ body }) => body.toString('utf8')),
        email: () => mail.got,
      };
      return bodies[channel]().map((body) => body.includes('This may have been sent before.'));
    };
    const add = async (): Promise<Contact> => {
      if (channel === 'webhook') await addHook();
      else if (isMail) await addMail();
      else await store.addContact(phone.contact(`${pushes.address}/p1`), T0);
      return (await store.contactsOf(['dr']))[0]!;
    };
    const taken = channel === 'web-push' ? 'unconfirmed' : 'confirmed';

    it.each<[string, Answer, boolean]>([
      // Who errs may have taken it; a mail server that says so has not.
      ['errs', isMail ? 451 : 500, !isMail],
      ['has too much to do', isMail ? 421 : 429, false],
      ['hangs', 'hang', true],
    ])(
      'one that %s is tried again after 5 s, and what came before is said',
      async (_, no, again) => {
        answers(no, isMail ? 250 : 201);
        await tell(await add());
        await workerOf(store, email, no === 'hang' ? 400 : 10 * SECOND).once();
        expect(sent()).toEqual([false]);
        expect(await states()).toEqual([`${channel} queued`]);
        await pass(4 * SECOND);
        expect(sent()).toHaveLength(1);
        await pass(SECOND);
        expect(sent()).toEqual([false, again]);
        for (let n = 0; n < 3; n++) await pass(10 * MINUTE);
        expect(sent()).toHaveLength(2);
        expect(await states()).toEqual([`${channel} ${taken}`]);
      },
    );

    it('one that is no more is not tried again, and dropped unless it is an address of mail', async () => {
      answers(isMail ? 550 : 410);
      await tell(await add());
      for (let n = 0; n < 3; n++) await pass(10 * MINUTE);
      expect(sent()).toEqual([false]);
      expect(await states()).toEqual([`${channel} failed`]);
      expect(await store.contactsOf(['dr'])).toHaveLength(isMail ? 1 : 0);
    });

    it('who is not there has not been sent anything', async () => {
      const gone = await new Receiver().start();
      const { address } = gone;
      await gone.stop();
      const contact = { ...(await add()), ...(!isMail && { address }) };
      const url = address.replace('http:', 'smtp:');
      const channels = {
        'web-push': new WebPushChannel({
          ...{ keys: await makeVapidKeys(), subject: 'mailto:it@hospital.example' },
          now: () => T0,
        }),
        webhook: new WebhookChannel(() => T0),
        email: new EmailChannel({ url, from: 'a@b.example', publicUrl: null }),
      };
      const payload = payloadOf(notice(), {
        ...{ deliveryId: 'd', receipt: null, repeated: false, clear: false, language: 'en' },
      });
      const { signal } = new AbortController();
      expect(await channels[channel].send(contact, payload, signal)).toMatchObject({
        ...{ outcome: 'later', problem: 'ECONNREFUSED', maybeSent: false },
      });
    });

    it('a process that dies after sending is followed by one that says so', async () => {
      await tell(await add());
      const dying = new TypeormNotificationStore(source);
      dying.advance = () => Promise.reject(new Error('killed'));
      await expect(workerOf(dying, email).once()).rejects.toThrow('killed');
      await pass(30 * SECOND);
      // Until the claim is over nobody else sends it.
      expect(sent()).toEqual([false]);
      await pass(30 * SECOND);
      for (let n = 0; n < 3; n++) await pass(10 * MINUTE);
      expect(sent()).toEqual([false, true]);
    });
  });

  it('many processes send each delivery once', async () => {
    const contact = phone.contact(`${pushes.address}/p1`);
    await store.addContact(contact, T0);
    const many = Array.from({ length: 60 }, (_, n) => `n${String(n)}`);
    for (const id of many) await tell(contact, id);
    const workers = [1, 2, 3].map(() => workerOf(new TypeormNotificationStore(source), email));
    await Promise.all(
      workers.map(async (one) => {
        while ((await one.once()) > 0);
      }),
    );
    const ids = pushes.received.map((one) => phone.read(one).deliveryId);
    expect(ids).toHaveLength(60);
    expect(new Set(ids).size).toBe(60);
  });

  it('keys that push services know us by are made once, whoever asks first', async () => {
    const made = await Promise.all(
      [1, 2, 3].map(() => new TypeormNotificationStore(source).secret('vapid', makeVapidKeys)),
    );
    expect(new Set(made.map(({ publicKey }) => publicKey)).size).toBe(1);
  });
});

function smtp(answers: () => Answer[], got: string[]): SMTPServer {
  return new SMTPServer({
    ...{ disabledCommands: ['AUTH', 'STARTTLS'], logger: false, closeTimeout: 1 },
    onData(stream, _session, done) {
      let text = '';
      stream.on('data', (part: Buffer) => (text += part.toString('utf8')));
      stream.on('end', () => {
        got.push(text);
        const all = answers();
        const answer = all.length > 1 ? all.shift() : all[0];
        if (answer === 'hang') return;
        done(answer === 250 ? null : Object.assign(new Error('not now'), { responseCode: answer }));
      });
    },
  });
}
