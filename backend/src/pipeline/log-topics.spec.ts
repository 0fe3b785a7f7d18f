import { LogTopics } from './log-topics.ts';

test('are made once, by whoever asks first, and again only after a failure', async () => {
  const asked: (readonly string[])[] = [];
  const topics = new LogTopics(
    {
      ensureTopics: (names, others = []) => {
        asked.push([...names, ...others]);
        return asked.length === 1 ? Promise.reject(new Error('away')) : Promise.resolve();
      },
    },
    'site',
  );
  const refused = await Promise.allSettled([topics.ensure(), topics.ensure()]);
  expect(refused.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  expect(asked).toHaveLength(1);
  await topics.ensure();
  await topics.ensure();
  expect(asked).toHaveLength(2);
  expect(asked[1]).toEqual(expect.arrayContaining([...topics.inbound, 'site.dead-letters']));
  expect(topics.inbound).toContain('site.nihss');
});
