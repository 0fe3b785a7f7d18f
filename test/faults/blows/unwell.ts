import { setTimeout as wait } from 'node:timers/promises';
import { eventually } from '../../harness/system.ts';
import { healedNow, kindsOf, pick, type Aftermath, type Kind, type Scene } from '../kind.ts';
import type { Member } from '../member.ts';
import type { Stage } from '../stage.ts';
import { oneOf, replace, whoCommits } from './kills.ts';

const MINUTE = 60_000;
const STEP = 10 * MINUTE;
const STEPPED_MS = 3_000;
const BURST = 10;

/** Nothing is down, and yet nothing is right: frozen, cut off, the wrong time, too much at once. */
export const UNWELL: readonly Kind[] = kindsOf('unwell', {
  'scorer frozen in the middle of a transaction, then wakes': async (scene) =>
    freezeScorer(scene, await whoCommits(scene)),
  'gateway frozen, then wakes': async (scene) => {
    const { process } = oneOf(scene, 'gateway');
    process.signal('SIGSTOP');
    await wait(scene.longMs);
    process.signal('SIGCONT');
    return healedNow();
  },
  'scorer cut off from Kafka': async ({ stage, longMs }) => {
    for (const door of stage.kafka.sideDoors) door.silence();
    await wait(longMs);
    for (const door of stage.kafka.sideDoors) door.open();
    return healedNow();
  },
  'clock 10 min ahead, then right again': (scene) => stepClock(scene, STEP),
  'clock 10 min behind, then right again': (scene) => stepClock(scene, -STEP),
  'ten times the messages while a scorer dies': async (scene) => {
    scene.sender.faster(BURST);
    const aftermath = await replace(scene, [await whoCommits(scene)], 'SIGKILL');
    scene.sender.faster(1);
    return aftermath;
  },
});

/**
 * The other scorer must take everything over. Before the frozen one wakes, what was sent is durable and told to the outside, so that whatever
 * changes afterwards would be its doing.
 */
async function freezeScorer(scene: Scene, frozen: Member): Promise<Aftermath> {
  const { stage, sender, longMs } = scene;
  frozen.process.signal('SIGSTOP');
  const asleep = wait(longMs);
  await sender.idle();
  await stage.consumed(await stage.ends());
  await stage.settled();
  await asleep;
  const before = await everything(stage);
  const { lines } = frozen.process;
  const heard = lines.length;
  frozen.process.signal('SIGCONT');
  frozen.database.leaveAlone();
  await eventually(
    () => Promise.resolve(lines.slice(heard).filter((line) => /kafka\.joined/.test(line))),
    (joined) => joined.length > 0,
    90_000,
  );
  const healed = performance.now();
  await stage.settled();
  const after = await everything(stage);
  const same = JSON.stringify(before) === JSON.stringify(after);
  const problem = `a frozen scorer that woke wrote: ${JSON.stringify({ before, after })}`;
  return { healed, problems: same ? [] : [problem] };
}

/** How much there is of everything that a batch writes. */
async function everything(stage: Stage): Promise<object[]> {
  return stage.rows(
    `SELECT (SELECT count(*) FROM observation) AS observations, (SELECT count(*) FROM clinical_record) AS records,
       (SELECT count(*) FROM report) AS reports, (SELECT count(*) FROM score) AS scores,
       (SELECT count(*) FROM score WHERE superseded_at IS NULL) AS holding, (SELECT count(*) FROM alert) AS alerts,
       (SELECT count(*) FROM alert_transition) AS transitions, (SELECT count(*) FROM rejection) AS rejections,
       (SELECT sum(sequence) FROM ward) AS sequences, (SELECT sum(next_offset) FROM consumer_offset) AS offsets,
       (SELECT sum(version) FROM patient) AS versions`,
  );
}

/** One scorer, or both, believe that it is another time while they work. */
async function stepClock({ stage, chance }: Scene, step: number): Promise<Aftermath> {
  const scorers = stage.ofRole('scorer');
  const stepped = chance() < 0.5 ? scorers : [pick(scorers, chance)];
  for (const scorer of stepped) scorer.shiftClock(step);
  await wait(STEPPED_MS);
  for (const scorer of stepped) scorer.shiftClock(0);
  return healedNow();
}
