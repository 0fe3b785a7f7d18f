import { TestBed } from '@angular/core/testing';
import type { Adjudication, NewAdjudication, StayHistory } from '@endwatch/contracts';
import { ApiError } from '../../core/ward-api.ts';
import { wallTime } from '../../words/wall-time.ts';
import { ReviewApi } from '../review-api.ts';
import { EndJudgement } from './end-judgement.ts';

const stay = (adjudications: Adjudication[] = []): StayHistory =>
  ({
    ...{ patientId: 'p1', admittedAt: '2026-03-02T08:00:30.000Z', adjudications },
    dischargedAt: '2026-03-09T08:00:00.000Z',
    end: { at: '2026-03-03T10:00:00.000Z' },
  }) as unknown as StayHistory;

describe('the judgement of a stay', () => {
  const judge = jest.fn<Promise<void>, [string, NewAdjudication]>();
  const made = async (history = stay()) => {
    judge.mockReset().mockResolvedValue();
    TestBed.configureTestingModule({ providers: [{ provide: ReviewApi, useValue: { judge } }] });
    const fixture = TestBed.createComponent(EndJudgement);
    fixture.componentRef.setInput('stay', history);
    const judged = jest.fn();
    fixture.componentInstance.judged.subscribe(judged);
    await fixture.whenStable();
    const host = fixture.nativeElement as HTMLElement;
    const press = async (words: string): Promise<void> => {
      [...host.querySelectorAll('button')].find((one) => one.textContent.includes(words))?.click();
      await fixture.whenStable();
    };
    const set = async (what: string, value: string): Promise<void> => {
      const field = host.querySelector<HTMLInputElement>(what);
      if (field === null) throw new Error(`no ${what}`);
      field.value = value;
      field.dispatchEvent(new Event(what === 'select' ? 'change' : 'input'));
      await fixture.whenStable();
    };
    return { host, press, set, judged };
  };

  it('begins with the time that was charted, and says the cause', async () => {
    const { host, press, set, judged } = await made();
    expect(host.querySelector('input')).toBeNull();
    await press('END');
    expect(host.querySelector('input')?.value).toBe(wallTime(Date.parse('2026-03-03T10:00Z')));
    await set('input', wallTime(Date.parse('2026-03-03T06:00Z')));
    await set('select', 'seizure');
    await press('Save');
    expect(judge.mock.calls).toEqual([
      [
        'p1',
        {
          ...{ admittedAt: stay().admittedAt, judgement: 'end', cause: 'seizure' },
          at: '2026-03-03T06:00:00.000Z',
        },
      ],
    ]);
    expect(judged).toHaveBeenCalledTimes(1);
    expect(host.querySelector('select')).toBeNull();
  });

  it('is not before the admission where the field has no seconds', async () => {
    const { press, set } = await made();
    await press('END');
    await set('input', wallTime(Date.parse('2026-03-02T08:00Z')));
    await press('Save');
    expect(judge.mock.calls[0]?.[1]).toMatchObject({ at: stay().admittedAt });
  });

  it('says why it was none, and that it cannot be decided', async () => {
    const { press, set } = await made();
    await press('No END');
    await set('select', 'sedated');
    await press('Save');
    await press('Cannot be decided');
    await press('Save');
    const { admittedAt } = stay();
    expect(judge.mock.calls.map(([, one]) => one)).toEqual([
      { admittedAt, judgement: 'no-end', reason: 'sedated' },
      { admittedAt, judgement: 'undecided' },
    ]);
  });

  it('shows every judgement, and keeps what was not saved', async () => {
    const one: Adjudication = {
      ...{
        judgement: 'no-end',
        at: null,
        cause: null,
        reason: 'sedated',
        by: 'q',
        byName: 'Quinn',
      },
      decidedAt: '2026-03-10T10:00:00.000Z',
    };
    const before = { ...one, reason: 'other', decidedAt: '2026-03-10T09:00:00.000Z' } as const;
    const { host, press, judged } = await made(stay([one, before]));
    expect(host.textContent).toContain('Quinn');
    expect(host.querySelector('b')?.textContent).toBe('No END, Sedated or anaesthetised');
    expect(host.textContent).toContain('No END, Another reason');
    judge.mockRejectedValue(new ApiError(503, 'The server could not be reached', null));
    await press('Cannot be decided');
    await press('Save');
    expect(host.querySelector('[role=alert]')?.textContent).toBe(
      'Not saved: The server could not be reached.',
    );
    expect(host.textContent).toContain('Save the judgement');
    expect(judged).not.toHaveBeenCalled();
  });
});
