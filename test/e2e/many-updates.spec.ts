import { runBoard, type BoardRun } from '../load/board-run.ts';

const PATIENTS = 40;
const RATE = 50;
const SECONDS = 5;

/** The part `board` of `npm run bench` in small: what must hold at any speed. */
describe('many updates at once', () => {
  let run: BoardRun;

  beforeAll(async () => {
    run = await runBoard({
      patients: PATIENTS,
      rate: RATE,
      seconds: SECONDS,
      views: ['beds', 'list'],
    });
  });

  it.each([0, 1])('loses none on the way to the page (view %i)', (index) => {
    const view = run.views[index];
    expect(view?.updates).toHaveLength(RATE * SECONDS);
    expect(view?.problems).toEqual([]);
    expect(new Set(view?.probe.rows.map(({ patientId }) => patientId)).size).toBe(PATIENTS);
  });

  it('changes tiles, and the page complains of nothing', () => {
    expect(run.views.map(({ view }) => view)).toEqual(['beds', 'list']);
    for (const { probe } of run.views) expect(probe.toDom.length).toBeGreaterThan(0);
    expect(run.complaints).toEqual([]);
  });
});
