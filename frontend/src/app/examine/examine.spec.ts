import { TestBed, type ComponentFixture } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { signal } from '@angular/core';
import { Session } from '../core/session.ts';
import { UNSENT_KEY } from '../core/unsent.ts';
import { ApiError, WardApi } from '../core/ward-api.ts';
import { wallTime } from '../words/wall-time.ts';
import { ExaminePage } from './examine.ts';

const AT = '2026-03-02T11:20:00.000Z';

describe('the page that charts an examination', () => {
  let page: ComponentFixture<ExaminePage>;
  let asked: string[];
  let isAway: boolean;

  beforeEach(() => {
    jest.useFakeTimers();
    localStorage.clear();
    [asked, isAway] = [[], false];
    Element.prototype.scrollIntoView = () => undefined;
    const answer = (what: string): Promise<never> => {
      asked.push(what);
      return Promise.reject(new ApiError(0, 'The server could not be reached', null));
    };
    TestBed.configureTestingModule({
      providers: [
        provideRouter([]),
        {
          provide: Session,
          useValue: { account: signal('nora'), view: signal(null), may: () => true },
        },
        {
          provide: WardApi,
          useValue: {
            patient: () => answer('patient'),
            trajectory: () => answer('trajectory'),
            send: () => (isAway ? answer('send') : Promise.resolve()),
          },
        },
      ],
    });
  });
  afterEach(() => {
    jest.useRealTimers();
  });

  async function open(): Promise<void> {
    page = TestBed.createComponent(ExaminePage);
    page.componentRef.setInput('id', 'p1');
    await pass(10);
  }
  async function pass(ms: number): Promise<void> {
    page.detectChanges();
    await jest.advanceTimersByTimeAsync(ms);
    page.detectChanges();
  }
  const element = (): HTMLElement => page.nativeElement as HTMLElement;
  const press = async (selector: string): Promise<void> => {
    element().querySelector<HTMLElement>(selector)?.click();
    await pass(10);
  };
  const words = (): string => element().querySelector('footer')?.textContent ?? '';

  it('fetches the patient once, however much is charted', async () => {
    await open();
    for (const item of ['1a', '4', '5a']) await press(`[data-item="${item}"] .levels button`);
    expect(asked).toEqual(['patient', 'trajectory']);
    expect(localStorage.getItem(UNSENT_KEY)).toContain('"username":"nora"');
  });

  it('shows again when it was made', async () => {
    await open();
    const time = element().querySelector<HTMLInputElement>('input[type="datetime-local"]');
    if (time) time.value = wallTime(Date.parse(AT));
    time?.dispatchEvent(new Event('change'));
    page.destroy();
    await open();
    const again = element().querySelector<HTMLInputElement>('input[type="datetime-local"]');
    expect(again?.value).toBe(wallTime(Date.parse(AT)));
  });

  it('says that it was sent when it was, in the background', async () => {
    isAway = true;
    await open();
    await press('[data-item="4"] .levels button');
    await press('footer button');
    expect(words()).toContain('not sent yet');
    isAway = false;
    await pass(20_000);
    expect(words()).toContain('Sent: it is charted.');
    expect(element().querySelector<HTMLFieldSetElement>('fieldset')?.disabled).toBe(true);
  });

  it('is open again when something is changed before it was sent', async () => {
    isAway = true;
    await open();
    await press('[data-item="4"] .levels button');
    await press('footer button');
    await press('[data-item="5a"] .levels button');
    expect(element().querySelector('footer button')?.textContent).toContain('Chart what');
  });
});
