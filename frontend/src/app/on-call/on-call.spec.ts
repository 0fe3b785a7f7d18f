import { TestBed, type ComponentFixture } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { mayDo, type BoardRow, type DutyName, type OnCall } from '@endwatch/contracts';
import { Session } from '../core/session.ts';
import { WardApi } from '../core/ward-api.ts';
import { NOON, aRisk, aRow, anAlert, minutesAgo } from '../testing/a-row.ts';
import { FakeLink } from '../testing/fake-link.ts';
import { OnCallPage } from './on-call.ts';
import { OPEN_LINK } from './on-call.store.ts';

const report = { at: minutesAgo(90), title: 'CT head', line: 'New infarct.' };

type Answer = (state: OnCall) => void;

function anItem(over: Partial<BoardRow>): OnCall['alerts'][number] {
  const alert = anAlert({ state: 'escalated', priority: 'high' });
  const row = aRow({ alerts: [alert], ...over });
  return { alert, row, wardName: 'Stroke unit', toldMe: true, mine: false, told: [], report };
}
function aState(...rows: Partial<BoardRow>[]): OnCall {
  return { at: minutesAgo(0), duties: [], gaps: [], alerts: rows.map(anItem) };
}
const end = (status: BoardRow['end']['status']): Pick<BoardRow, 'end'> => ({
  end: { status, rule: null, at: minutesAgo(20), delta: 3, reason: null },
});

describe('the page of somebody on call', () => {
  let link: FakeLink;
  let asked: Answer[];
  let page: ComponentFixture<OnCallPage>;

  beforeEach(async () => {
    jest.useFakeTimers({ now: NOON });
    link = new FakeLink();
    asked = [];
    const send = (url: string): Promise<unknown> =>
      url === '/api/on-call'
        ? new Promise((answer) => asked.push(answer))
        : Promise.resolve(
            url.startsWith('/api/push') ? [] : { forecast: {}, house: {}, differs: false },
          );
    const explanation = (patientId: string, scoreId: string): Promise<unknown> =>
      scoreId === 'gone'
        ? Promise.reject(new Error('away'))
        : Promise.resolve({ scoreId, sentence: `${patientId}, ${scoreId}: why.` });
    TestBed.configureTestingModule({
      providers: [
        provideRouter([]),
        { provide: OPEN_LINK, useValue: () => link },
        {
          provide: WardApi,
          useValue: { send, explanation, wards: () => Promise.resolve([{ id: 'w1' }]) },
        },
      ],
    });
    page = TestBed.createComponent(OnCallPage);
    await pass(100);
    link.server.connected();
    await pass(1_000);
  });
  afterEach(() => {
    jest.useRealTimers();
  });

  async function pass(ms: number): Promise<void> {
    await jest.advanceTimersByTimeAsync(ms);
    page.detectChanges();
  }
  async function shows(...rows: Partial<BoardRow>[]): Promise<void> {
    for (const answer of asked.splice(0)) answer(aState(...rows));
    await pass(10);
  }
  const beat = (trouble?: 'cannot-save' | 'test-alert-missing'): void => {
    link.server.heartbeat({
      ...{ ward: 'w1', sequence: 1, at: new Date().toISOString(), lag: { seconds: 0 } },
      trouble: trouble ? { kind: trouble, since: minutesAgo(3) } : null,
    });
  };
  const text = (selector: string): string =>
    (page.nativeElement as HTMLElement).querySelector(selector)?.textContent.trim() ?? '';

  it.each(['suspected', 'not-evaluable', 'none'] as const)(
    'shows the risk where END is %s',
    async (status) => {
      await shows({ ...end(status), risk: aRisk({ next24h: 0.34 }) });
      expect(text('endwatch-risk-figure')).toContain('34');
      expect(text('endwatch-end-badge').startsWith('END?')).toBe(status === 'suspected');
    },
  );

  it('has the last two examinations and what the newest report comes to', async () => {
    await shows({});
    const lines = [...(page.nativeElement as HTMLElement).querySelectorAll('.examined li')];
    expect(lines.map((line) => line.textContent.trim().replaceAll(/\s+/g, ' '))).toEqual([
      'NIHSS 12 3 h ago',
      expect.stringMatching(/^NIHSS 9 28 Feb \d\d:\d\d$/),
    ]);
    expect(text('.report')).toMatch(/^CT head\s+New infarct\.\s+1.h ago$/);
  });

  it('says in one sentence what moved the forecast that rang, and when that cannot be said', async () => {
    await shows({});
    await pass(0);
    expect(text('endwatch-why-it-rang')).toBe('p1, s1: why.');
    const state = aState({});
    const of = (over: object): OnCall => ({
      ...state,
      alerts: state.alerts.map((one) => ({ ...one, alert: { ...one.alert, ...over } })),
    });
    const answer = async (over: object): Promise<string> => {
      link.server.redraw('w1');
      await pass(200);
      for (const one of asked.splice(0)) one(of(over));
      await pass(10);
      await pass(0);
      return text('endwatch-why-it-rang');
    };
    expect(await answer({ scoreId: 's2' })).toBe('p1, s2: why.');
    expect(await answer({ scoreId: 'gone' })).toMatch(/^Not explained: .+\.$/);
    expect(await answer({ kind: 'end-confirmed', scoreId: null })).toBe('');
  });

  it('says how old the newest values are, and what the forecast did without', async () => {
    const freshness = { vitals: minutesAgo(4), labs: null, report: minutesAgo(200), nihss: null };
    const missing = ['d-dimer', 'glucose', 'crp', 'ldl'];
    const outOfPopulation = ['No ischaemic stroke recorded'];
    await shows({ freshness, risk: aRisk({ missing, outOfPopulation }) });
    const shown = (page.nativeElement as HTMLElement).querySelectorAll('.ages div');
    const words = (one: Element): string =>
      [...one.children]
        .map(({ textContent }) => textContent.trim())
        .join(' ')
        .replaceAll('\u00a0', ' ');
    expect([...shown].map(words)).toEqual(['BP 4 min', 'Lab –', 'CT 3 h', 'NIHSS –']);
    const basis = 'endwatch-what-it-rests-on';
    expect(text(`${basis} summary`)).toMatch(/^Forecast without D-dimer, glucose\s+\+2$/);
    expect(text(`${basis} details p`)).toBe(
      'D-dimer, glucose, C-reactive protein, LDL cholesterol',
    );
    expect(text(`${basis} .outside`)).toContain('No ischaemic stroke recorded');
  });

  it('names who was told again and again once, with how often and when last', async () => {
    const told = (name: string, minutes: number) => ({
      ...{ name, stage: 'nurse-in-charge', at: minutesAgo(minutes), channel: 'email' as const },
      ...{ state: 'confirmed' as const, problem: null },
    });
    const state = aState({});
    const all = [told('Nora', 30), told('Ada', 20), told('Nora', 15)];
    asked.at(-1)?.({ ...state, alerts: state.alerts.map((one) => ({ ...one, told: all })) });
    await pass(0);
    const lines = [...(page.nativeElement as HTMLElement).querySelectorAll('.told li')];
    expect(lines.map((one) => one.textContent)).toEqual([
      expect.stringMatching(/^Nora, nurse in charge: .*\(2 times, last 15.min ago\)$/),
      expect.stringMatching(/^Ada, nurse in charge: .*\(20.min ago\)$/),
    ]);
  });

  it('tells beforehand when nobody is on duty', async () => {
    const gap = (duty: DutyName, ward: string | null, from: number, to: number | null) => ({
      ...{ duty, ward, from: minutesAgo(-from), to: to === null ? null : minutesAgo(-to) },
    });
    asked.at(-1)?.({
      ...aState(),
      // The server's clock is ahead of the browser's.
      at: minutesAgo(-1),
      gaps: [
        gap('first-on-call', 'Stroke unit', 1, 60),
        gap('nurse-in-charge', null, 1, null),
        gap('second-on-call', null, 8 * 60, null),
        gap('second-on-call', null, 60, 120),
      ],
    });
    await pass(0);
    const lines = [...(page.nativeElement as HTMLElement).querySelectorAll('.gaps li')];
    expect(lines.map((one) => one.textContent)).toEqual([
      'Stroke unit: Nobody is first on call until 13:00',
      'Nobody is nurse in charge in the next 24 h',
      'Nobody is second on call from 20:00',
      'Nobody is second on call from 13:00 to 14:00',
    ]);
  });

  it.each([
    ['examination-overdue', 'nurse', 1],
    ['risk-high', 'nurse', 0],
    ['examination-overdue', 'quality', 0],
  ] as const)('%s, as %s: %s link to chart the examination', async (kind, role, links) => {
    jest.spyOn(TestBed.inject(Session), 'may').mockImplementation((right) => mayDo(role, right));
    const state = aState({});
    const alerts = state.alerts.map((one) => ({ ...one, alert: { ...one.alert, kind } }));
    asked.at(-1)?.({ ...state, alerts });
    await pass(0);
    const found = [...(page.nativeElement as HTMLElement).querySelectorAll('.examine')];
    expect(found.map((one) => one.getAttribute('href'))).toEqual(
      Array.from({ length: links }, () => '/patients/p1/examine'),
    );
  });

  it('says why there is no forecast, END or not', async () => {
    await shows({ ...end('confirmed'), risk: null, noRiskReason: 'END has happened' });
    expect(text('endwatch-end-badge')).toMatch(/^END /);
    expect(text('endwatch-risk-figure')).toBe('END has happened');
  });

  it('says what the server says keeps it from being live', async () => {
    await shows({});
    beat();
    await pass(1_000);
    expect(text('.trouble')).toBe('');
    beat('cannot-save');
    await pass(1_000);
    expect(text('.trouble')).toContain('Endwatch cannot save at the moment.');
    beat('test-alert-missing');
    await pass(1_000);
    expect(text('.trouble')).toContain('Alerts may not arrive');
  });

  it('says since when it is cut off', async () => {
    await shows({});
    beat();
    await pass(1_000);
    link.server.disconnected();
    await pass(1_000);
    expect(text('.trouble')).toMatch(/^Not live since/);
  });

  it('lets no older answer win', async () => {
    await shows({});
    link.server.redraw('w1');
    await pass(200);
    link.server.redraw('w1');
    await pass(200);
    const [older, newer] = asked.splice(0);
    newer?.(aState({ name: 'Newer' }));
    older?.(aState({ name: 'Older' }));
    await pass(10);
    expect(text('.patient')).toContain('Newer');
  });

  it('asks at once when somebody looks at it again', async () => {
    await shows({});
    document.dispatchEvent(new Event('visibilitychange'));
    expect(asked).toHaveLength(1);
  });
});
