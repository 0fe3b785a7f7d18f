import { healedNow, kindsOf, pick, type Aftermath, type Kind, type Scene } from '../kind.ts';
import type { Member, Role } from '../member.ts';

type Signal = 'SIGKILL' | 'SIGTERM';

/** A scorer dies with a transaction nearly written, or at any moment; a gateway while it serves. */
export const KILLS: readonly Kind[] = kindsOf('kills', {
  'scorer, kill -9 in the middle of a transaction': async (scene) => {
    const scorer = await whoCommits(scene);
    return replace(scene, [scorer], 'SIGKILL');
  },
  'scorer, kill -9 at any moment': (scene) => replace(scene, [oneOf(scene, 'scorer')], 'SIGKILL'),
  'scorer, SIGTERM': (scene) => replace(scene, [oneOf(scene, 'scorer')], 'SIGTERM'),
  'both scorers, kill -9': (scene) => replace(scene, scene.stage.ofRole('scorer'), 'SIGKILL'),
  'gateway, kill -9': (scene) => replace(scene, [oneOf(scene, 'gateway')], 'SIGKILL'),
  'gateway, SIGTERM': (scene) => replace(scene, [oneOf(scene, 'gateway')], 'SIGTERM'),
});

export function oneOf({ stage, chance }: Scene, role: Role): Member {
  return pick(stage.ofRole(role), chance);
}

/** The first scorer that is about to commit, its COMMIT held back; any when nobody writes. */
export async function whoCommits(scene: Scene): Promise<Member> {
  const scorers = scene.stage.ofRole('scorer');
  const first = await Promise.race(
    scorers.map(async (scorer) => ((await scorer.midCommit()) ? scorer : null)),
  );
  for (const { name, database } of scorers) if (name !== first?.name) database.leaveAlone();
  return first ?? oneOf(scene, 'scorer');
}

/** Ends them and starts others in their place, as a supervisor does. */
export async function replace(
  { stage }: Scene,
  members: readonly Member[],
  signal: Signal,
): Promise<Aftermath> {
  const problems: string[] = [];
  await Promise.all(
    members.map(async ({ name }) => {
      const code = await stage.end(name, signal);
      if (signal === 'SIGTERM' && code !== 0) {
        problems.push(`${name} was asked to end and ended with ${code}`);
      }
    }),
  );
  await Promise.all(members.map(({ name, role }) => stage.join(name, role)));
  return healedNow(problems);
}
