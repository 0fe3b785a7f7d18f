import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { runInNewContext } from 'node:vm';

const SCRIPT = readFileSync(join(__dirname, '../../../public/push-worker.js'), 'utf8');
const AT = '2026-01-05T08:00:00.000Z';
const MESSAGE = {
  ...{ title: 'Bed 12', body: 'Stroke unit.', tag: 'a1', clear: false, repeated: false, at: AT },
  ...{ priority: 'high', url: '/on-call?alert=a1', deliveryId: 'd/1', receipt: 'r' },
};

interface Shown {
  readonly title: string;
  readonly options: { tag: string; body: string; requireInteraction: boolean; silent?: boolean };
  readonly close: () => void;
}

/** A browser around the worker's script: what it shows, opens and says to the server. */
class FakeBrowser {
  readonly shown: Shown[] = [];
  /** Of each push: whether it was shown without a sound. */
  readonly silent: boolean[] = [];
  readonly subscribedWith: unknown[] = [];
  readonly receipts: [string, unknown][] = [];
  readonly opened: string[] = [];
  windows: object[] = [];
  private readonly listeners = new Map<string, (event: object) => void>();

  constructor() {
    const self = {
      importScripts: () => undefined,
      addEventListener: (type: string, listener: (event: object) => void) =>
        this.listeners.set(type, listener),
      registration: {
        getNotifications: ({ tag }: { tag: string }) =>
          Promise.resolve(this.shown.filter(({ options }) => options.tag === tag).map(asSeen)),
        showNotification: (title: string, options: Shown['options']) => {
          const one: Shown = { title, options, close: () => this.remove(one) };
          for (const old of this.shown.filter((each) => each.options.tag === options.tag)) {
            this.remove(old);
          }
          this.shown.push(one);
          this.silent.push(options.silent === true);
          return Promise.resolve();
        },
        pushManager: {
          subscribe: (options: unknown) => {
            this.subscribedWith.push(options);
            return Promise.resolve({ endpoint: 'https://push.example/new' });
          },
        },
      },
      navigator: { platform: 'iPhone' },
      clients: {
        matchAll: () => Promise.resolve(this.windows),
        openWindow: (url: string) => Promise.resolve(this.opened.push(url)),
      },
    };
    const fetch = (path: string, { body }: { body: string }): Promise<void> => {
      this.receipts.push([path, JSON.parse(body)]);
      return Promise.resolve();
    };
    runInNewContext(SCRIPT, { self, fetch });
  }

  push(message: object): Promise<void> {
    return this.tell('push', { data: { json: () => message } });
  }

  async tell(type: string, event: object): Promise<void> {
    let work: Promise<unknown> = Promise.resolve();
    this.listeners.get(type)?.({
      ...event,
      waitUntil: (promise: Promise<unknown>) => (work = promise),
    });
    await work;
  }

  private remove(one: Shown): void {
    this.shown.splice(this.shown.indexOf(one), 1);
  }
}

const asSeen = ({ title, options, close }: Shown): object => ({ title, ...options, close });

describe('the worker that takes what is pushed', () => {
  it('shows it and says so', async () => {
    const browser = new FakeBrowser();
    await browser.push(MESSAGE);
    expect(browser.shown).toMatchObject([
      { title: 'Bed 12', options: { tag: 'a1', body: 'Stroke unit.', requireInteraction: true } },
    ]);
    expect(browser.receipts).toEqual([['/api/push/receipts/d%2F1', { token: 'r' }]]);
  });

  it('is heard in its language, and does not stay where it is not urgent', async () => {
    const browser = new FakeBrowser();
    await browser.push({ ...MESSAGE, body: 'Station 3.', language: 'de', priority: 'low' });
    expect(browser.shown).toMatchObject([
      { options: { body: 'Station 3.', lang: 'de', requireInteraction: false } },
    ]);
  });

  it('takes it back, but not what tells of it anew', async () => {
    const browser = new FakeBrowser();
    const clear = { ...MESSAGE, clear: true, receipt: null };
    await browser.push(MESSAGE);
    await browser.push({ ...clear, tag: 'another' });
    expect(browser.shown).toHaveLength(1);
    await browser.push({ ...MESSAGE, at: '2026-01-05T08:10:00.000Z' });
    await browser.push(clear);
    expect(browser.shown).toMatchObject([
      { title: 'Bed 12', options: { body: 'Stroke unit.', requireInteraction: true } },
    ]);
    await browser.push({ ...clear, at: '2026-01-05T08:10:00.000Z' });
    expect(browser.shown).toEqual([]);
    // Nothing that was pushed was left without showing something, and what is over made no sound.
    expect(browser.silent).toEqual([false, true, false, true, true]);
  });

  it.each([
    [{ newSubscription: { endpoint: 'https://push.example/new' } }, []],
    [{ oldSubscription: { options: 'as before' } }, ['as before']],
  ])('tells the server where it is reached from now on: %j', async (event, subscribedWith) => {
    const browser = new FakeBrowser();
    await browser.tell('pushsubscriptionchange', event);
    expect(browser.subscribedWith).toEqual(subscribedWith);
    expect(browser.receipts).toEqual([
      [
        '/api/push/subscriptions',
        { subscription: { endpoint: 'https://push.example/new' }, label: 'iPhone' },
      ],
    ]);
  });

  it('opens the page at a touch, or brings it to the front', async () => {
    const browser = new FakeBrowser();
    const notification = { close: () => undefined, data: { url: MESSAGE.url } };
    await browser.tell('notificationclick', { notification });
    expect(browser.opened).toEqual([MESSAGE.url]);
    const went: string[] = [];
    const page = {
      focus: () => Promise.resolve(went.push('front')),
      navigate: (url: string) => Promise.resolve(went.push(url)),
    };
    browser.windows = [page];
    await browser.tell('notificationclick', { notification });
    expect(went).toEqual(['front', MESSAGE.url]);
    browser.windows = [{ ...page, navigate: () => Promise.reject(new TypeError('not ours')) }];
    await browser.tell('notificationclick', { notification });
    expect(browser.opened).toEqual([MESSAGE.url, MESSAGE.url]);
  });
});
