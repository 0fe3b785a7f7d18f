import { setTimeout as wait } from 'node:timers/promises';
import { eventually } from '../../harness/system.ts';
import { healedNow, kindsOf, type Aftermath, type Kind, type Scene } from '../kind.ts';
import type { Stage } from '../stage.ts';
import { Viewer } from '../viewer.ts';
import { replace } from './kills.ts';

const CUT_MS = 2_500;
/** Two heartbeats missed, with room: a board that is still called live then is a lie. */
const NOTICED_MS = 16_000;
/** Everybody of a crowd is back, on a busy machine too. */
const CROWD_WITHIN = 120_000;

export const BROWSER: readonly Kind[] = kindsOf('browser', {
  'network of the viewers cut': async ({ stage }) => {
    stage.front.refuse();
    await wait(CUT_MS);
    const problems = await staysLive(stage);
    stage.front.open();
    return healedNow(problems);
  },
  'network of the viewers silent, then back': async ({ stage, longMs }) => {
    stage.front.silence();
    await wait(Math.max(longMs, NOTICED_MS));
    const problems = await staysLive(stage);
    stage.front.open();
    return healedNow(problems);
  },
  'page asleep, then awake': async ({ stage, longMs }) => {
    const page = stage.page?.page;
    if (!page) throw new Error('there is no page in this play');
    const session = await page.context().newCDPSession(page);
    await session.send('Page.setWebLifecycleState', { state: 'frozen' });
    await wait(longMs);
    await session.send('Page.setWebLifecycleState', { state: 'active' });
    await session.detach();
    return healedNow();
  },
  'servers replaced, one after the other': async (scene) => {
    const problems: string[] = [];
    for (const { name } of scene.stage.ofRole('gateway')) {
      const one = await replace(scene, [scene.stage.member(name)], 'SIGTERM');
      problems.push(...one.problems);
    }
    return healedNow(problems);
  },
  'everybody reconnects at once': crowdReturns,
});

async function staysLive({ page }: Stage): Promise<string[]> {
  const shown = (await page?.sequence()) ?? -1;
  return shown < 0 ? [] : ['the page says that it is live while it is cut off'];
}

/** Ends on the right number without a hole, each of them, and the gateways are still there. */
async function crowdReturns({ stage, sender, crowd }: Scene): Promise<Aftermath> {
  const viewers = Array.from({ length: crowd }, () => new Viewer(stage.address, stage.wardId));
  try {
    await allThere(viewers, 0);
    stage.front.cut();
    const { healed } = healedNow();
    await sender.idle();
    await stage.consumed(await stage.ends());
    await allThere(viewers, await stage.newestNumber());
    const problems = viewers.flatMap((viewer) => viewer.problems);
    return { healed, problems: problems.slice(0, 5) };
  } finally {
    for (const viewer of viewers) viewer.close();
  }
}

async function allThere(viewers: readonly Viewer[], least: number): Promise<void> {
  await eventually(
    () => Promise.resolve(viewers.filter(({ sequence }) => sequence < least).length),
    (missing) => missing === 0,
    CROWD_WITHIN,
  );
}
