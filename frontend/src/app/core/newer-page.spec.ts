import { Injectable } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { NOON, aRow, aSnapshot, anAlert } from '../testing/a-row.ts';
import { FakeLink } from '../testing/fake-link.ts';
import { Acknowledgement } from './acknowledgement.ts';
import { LIVE_LINK } from './live-link.ts';
import { MissingParts } from './missing-parts.ts';
import { NewerPage } from './newer-page.ts';
import { WardSocket } from './ward-socket.ts';

const MINUTE = 60_000;
const page = (hash: string): string =>
  `<link rel="stylesheet" href="styles-AAAAAAAA.css"><script src="main-${hash}.js"></script>`;

@Injectable()
class WatchedPage extends NewerPage {
  readonly opened: string[] = [];
  protected override goTo(url: string): void {
    this.opened.push(url);
  }
}

describe('NewerPage', () => {
  let newer: WatchedPage;
  let link: FakeLink;
  let served: string | null;
  const questions: string[] = [];

  beforeEach(() => {
    jest.useFakeTimers({ now: NOON });
    sessionStorage.clear();
    document.body.innerHTML = page('o1d-Ha_h');
    served = page('o1d-Ha_h');
    questions.length = 0;
    globalThis.fetch = (url) => {
      questions.push(url as string);
      return served === null
        ? Promise.reject(new TypeError('network'))
        : Promise.resolve({ ok: true, text: () => Promise.resolve(served) } as Response);
    };
    link = new FakeLink();
    TestBed.configureTestingModule({
      providers: [
        { provide: LIVE_LINK, useValue: link },
        { provide: NewerPage, useClass: WatchedPage },
      ],
    });
    newer = TestBed.inject(NewerPage) as WatchedPage;
    const sink = { snapshot: () => undefined, events: () => undefined };
    TestBed.inject(WardSocket).watch('w1', sink);
  });
  afterEach(() => {
    jest.useRealTimers();
    document.body.innerHTML = '';
  });

  function goLive(): void {
    link.server.connected();
    link.lastJoin.answer({ ok: true, sequence: 10, snapshot: aSnapshot([aRow()]) });
    TestBed.tick();
  }
  async function miss(url: string): Promise<void> {
    TestBed.inject(MissingParts).report(url);
    TestBed.tick();
    await jest.advanceTimersByTimeAsync(0);
  }
  function lose(): void {
    link.server.disconnected();
    TestBed.tick();
  }
  async function pass(ms: number): Promise<void> {
    for (let gone = 0; gone < ms; gone += 5_000) {
      link.server.heartbeat({
        ward: 'w1',
        sequence: 10,
        at: new Date().toISOString(),
        lag: { seconds: 0 },
      });
      await jest.advanceTimersByTimeAsync(5_000);
    }
  }

  it('looks after a reconnect, not at the first connection', async () => {
    goLive();
    await pass(30_000);
    expect(questions).toEqual([]);
    lose();
    goLive();
    await pass(15_000);
    expect(questions).toEqual(['/']);
    expect(newer.available()).toBe(false);
  });

  it('fetches itself again when the server has another version and hands are off', async () => {
    goLive();
    lose();
    served = page('neW-Ha_h');
    goLive();
    await pass(15_000);
    expect(newer.available()).toBe(true);
    await pass(30_000);
    document.dispatchEvent(new Event('keydown'));
    await pass(MINUTE - 5_000);
    expect(newer.opened).toEqual([]);
    await pass(MINUTE + 15_000);
    expect(newer.opened).toEqual(['/']);
  });

  it('waits while something is not saved', async () => {
    goLive();
    served = page('neW-Ha_h');
    await newer.look();
    globalThis.fetch = () => Promise.reject(new TypeError('network'));
    const acknowledgement = TestBed.inject(Acknowledgement);
    await acknowledgement.act(anAlert(), 'Bed 7', { what: 'acknowledge' });
    expect(acknowledgement.failed()).toHaveLength(1);
    await pass(5 * MINUTE);
    expect(newer.opened).toEqual([]);
    acknowledgement.forget('a1');
    await pass(5_000);
    expect(newer.opened).toEqual(['/']);
  });

  it('opens what could not be fetched in the new version, and does not go to and fro', async () => {
    served = page('neW-Ha_h');
    await miss('/patients/p7');
    expect(newer.opened).toEqual(['/patients/p7']);
    await miss('/patients/p8');
    expect(newer.opened).toEqual(['/patients/p7']);
  });

  it.each([
    ['the server is away', null],
    ['the server has the same version', page('o1d-Ha_h')],
  ])('stays and says so when a part is missing and %s', async (_, answer) => {
    served = answer;
    await miss('/patients/p7');
    expect(newer.opened).toEqual([]);
    expect(newer.partMissing()).toBe(true);
    expect(newer.available()).toBe(false);
  });
});
