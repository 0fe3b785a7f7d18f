import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { LIVE_LINK } from '../core/live-link.ts';
import { WardStore } from '../core/ward-store.ts';
import { aRisk, aRow, aRowEvent, aSnapshot } from '../testing/a-row.ts';
import { FakeLink } from '../testing/fake-link.ts';
import { BoardView } from './board-view.ts';
import { PointerRest } from './pointer-rest.ts';
import { WardBoardStore } from './ward-board.store.ts';

describe('WardBoardStore', () => {
  beforeEach(() => {
    jest.useFakeTimers();
    TestBed.configureTestingModule({
      providers: [
        ...[BoardView, PointerRest, WardBoardStore, provideRouter([])],
        { provide: LIVE_LINK, useValue: new FakeLink() },
      ],
    });
  });
  afterEach(() => {
    jest.useRealTimers();
  });

  it('says what the model was trained on as soon as a risk is shown', () => {
    const rows = TestBed.inject(WardStore);
    rows.open('w1');
    rows.snapshot(aSnapshot([aRow({ risk: null })]));
    const { trainedOn } = TestBed.inject(WardBoardStore);
    expect(trainedOn()).toBeNull();
    rows.events([aRowEvent(11, aRow({ risk: aRisk() }))]);
    jest.advanceTimersByTime(20);
    expect(trainedOn()).toBe('simulated');
  });
});
