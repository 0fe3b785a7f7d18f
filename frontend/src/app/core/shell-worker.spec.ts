import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { runInNewContext } from 'node:vm';

const SCRIPT = readFileSync(join(__dirname, '../../../public/shell-worker.js'), 'utf8');
const ORIGIN = 'https://endwatch.example';
const OLD = { version: 'old', main: 'main-OLD_0000.js', files: ['/main-OLD_0000.js'] };
const NEW = {
  ...{ version: 'new', main: 'main-NEW_0000.js' },
  files: ['/chunk-NEW_0000.js', '/main-NEW_0000.js'],
};
const page = ({ main }: { main: string }): string => `<html lang="en"><script src="${main}">`;

/** As a browser has them; keys are addresses. */
class FakeCaches {
  readonly all = new Map<string, Map<string, FakeAnswer>>();
  keys = (): Promise<string[]> => Promise.resolve([...this.all.keys()]);
  delete = (name: string): Promise<boolean> => Promise.resolve(this.all.delete(name));
  match = (key: string): Promise<FakeAnswer | undefined> =>
    Promise.resolve([...this.all.values()].map((cache) => cache.get(key)).find(Boolean));
  open = (name: string): Promise<object> => {
    const cache = this.all.get(name) ?? new Map<string, FakeAnswer>();
    this.all.set(name, cache);
    return Promise.resolve({
      match: (key: string) => Promise.resolve(cache.get(key)),
      put: (key: string, answer: FakeAnswer) => Promise.resolve(cache.set(key, answer)),
    });
  };
}

class FakeAnswer {
  readonly headers = new Map<string, string>();
  constructor(
    readonly body: string,
    { status = 200 }: { status?: number } = {},
  ) {
    this.status = status;
  }
  readonly status: number;
  get ok(): boolean {
    return this.status === 200;
  }
  text(): Promise<string> {
    return Promise.resolve(this.body);
  }
}

/** A browser around the worker of one version, and a server behind it. */
class FakeBrowser {
  /** What the server has at each address; what it has not is 404. `null`: it is away; a number: a proxy answers so. */
  server: Record<string, string> | number | 'silent' | null = {};
  readonly asked: string[] = [];
  private readonly listeners = new Map<string, (event: object) => void>();

  constructor(
    readonly caches: FakeCaches,
    shell?: object,
  ) {
    const self = {
      ...{ shell, location: { origin: ORIGIN } },
      addEventListener: (type: string, listener: (event: object) => void) =>
        this.listeners.set(type, listener),
    };
    const fetch = (what: string | { url: string }): Promise<FakeAnswer> => {
      const path = typeof what === 'string' ? what : what.url.replace(ORIGIN, '');
      this.asked.push(path);
      if (this.server === null) return Promise.reject(new TypeError('network'));
      if (this.server === 'silent') return new Promise(() => undefined);
      if (typeof this.server === 'number')
        return Promise.resolve(new FakeAnswer('', { status: this.server }));
      const text = this.server[path];
      return Promise.resolve(
        new FakeAnswer(text ?? '', { status: text === undefined ? 404 : 200 }),
      );
    };
    const world = {
      self,
      fetch,
      caches,
      URL,
      setTimeout: (work: () => void, ms: number, with_: null) => setTimeout(work, ms, with_),
      Response: FakeAnswer,
      Headers: Map,
    };
    runInNewContext(SCRIPT, world);
  }

  async keep(): Promise<void> {
    let work: Promise<unknown> = Promise.resolve();
    const waitUntil = (promise: Promise<unknown>): void => {
      work = promise;
    };
    this.listeners.get('message')?.({ data: 'keep-shell', waitUntil });
    await work;
  }

  /** Null where the worker leaves it to the browser. */
  ask(path: string, how: object = {}): Promise<FakeAnswer | null> {
    let answer: Promise<FakeAnswer | null> = Promise.resolve(null);
    this.listeners.get('fetch')?.({
      request: { url: ORIGIN + path, method: 'GET', mode: 'navigate', ...how },
      respondWith: (promise: Promise<FakeAnswer>) => (answer = promise),
    });
    return answer;
  }

  readonly kept = (): object =>
    Object.fromEntries([...this.caches.all].map(([name, cache]) => [name, [...cache.keys()]]));
}

const oldServer = { '/': page(OLD), '/wards/w': page(OLD), '/main-OLD_0000.js': 'old' };
const newServer = {
  ...{ '/': page(NEW), '/wards/w': page(NEW) },
  ...{ '/chunk-NEW_0000.js': 'new part', '/main-NEW_0000.js': 'new' },
};

describe('the worker that keeps the page', () => {
  let old: FakeBrowser;

  beforeEach(async () => {
    old = new FakeBrowser(new FakeCaches(), OLD);
    old.server = oldServer;
    await old.keep();
  });
  afterEach(() => {
    jest.useRealTimers();
  });

  it('keeps the files of the build, the page last', () => {
    expect(old.kept()).toEqual({ 'endwatch-shell-old': ['/main-OLD_0000.js', '/'] });
  });

  it('gives what the server has, and what is kept only where the server is away', async () => {
    old.server = newServer;
    expect((await old.ask('/wards/w'))?.body).toBe(page(NEW));
    for (const away of [null, 502, 503, 504]) {
      old.server = away;
      expect((await old.ask('/wards/w'))?.body).toContain('<html data-kept lang="en">');
      expect((await old.ask('/main-OLD_0000.js', { mode: 'cors' }))?.body).toBe('old');
    }
    old.server = 500;
    expect((await old.ask('/wards/w'))?.status).toBe(500);
  });

  it('does not wait long for a server that says nothing', async () => {
    jest.useFakeTimers();
    old.server = 'silent';
    const asked = old.ask('/wards/w');
    await jest.advanceTimersByTimeAsync(4_000);
    expect((await asked)?.body).toContain('data-kept');
  });

  it.each([
    ['/api/patients/p', {}],
    ['/api', {}],
    ['/fhir/Patient', {}],
    ['/socket.io/?EIO=4', {}],
    ['/health/ready', {}],
    ['/metrics', {}],
    ['/wards/w', { method: 'POST' }],
    // How a page asks which version the server has.
    ['/', { mode: 'cors' }],
    ['/favicon.svg', {}],
  ])('does not touch %s %j', async (path, how) => {
    expect(await old.ask(path, how)).toBeNull();
  });

  it('has a file that is gone stay missing', async () => {
    expect((await old.ask('/chunk-GONE_000.js', { mode: 'cors' }))?.status).toBe(404);
  });

  it('takes another version only when it has come whole', async () => {
    const next = new FakeBrowser(old.caches, NEW);
    next.server = { '/': page(NEW), '/chunk-NEW_0000.js': 'new part' };
    await next.keep();
    next.server = null;
    expect((await next.ask('/'))?.body).toContain('main-OLD_0000');
    expect((await next.ask('/main-OLD_0000.js', { mode: 'cors' }))?.body).toBe('old');
    next.server = newServer;
    next.asked.length = 0;
    await next.keep();
    expect(next.asked).toEqual(['/', '/main-NEW_0000.js']);
    expect(next.kept()).toEqual({ 'endwatch-shell-new': [...NEW.files, '/'] });
  });

  it('keeps nothing of a version that the server no longer has', async () => {
    const next = new FakeBrowser(old.caches, NEW);
    next.server = oldServer;
    await next.keep();
    expect(old.caches.all.get('endwatch-shell-old')?.size).toBe(2);
    expect(old.caches.all.get('endwatch-shell-new')?.size).toBe(0);
  });

  it('does nothing where the build has told it nothing', async () => {
    const bare = new FakeBrowser(new FakeCaches());
    await bare.keep();
    expect([bare.kept(), await bare.ask('/wards/w')]).toEqual([{}, null]);
  });
});
