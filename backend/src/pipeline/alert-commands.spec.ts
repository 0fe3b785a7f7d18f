import { MINUTE } from '@endwatch/clinical';
import { aStay, allItems, anExamination, hour } from '@endwatch/clinical/testing';
import { PipelineBench } from '../testing/pipeline-bench.ts';
import { AlertCommands } from './alert-commands.ts';

async function withOpenAlert(): Promise<{
  bench: PipelineBench;
  commands: AlertCommands;
  id: string;
}> {
  const bench = new PipelineBench(hour(6));
  await bench.deliver(...aStay({ hours: 5 }));
  await bench.deliver(
    anExamination({ at: hour(6), total: 10, items: allItems({ '5a': 4, '6a': 4, '4': 2 }) }),
  );
  const commands = new AlertCommands(bench.processor, bench.memory, bench.clock);
  return { bench, commands, id: bench.memory.alerts('p1')[0]?.id ?? '' };
}

const asked = { by: 'N. Urse', account: 'nurse', reason: 'at the bedside' };

describe('what people do to alerts', () => {
  it('acknowledging shows on the tile and in the history', async () => {
    const { bench, commands, id } = await withOpenAlert();
    bench.clock.set(hour(6) + MINUTE);
    const result = await commands.acknowledge(id, asked);
    expect(result).toMatchObject({
      outcome: 'done',
      alert: { state: 'acknowledged', holder: 'N. Urse', stateSince: hour(6) + MINUTE },
    });
    expect(bench.memory.row('p1')?.alerts).toMatchObject([
      { id, state: 'acknowledged', holder: 'N. Urse' },
    ]);
    expect(bench.memory.transitions.at(-1)).toMatchObject({
      ...{ alertId: id, from: 'raised', to: 'acknowledged' },
      ...{ by: 'N. Urse', reason: 'at the bedside' },
    });
  });

  it('resolving takes it off the tile, and the same END does not ring again', async () => {
    const { bench, commands, id } = await withOpenAlert();
    await commands.resolve(id, asked);
    expect(bench.memory.row('p1')?.alerts).toEqual([]);
    bench.restart();
    await bench.liveTo(hour(8));
    expect(bench.memory.alerts('p1').filter(({ kind }) => kind === 'end-confirmed')).toHaveLength(
      1,
    );
  });

  it('what nobody could be told of goes on to the next step at once', async () => {
    const { bench, commands, id } = await withOpenAlert();
    await bench.passTo(hour(6) + 5 * MINUTE);
    const { stateSince = 0 } = bench.memory.alerts('p1')[0] ?? {};
    bench.clock.set(stateSince + 1000);
    await commands.nobodyTold(id, stateSince - 1);
    expect(bench.memory.alerts('p1')).toMatchObject([{ state: 'escalated', step: 1 }]);
    await commands.nobodyTold(id, stateSince);
    expect(bench.memory.alerts('p1')).toMatchObject([{ state: 'escalated', step: 2 }]);
    expect(bench.memory.transitions.at(-1)).toMatchObject({
      ...{ reason: 'Nobody could be reached: the second on call is told', told: 'second-on-call' },
    });
  });

  it('a snooze comes back by the clock', async () => {
    const { bench, commands, id } = await withOpenAlert();
    await commands.snooze(id, { ...asked, minutes: 20 });
    expect(bench.memory.row('p1')?.alerts[0]?.escalatesAt).toBe(
      new Date(hour(6) + 20 * MINUTE).toISOString(),
    );
    await bench.passTo(hour(6) + 19 * MINUTE);
    expect(bench.memory.row('p1')?.alerts[0]?.state).toBe('snoozed');
    await bench.passTo(hour(6) + 20 * MINUTE);
    expect(bench.memory.row('p1')?.alerts[0]).toMatchObject({ state: 'raised', holder: null });
  });

  it('is theirs who took it first, unless it is taken over', async () => {
    const { bench, commands, id } = await withOpenAlert();
    await commands.acknowledge(id, asked);
    const other = { by: 'N. Eurologist', account: 'neuro', reason: 'Taken over' };
    expect(await commands.take(id, other)).toEqual({
      ...{ outcome: 'refused', problem: `${asked.by} has taken it already` },
    });
    await commands.take(id, { ...other, over: true });
    expect(bench.memory.row('p1')?.alerts[0]?.holder).toBe('N. Eurologist');
    expect(bench.memory.transitions.at(-1)?.reason).toBe('Taken over');
  });

  it.each([
    ['an alert nobody knows', 'nothing', { outcome: 'not-found' }],
    [
      'one that is resolved',
      null,
      { outcome: 'refused', problem: 'an alert that is resolved cannot become acknowledged' },
    ],
  ])('refuses %s as a value', async (_name, name, expected) => {
    const { commands, id } = await withOpenAlert();
    if (name === null) await commands.resolve(id, asked);
    expect(await commands.acknowledge(name ?? id, asked)).toEqual(expected);
  });

  it.each([0, 121, NaN])('refuses a snooze of %p minutes', async (minutes) => {
    const { commands, id } = await withOpenAlert();
    expect(await commands.snooze(id, { ...asked, minutes })).toEqual({
      outcome: 'refused',
      problem: 'minutes must be from 1 to 120',
    });
  });

  it('two people at once: one has it, and the other is told who', async () => {
    const { bench, commands, id } = await withOpenAlert();
    const other = new AlertCommands(bench.freshProcessor(), bench.memory, bench.clock);
    const results = await Promise.all([
      commands.acknowledge(id, asked),
      other.acknowledge(id, { by: 'S. Econd', account: 'second', reason: '' }),
    ]);
    expect(results.map(({ outcome }) => outcome).toSorted()).toEqual(['done', 'refused']);
    const { holder } = bench.memory.row('p1')?.alerts[0] ?? {};
    expect(results).toContainEqual({
      ...{ outcome: 'refused', problem: `${String(holder)} has taken it already` },
    });
  });
});
