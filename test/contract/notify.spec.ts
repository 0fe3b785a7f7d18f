import { createHmac } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import {
  contactSchema,
  deliveryStateSchema,
  type ChangedAccount,
  type ContactView,
  type DeliveryView,
  type MadeToken,
  type PagerView,
} from '@endwatch/contracts';
import { bearer } from '../harness/access.ts';
import { Phone } from '../harness/phone.ts';
import { Endwatch, eventually } from '../harness/system.ts';

const SECRET = 'known to both of us';

/** A paging system: keeps what it is sent. */
class Pager {
  readonly received: { body: string; signature: string }[] = [];
  status = 200;
  readonly #server: Server = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      const signature = String(request.headers['x-endwatch-signature']);
      this.received.push({ body: Buffer.concat(parts).toString(), signature });
      response.writeHead(this.status).end();
    });
  });

  async start(): Promise<this> {
    await new Promise<void>((done) => this.#server.listen(0, '127.0.0.1', done));
    return this;
  }

  get address(): string {
    const { port } = this.#server.address() as { port: number };
    return `http://127.0.0.1:${String(port)}/page?token=secret`;
  }

  stop(): void {
    this.#server.closeAllConnections();
    this.#server.close();
  }
}

interface Answer {
  readonly status: number;
  readonly body: unknown;
}

describe('how somebody is reached', () => {
  let endwatch: Endwatch;
  let phone: Phone;
  let pager: Pager;
  const tokens = new Map<string, Record<string, string>>();

  beforeAll(async () => {
    endwatch = await new Endwatch({ ENDWATCH_LOCAL_PUSH: '1', ENDWATCH_PARTITIONS: '1' }).ready();
    tokens.set('admin', await bearer(endwatch.address));
    phone = await new Phone(() => endwatch.address).start();
    pager = await new Pager().start();
    for (const username of ['ada', 'eve']) {
      const account = { username, name: username, role: 'neurologist' };
      await endwatch.post<ChangedAccount>('/api/accounts', account);
      const label = { username, label: 'test' };
      const { token } = await endwatch.post<MadeToken>('/api/accounts/tokens', label);
      tokens.set(username, { authorization: `Bearer ${token}` });
    }
  });
  afterAll(async () => {
    phone.stop();
    pager.stop();
    await endwatch.stop();
  });

  const ask = async (who: string, call: string, body?: unknown): Promise<Answer> => {
    const [method = '', path = ''] = call.split(' ');
    const response = await fetch(endwatch.address + path, {
      method,
      headers: { ...tokens.get(who), 'content-type': 'application/json' },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    return { status: response.status, body: text === '' ? null : JSON.parse(text) };
  };
  const contactsOf = async (who: string): Promise<ContactView[]> =>
    (await ask(who, 'GET /api/push/contacts')).body as ContactView[];
  const add = async (who: string, path: string, body: object): Promise<ContactView> => {
    const made = await ask(who, `POST /api/push/${path}`, body);
    expect(made.status).toBe(201);
    return contactSchema.parse(made.body);
  };
  const subscribe = (who: string): Promise<ContactView> =>
    add(who, 'subscriptions', { subscription: phone.subscription, label: 'Phone' });
  const addPager = (username: string): Promise<ContactView> =>
    add('admin', 'contacts', {
      ...{ channel: 'webhook', address: pager.address, secret: SECRET, username, label: 'Pager' },
    });
  const clear = async (): Promise<void> => {
    for (const who of ['ada', 'eve', 'admin']) {
      for (const { id } of await contactsOf(who)) {
        await ask(who, `DELETE /api/push/contacts/${encodeURIComponent(id)}`);
      }
    }
  };
  const testOf = async (who: string, path = 'test'): Promise<string> => {
    const made = await ask(who, `POST /api/push/${path}`, {});
    expect(made.status).toBe(202);
    return (made.body as { noticeId: string }).noticeId;
  };
  const stateOf = (who: string, noticeId: string, state: string): Promise<DeliveryView[]> =>
    eventually(
      async () => (await ask(who, `GET /api/push/tests/${noticeId}`)).body as DeliveryView[],
      (deliveries) => deliveries.some((one) => one.state === state),
    );

  beforeEach(clear);

  it('a browser asks with what it subscribes: the same key each time', async () => {
    const [one, other] = [
      await ask('ada', 'GET /api/push/key'),
      await ask('eve', 'GET /api/push/key'),
    ];
    expect(one.status).toBe(200);
    expect(one).toEqual(other);
    const key = Buffer.from((one.body as { publicKey: string }).publicKey, 'base64url');
    // An uncompressed point of P-256.
    expect([key.length, key[0]]).toEqual([65, 4]);
  });

  it('a browser is kept with its host only, and belongs to who signed in last', async () => {
    const first = await subscribe('ada');
    expect(first).toMatchObject({ channel: 'web-push', label: 'Phone' });
    expect(first.place).toMatch(/^127\.0\.0\.1:\d+$/);
    expect(JSON.stringify(await contactsOf('ada'))).not.toMatch(/\/push|p256dh|auth/);
    expect(await contactsOf('eve')).toEqual([]);
    await subscribe('eve');
    expect([await contactsOf('ada'), await contactsOf('eve')]).toEqual([[], [first]]);
  });

  it.each<[string, string, object]>([
    ['no subscription', 'subscriptions', { label: 'Phone' }],
    [
      'no keys',
      'subscriptions',
      { label: 'x', subscription: { endpoint: 'https://push.example' } },
    ],
    ['no address', 'subscriptions', { label: 'x', subscription: { endpoint: 'push', keys: {} } }],
    ['a channel there is none of', 'contacts', { channel: 'pigeon', address: 'x', label: 'x' }],
    ['no mail address', 'contacts', { channel: 'email', address: 'nobody', label: 'x' }],
    ['no label', 'contacts', { channel: 'email', address: 'a@b.example', label: ' ' }],
    [
      'a short secret',
      'contacts',
      {
        channel: 'webhook',
        address: 'http://a.example',
        secret: 'short',
        username: 'ada',
        label: 'x',
      },
    ],
    [
      'no web address',
      'contacts',
      {
        channel: 'webhook',
        address: 'file:///etc/passwd',
        secret: SECRET,
        username: 'ada',
        label: 'x',
      },
    ],
  ])('%s is refused', async (_, path, body) => {
    expect(await ask('admin', `POST /api/push/${path}`, body)).toMatchObject({
      status: 400,
      body: { status: 400, title: 'Bad Request' },
    });
    expect(await contactsOf('admin')).toEqual([]);
  });

  it('a push service is not reached by plain http, unless on this machine in a test', async () => {
    const { keys } = phone.subscription as { keys: object };
    const subscription = { endpoint: 'http://push.example/1', keys };
    expect(
      await ask('ada', 'POST /api/push/subscriptions', { subscription, label: 'x' }),
    ).toMatchObject({ status: 403 });
  });

  it('mail is added by oneself, a pager by an administrator only', async () => {
    const mail = { channel: 'email', address: 'ada@hospital.example', label: 'Mail' };
    expect(await add('ada', 'contacts', mail)).toMatchObject({ place: 'ada@hospital.example' });
    const hook = { channel: 'webhook', address: pager.address, secret: SECRET };
    expect(
      await ask('ada', 'POST /api/push/contacts', { ...hook, username: 'ada', label: 'x' }),
    ).toMatchObject({ status: 403 });
    await addPager('eve');
    expect((await contactsOf('eve')).map(({ channel }) => channel)).toEqual(['webhook']);
  });

  it('nobody takes away what is another’s; an administrator does', async () => {
    const { id } = await subscribe('ada');
    const remove = `DELETE /api/push/contacts/${encodeURIComponent(id)}`;
    expect(await ask('eve', remove)).toMatchObject({ status: 404 });
    expect(await contactsOf('ada')).toHaveLength(1);
    expect(await ask('admin', remove)).toEqual({ status: 204, body: null });
    expect(await ask('ada', remove)).toMatchObject({ status: 404 });
  });

  it('a test goes to the phone and back; nobody else sees how far it got', async () => {
    expect(await ask('ada', 'POST /api/push/test', {})).toMatchObject({ status: 404 });
    await subscribe('ada');
    const noticeId = await testOf('ada');
    const [delivery] = await stateOf('ada', noticeId, 'confirmed');
    expect(deliveryStateSchema.parse(delivery)).toEqual({
      ...{ channel: 'web-push', state: 'confirmed', problem: null },
    });
    expect(phone.pushed.at(-1)?.title).toBe('Test: this phone is reached');
    expect(await ask('eve', `GET /api/push/tests/${noticeId}`)).toEqual({ status: 200, body: [] });
    expect((await ask('ada', 'GET /api/push/tests/none')).body).toEqual([]);
  });

  it('a receipt needs the secret of its delivery, and no sign-in', async () => {
    await subscribe('ada');
    phone.isOn = false;
    const noticeId = await testOf('ada');
    await stateOf('ada', noticeId, 'sent');
    const { deliveryId, receipt } = phone.pushed.at(-1)!;
    const path = `POST /api/push/receipts/${encodeURIComponent(deliveryId)}`;
    expect(await ask('nobody', path, { token: 'guessed' })).toMatchObject({ status: 404 });
    expect(await ask('nobody', path, {})).toMatchObject({ status: 400 });
    expect(await ask('nobody', path, { token: 'x'.repeat(101) })).toMatchObject({ status: 400 });
    const other = 'POST /api/push/receipts/another';
    expect(await ask('nobody', other, { token: receipt })).toMatchObject({ status: 404 });
    expect(await stateOf('ada', noticeId, 'sent')).toHaveLength(1);
    expect(await ask('nobody', path, { token: receipt })).toEqual({ status: 204, body: null });
    await stateOf('ada', noticeId, 'confirmed');
    phone.isOn = true;
  });

  describe('a pager', () => {
    it('is among those of everybody, without its address or secret', async () => {
      const { id } = await addPager('ada');
      expect(await ask('ada', 'GET /api/push/pagers')).toMatchObject({ status: 403 });
      const pagers = (await ask('admin', 'GET /api/push/pagers')).body as PagerView[];
      expect(pagers).toMatchObject([{ id, username: 'ada', label: 'Pager', channel: 'webhook' }]);
      expect(JSON.stringify(pagers)).not.toMatch(/secret|known/);
    });

    it('is tried by an administrator: signed, and it alone', async () => {
      const { id } = await addPager('ada');
      await subscribe('ada');
      const rung = phone.pushed.length;
      const path = `contacts/${encodeURIComponent(id)}/test`;
      const deliveries = await stateOf('admin', await testOf('admin', path), 'confirmed');
      expect(deliveries).toEqual([{ channel: 'webhook', state: 'confirmed', problem: null }]);
      const { body, signature } = pager.received.at(-1)!;
      const [, t = '', v1] = /^t=(\d+),v1=([0-9a-f]{64})$/.exec(signature) ?? [];
      expect(v1).toBe(createHmac('sha256', SECRET).update(`${t}.${body}`).digest('hex'));
      expect(JSON.parse(body)).toMatchObject({
        title: 'Test: this phone is reached',
        clear: false,
      });
      expect(phone.pushed).toHaveLength(rung);
    });

    it('that refuses says why, and no other way is tried for a test of it', async () => {
      const { id } = await addPager('ada');
      await subscribe('ada');
      pager.status = 401;
      const path = `contacts/${encodeURIComponent(id)}/test`;
      expect(await stateOf('ada', await testOf('ada', path), 'failed')).toEqual([
        { channel: 'webhook', state: 'failed', problem: 'answered 401' },
      ]);
      pager.status = 200;
    });

    it('of somebody else is tried by no one but an administrator', async () => {
      const { id } = await addPager('ada');
      const path = `POST /api/push/contacts/${encodeURIComponent(id)}/test`;
      expect(await ask('eve', path, {})).toMatchObject({ status: 404 });
      expect(await ask('eve', 'POST /api/push/contacts/none/test', {})).toMatchObject({
        status: 404,
      });
      expect((await ask('ada', path, {})).status).toBe(202);
    });
  });
});
