import { TestBed } from '@angular/core/testing';
import { provideRouter, Router, type UrlTree } from '@angular/router';
import { signedIn } from './signed-in.ts';
import { BEGIN_ANEW, Session } from './session.ts';
import { WithoutServer } from './without-server.ts';

describe('a page for those who are signed in', () => {
  let said: number | null;
  let begun: string[];
  let router: { url: string; navigated: boolean };

  const ask = (...page: Parameters<typeof signedIn>): Promise<boolean | UrlTree> =>
    TestBed.runInInjectionContext(
      () => signedIn(...page)({} as never, { url: '/wards/w1' } as never) as Promise<boolean>,
    );
  const soon = <T>(answer: Promise<T>): Promise<T | 'waits'> =>
    Promise.race([answer, jest.advanceTimersByTimeAsync(100).then(() => 'waits' as const)]);

  beforeEach(() => {
    jest.useFakeTimers();
    localStorage.clear();
    [said, begun] = [null, []];
    globalThis.fetch = (url) => {
      if (said === null) return Promise.reject(new TypeError('network'));
      const ways = { password: true, oidc: false, demo: [] };
      const view = { username: 'nora', name: 'nora', role: 'nurse', wards: null, timeZone: 'UTC' };
      const isWays = url === '/api/session/ways';
      return Promise.resolve({
        ...{ ok: isWays || said === 200, status: isWays ? 200 : said },
        json: () => Promise.resolve(isWays ? ways : view),
      } as Response);
    };
    router = { url: '/', navigated: false };
    TestBed.configureTestingModule({
      providers: [
        provideRouter([]),
        { provide: BEGIN_ANEW, useValue: (url: string) => begun.push(url) },
      ],
    });
    Object.defineProperties(TestBed.inject(Router), {
      url: { get: () => router.url },
      navigated: { get: () => router.navigated },
    });
  });
  afterEach(() => {
    jest.useRealTimers();
  });

  it('is not opened as the first one before the server has said who is here', async () => {
    const page = ask('board.read');
    expect(await soon(page)).toBe('waits');
    expect(TestBed.inject(WithoutServer).absence()).not.toBeNull();
    said = 200;
    await jest.advanceTimersByTimeAsync(5_000);
    expect(await page).toBe(true);
    expect(TestBed.inject(WithoutServer).absence()).toBeNull();
  });

  it('leads to the way in only when the server has said that nobody is', async () => {
    const page = ask('board.read');
    expect(await soon(page)).toBe('waits');
    said = 401;
    await jest.advanceTimersByTimeAsync(5_000);
    expect(String(await page)).toBe('/sign-in?to=%2Fwards%2Fw1');
  });

  it('is opened at once where it is of use without a server, and left when the server knows nobody', async () => {
    expect(await soon(ask('examination.write', 'without a server'))).toBe(true);
    router = { url: '/patients/p/examine', navigated: true };
    said = 401;
    await jest.advanceTimersByTimeAsync(5_000);
    expect(begun).toEqual(['/sign-in?to=%2Fpatients%2Fp%2Fexamine']);
    expect(TestBed.inject(Session).isOut()).toBe(true);
  });
});
