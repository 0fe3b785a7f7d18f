import { TypeormNotificationStore } from '../postgres/typeorm-notification-store.ts';
import { NoticeBench, T0, until } from '../testing/notice-bench.ts';
import { receiptDigest } from './delivery-worker.ts';

const NOTICE = { clear: false, tag: 'a1' };
const CLEAR = { clear: true, repeated: false, tag: 'a1' };

let bench: NoticeBench;
beforeEach(async () => {
  bench = await new NoticeBench().open();
});
afterEach(() => bench.close());

describe('a push service that does not take it', () => {
  it.each<[string, 500 | 'hang']>([
    ['errs', 500],
    ['hangs', 'hang'],
  ])('and %s: the pager is called after 30 s, while the push is tried on', async (_, answer) => {
    await bench.addPager();
    await bench.tell(await bench.addPhone());
    bench.pushes.answers = [answer, 500, 201];
    const passing = bench.pass(0);
    await until(() => bench.pushes.received.length === 1);
    if (answer === 'hang') await bench.pushes.cut();
    await passing;
    await bench.pass(29);
    expect(bench.hooks.received).toHaveLength(0);
    await bench.pass(1);
    expect(bench.hooks.received).toHaveLength(1);
    expect(await bench.states()).toEqual(['web-push queued', 'webhook confirmed']);
    await bench.pass(60);
    expect(bench.pushes.received).toHaveLength(3);
    await bench.pass(60);
    expect(bench.hooks.received).toHaveLength(1);
  });

  it('at first only: whoever confirms it in time is not called on the pager', async () => {
    await bench.addPager();
    await bench.tell(await bench.addPhone());
    bench.pushes.answers = [500, 201];
    await bench.pass(0);
    await bench.pass(5);
    await bench.confirm(1);
    await bench.pass(60);
    expect(bench.hooks.received).toHaveLength(0);
    expect(await bench.states()).toEqual(['web-push confirmed', 'webhook withdrawn']);
  });
});

describe('somebody with a phone and a workstation', () => {
  it('has both rung; only when neither confirms the pager is called, once', async () => {
    await bench.addPager();
    const contacts = [await bench.addPhone(), await bench.addPhone('dr', 'p2')];
    await bench.tellAll(contacts);
    await bench.pass(0);
    expect(bench.pushes.received).toHaveLength(2);
    await bench.pass(60);
    expect(bench.hooks.received).toHaveLength(1);
  });

  it('is reached by either', async () => {
    await bench.addPager();
    await bench.tellAll([await bench.addPhone(), await bench.addPhone('dr', 'p2')]);
    await bench.pass(0);
    await bench.confirm(1);
    await bench.pass(60);
    expect(bench.hooks.received).toHaveLength(0);
    expect(await bench.states()).toEqual(['web-push confirmed', 'web-push unconfirmed']);
  });
});

describe('an alert that somebody has taken', () => {
  it('goes on to nobody, although the phone that has it says nothing', async () => {
    await bench.addPager();
    await bench.tell(await bench.addPhone());
    await bench.pass(0);
    await bench.taken();
    await bench.pass(60);
    expect(bench.hooks.received).toHaveLength(0);
    expect(await bench.states()).toEqual(['web-push unconfirmed']);
    expect(bench.shown).toEqual([{ ...NOTICE, repeated: false }, CLEAR]);
  });

  it('goes on to nobody, although it is refused just then', async () => {
    await bench.addPager();
    await bench.tell(await bench.addPhone());
    bench.pushes.answers = ['hang', 201];
    const passing = bench.pass(0);
    await until(() => bench.pushes.received.length === 1);
    await bench.taken();
    await bench.pushes.cut();
    await passing;
    await bench.pass(600);
    expect(bench.hooks.received).toHaveLength(0);
    expect(await bench.states()).toEqual(['web-push withdrawn']);
  });

  it('is taken off a phone that it was on its way to', async () => {
    await bench.tell(await bench.addPhone());
    bench.pushes.answers = ['hang', 201];
    const passing = bench.pass(0);
    await until(() => bench.pushes.received.length === 1);
    await bench.taken();
    await bench.pushes.cut();
    await passing;
    await bench.pass(1);
    const [first, ...after] = bench.shown;
    expect(first).toEqual({ ...NOTICE, repeated: false });
    expect(after.at(-1)).toEqual(CLEAR);
    expect(after.every(({ clear }) => clear)).toBe(true);
  });

  it('is taken off a phone that may show it, although its push service gave no answer', async () => {
    await bench.tell(await bench.addPhone());
    bench.pushes.answers = ['hang', 201];
    const passing = bench.pass(0);
    await until(() => bench.pushes.received.length === 1);
    await bench.pushes.cut();
    await passing;
    await bench.taken();
    await bench.pass(600);
    expect(bench.shown).toEqual([{ ...NOTICE, repeated: false }, CLEAR]);
    expect(await bench.states()).toEqual(['web-push withdrawn']);
  });

  it('stays in a notice of several until nobody need see to the last of them', async () => {
    const alertIds = ['a1', 'a2', 'a3'];
    await bench.raise(alertIds);
    await bench.tell(await bench.addPhone(), 'n1', { alertIds });
    await bench.pass(0);
    for (const id of ['a1', 'a2']) await bench.taken(id);
    await bench.pass(1);
    expect(bench.shown).toEqual([{ clear: false, repeated: false, tag: 'n1' }]);
    await bench.taken('a3');
    await bench.pass(1);
    expect(bench.shown.at(-1)).toEqual({ clear: true, repeated: false, tag: 'n1' });
  });

  it('is not taken back where it went on again before that was told', async () => {
    await bench.raise(['a1']);
    await bench.tell(await bench.addPhone());
    await bench.pass(0);
    await bench.source.query(
      `INSERT INTO notice_outbox (alert_id, told, at) VALUES ('a1', 'clear', now())`,
    );
    while ((await bench.people.once()) > 0);
    await bench.pass(1);
    expect(bench.shown.map(({ clear }) => clear)).toEqual([false]);
  });

  it('is taken back from what a push service still holds, not from a later notice of it', async () => {
    const contact = await bench.addPhone();
    await bench.tell(contact, 'n1');
    await bench.pass(0);
    await bench.taken();
    await bench.pass(1);
    await bench.tell(contact, 'n2');
    await bench.pass(1);
    const topics = bench.pushes.received.map(({ headers }) => headers['topic']);
    expect(topics[0]).toMatch(/^[\w-]{32}$/);
    expect(topics).toEqual([topics[0], topics[0], topics[2]]);
    expect(topics[2]).not.toBe(topics[0]);
  });
});

describe('one that may have been sent before', () => {
  it('says so when a push service took it and did not answer', async () => {
    await bench.tell(await bench.addPhone());
    bench.pushes.answers = ['hang', 429, 201];
    const passing = bench.pass(0);
    await until(() => bench.pushes.received.length === 1);
    await bench.pushes.cut();
    await passing;
    await bench.pass(5);
    await bench.pass(15);
    expect(bench.shown.map(({ repeated }) => repeated)).toEqual([false, true, true]);
    const bodies = bench.pushes.received.map((one) => bench.phone.read(one).body);
    const said = bodies.map((body) => body.includes('This may have been sent before.'));
    expect(said).toEqual([false, true, true]);
  });

  it('is not said of one that was turned away', async () => {
    await bench.tell(await bench.addPhone());
    bench.pushes.answers = [429, 201];
    await bench.pass(0);
    await bench.pass(5);
    expect(bench.shown.map(({ repeated }) => repeated)).toEqual([false, false]);
  });

  it('is not sent a third time by a process that wakes up after another took over', async () => {
    await bench.tell(await bench.addPhone());
    bench.pushes.answers = ['hang', 201];
    const asleep = bench.workerOf().once();
    await until(() => bench.pushes.received.length === 1);
    await bench.pass(60);
    await bench.pushes.cut();
    await asleep;
    expect(await bench.states()).toEqual(['web-push sent']);
    await bench.pass(600);
    expect(bench.shown.map(({ repeated }) => repeated)).toEqual([false, true]);
  });

  it('is not sent again when the phone has confirmed it meanwhile', async () => {
    await bench.addPager();
    await bench.tell(await bench.addPhone());
    const dying = new TypeormNotificationStore(bench.source);
    dying.advance = () => Promise.reject(new Error('killed'));
    await expect(bench.workerOf({ store: dying }).once()).rejects.toThrow('killed');
    const { deliveryId, receipt } = bench.phone.read(bench.pushes.received[0]!);
    expect(await bench.store.confirm(deliveryId, receiptDigest(receipt ?? ''), T0)).toBe(true);
    await bench.pass(600);
    expect(bench.pushes.received).toHaveLength(1);
    expect(bench.hooks.received).toHaveLength(0);
  });
});

describe('who is reached by what', () => {
  it('two people may have the same pager', async () => {
    await bench.addPager('dr');
    await bench.addPager('eve');
    const channels = async (username: string): Promise<string[]> =>
      (await bench.store.contactsOf([username])).map(({ channel }) => channel);
    expect(await channels('dr')).toEqual(['webhook']);
    expect(await channels('eve')).toEqual(['webhook']);
  });

  it('a browser is that of who signed in last; nothing for the one before goes to it', async () => {
    await bench.addPager('dr');
    await bench.tell(await bench.addPhone('dr'));
    await bench.addPhone('eve');
    await bench.pass(0);
    expect(bench.pushes.received).toHaveLength(0);
    expect(await bench.states()).toEqual(['web-push failed', 'webhook confirmed']);
  });

  it('a paging system that is not found for a moment stays a contact', async () => {
    bench.hooks.answers = [404];
    await bench.tell(await bench.addPager());
    await bench.pass(0);
    expect(await bench.states()).toEqual(['webhook failed']);
    expect(await bench.store.contactsOf(['dr'])).toHaveLength(1);
    bench.hooks.answers = [410];
    await bench.tell((await bench.store.contactsOf(['dr']))[0]!, 'n2');
    await bench.pass(0);
    expect(await bench.store.contactsOf(['dr'])).toEqual([]);
  });

  it('a redirect is not followed, and the next contact told at once', async () => {
    await bench.addPager();
    bench.pushes.answers = [307];
    await bench.tell(await bench.addPhone());
    await bench.pass(0);
    expect(await bench.states()).toEqual(['web-push failed', 'webhook confirmed']);
  });
});

describe('a push service that does not answer', () => {
  it('is given up, and holds nobody else: not the pager, not who claims', async () => {
    bench.pushes.answers = ['hang'];
    await bench.tell(await bench.addPhone(), 'n1');
    await bench.tell(await bench.addPager('eve'), 'n2');
    const worker = bench.workerOf({ answerWithin: 300 });
    expect(await worker.look()).toBe(2);
    await until(() => bench.hooks.received.length === 1);
    expect(await worker.look()).toBe(0);
    await worker.stop();
    expect(await bench.states('n1')).toEqual(['web-push queued']);
    expect(await bench.states('n2')).toEqual(['webhook confirmed']);
  });

  it('does not keep a process from ending, and what was in hand is sent by the next', async () => {
    bench.pushes.answers = ['hang', 201];
    await bench.tell(await bench.addPhone());
    const worker = bench.workerOf({ lastMoments: 1 });
    await worker.look();
    await until(() => bench.pushes.received.length === 1);
    await worker.stop();
    expect(await worker.look()).toBe(0);
    expect(await bench.states()).toEqual(['web-push queued']);
    await bench.pass(5);
    expect(bench.shown.map(({ repeated }) => repeated)).toEqual([false, true]);
  });

  it('has no more of it in hand than a process may; the most urgent is first', async () => {
    const phone = await bench.addPhone();
    for (const id of ['n1', 'n2']) await bench.tell(phone, id, { priority: 'low', alertIds: [] });
    await bench.tell(phone, 'n3', { alertIds: [] });
    const worker = bench.workerOf({ atOnce: 1 });
    expect(await worker.look()).toBe(3);
    await worker.stop();
    expect(bench.shown.map(({ tag }) => tag)[0]).toBe('n3');
    expect(bench.shown).toHaveLength(3);
  });

  it('and a store that cannot be written is told of; nothing is lost by it', async () => {
    await bench.tell(await bench.addPhone());
    const dying = new TypeormNotificationStore(bench.source);
    dying.advance = () => Promise.reject(new Error('away'));
    const worker = bench.workerOf({ store: dying });
    await worker.look();
    await worker.stop();
    expect(bench.said).toEqual(['what became of a delivery could not be written down']);
    await bench.pass(60);
    expect(bench.shown.map(({ repeated }) => repeated)).toEqual([false, true]);
  });
});
