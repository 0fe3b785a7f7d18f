import { TestBed } from '@angular/core/testing';
import { Router } from '@angular/router';
import { clockTime } from '../words/ages.ts';
import { setSiteZone } from '../words/site-time.ts';
import { BEGIN_ANEW, Session } from './session.ts';

describe('who is signed in', () => {
  let session: Session;
  let begun: string[];
  /** What the server says of whom it knows; a number refuses. */
  let said: string | number;
  const router = { url: '/wards/w1' };

  beforeEach(async () => {
    [begun, said, router.url] = [[], 'nora', '/wards/w1'];
    globalThis.fetch = jest.fn(() =>
      Promise.resolve({
        ok: typeof said === 'string',
        status: typeof said === 'string' ? 200 : said,
        json: () =>
          Promise.resolve({
            ...{ username: said, name: said, role: 'nurse', wards: null },
            timeZone: 'Asia/Tokyo',
          }),
      } as Response),
    );
    TestBed.configureTestingModule({
      providers: [
        { provide: BEGIN_ANEW, useValue: (url: string) => begun.push(url) },
        { provide: Router, useValue: router },
      ],
    });
    session = TestBed.inject(Session);
    await session.look();
    expect([session.view()?.username, begun]).toEqual(['nora', []]);
  });
  afterEach(() => {
    setSiteZone(undefined);
  });

  it('has its times shown by the clock on the wall of the site', () => {
    expect(clockTime(Date.parse('2026-03-02T12:00:00Z'))).toBe('21:00');
  });

  it('keeps that clock while the server cannot be asked, and asks it again', async () => {
    jest.useFakeTimers();
    TestBed.resetTestingModule();
    setSiteZone(undefined);
    said = 502;
    const later = TestBed.inject(Session);
    await later.look();
    expect(clockTime(Date.parse('2026-03-02T12:00:00Z'))).toBe('21:00');
    expect(later.view()).toBeNull();
    await jest.advanceTimersByTimeAsync(5_000);
    expect(later.view()).toBeNull();
    said = 'nora';
    await jest.advanceTimersByTimeAsync(5_000);
    expect(later.view()?.username).toBe('nora');
    jest.useRealTimers();
  });

  it('remembers whose this browser is while the server cannot be asked', () => {
    TestBed.resetTestingModule();
    expect(TestBed.inject(Session).account()).toBe('nora');
  });

  it('leaves nothing behind at the end: the page begins anew at the way in', async () => {
    await session.signOut();
    expect([session.isOut(), begun]).toEqual([true, ['/sign-in?to=%2Fwards%2Fw1']]);
    expect(session.account()).toBeNull();
    session.lost();
    expect(begun).toHaveLength(1);
  });

  it('and when the server knows nobody here any more', async () => {
    said = 401;
    await session.showUp();
    expect([session.view(), begun]).toEqual([null, ['/sign-in?to=%2Fwards%2Fw1']]);
  });

  it('stays at the way in where somebody is there already', () => {
    router.url = '/sign-in?to=%2F';
    session.lost();
    expect([session.isOut(), begun]).toEqual([true, []]);
  });

  it('begins anew where it is somebody else', async () => {
    await session.showUp();
    expect(begun).toEqual([]);
    said = 'olaf';
    await session.showUp();
    expect([session.view()?.username, begun]).toEqual(['olaf', ['/wards/w1']]);
    said = 'demo';
    await session.enterDemo('admin');
    expect(begun).toEqual(['/wards/w1', '/']);
  });

  it('begins anew where another page of this browser has signed in somebody else, or nobody', () => {
    const elsewhere = (key: string, newValue: string): void => {
      window.dispatchEvent(new StorageEvent('storage', { key, newValue }));
    };
    elsewhere('endwatch.sound', 'on');
    elsewhere('endwatch.account', 'nora');
    expect(begun).toEqual([]);
    elsewhere('endwatch.account', '');
    elsewhere('endwatch.account', 'olaf');
    expect(begun).toEqual(['/wards/w1', '/wards/w1']);
  });

  it('stays, and says so, where it could not be ended', async () => {
    said = 503;
    await session.signOut();
    expect([session.isOut(), begun]).toEqual([false, []]);
    expect(session.stillIn()).toContain('503');
  });
});
