import type { DataSource } from 'typeorm';
import { scoreMessage, type OutgoingScore } from '../pipeline/outgoing.ts';
import { FakeRiskModel } from '../testing/fake-risk-model.ts';
import { dropDatabase, freshDatabase } from '../testing/test-postgres.ts';
import { createDataSource } from './data-source.ts';
import { aBatch, aPatient, aScore, NOW } from './testing/effects.ts';
import { TypeormOutbox } from './typeorm-outbox.ts';
import { TypeormPatientQueries } from './typeorm-patient-queries.ts';
import { TypeormPatientStore } from './typeorm-patient-store.ts';

describe('what waits to be sent', () => {
  let url: string;
  let source: DataSource;
  let outbox: TypeormOutbox;
  let version: number;

  beforeEach(async () => {
    url = await freshDatabase();
    source = await createDataSource({ url }).initialize();
    outbox = new TypeormOutbox(source);
    version = 0;
  });
  afterEach(async () => {
    await outbox.release();
    await source.destroy();
    await dropDatabase(url);
  });

  async function commit(...scoreIds: readonly string[]): Promise<void> {
    const scores = scoreIds.map((id, index) => aScore('p1', id, { asOf: NOW + index }));
    const patients = [aPatient('p1', { scores, expectedVersion: version })];
    const message = { topic: 't', key: 'p1', headers: {}, value: Buffer.from(`after ${version}`) };
    const store = new TypeormPatientStore(source);
    expect(await store.commit(aBatch({ patients, messages: [message] }))).toEqual({
      outcome: 'committed',
    });
    version += 1;
  }

  it('are messages and scores with all that is told of them, in the order they were written', async () => {
    await commit('b', 'a');
    await commit('c');
    const waiting = await outbox.next(500);
    expect(waiting?.messages.map(({ value }) => value.toString())).toEqual(['after 0', 'after 1']);
    expect(waiting?.scores.map(({ id }) => id)).toEqual(['b', 'a', 'c']);
    const stored = await new TypeormPatientQueries(source).score('a');
    const told = (score: OutgoingScore) => scoreMessage('t', score, new FakeRiskModel().manifest);
    expect(told(waiting!.scores[1]!)).toEqual(told(stored!));
    expect(await outbox.next(500)).toEqual(waiting);
    await outbox.sent(waiting!);
    expect(await outbox.next(500)).toEqual({ messages: [], scores: [], scoreIds: [] });
  });

  it('comes in parts, and what is no longer kept is passed over', async () => {
    await commit(...Array.from({ length: 260 }, (_, n) => `first ${n}`));
    await commit('second');
    const first = await outbox.next(200);
    expect(first?.scores).toHaveLength(250);
    await outbox.sent(first!);
    await source.query('DELETE FROM score');
    const rest = await outbox.next(200);
    expect(rest).toMatchObject({ scores: [], scoreIds: [expect.any(String), expect.any(String)] });
    await outbox.sent(rest!);
    expect(await outbox.next(200)).toMatchObject({ scoreIds: [] });
  });

  it('is sent by one process at a time', async () => {
    await commit('a');
    const other = new TypeormOutbox(source);
    expect(await outbox.next(1)).not.toBeNull();
    expect(await other.next(1)).toBeNull();
    await outbox.release();
    expect(await other.next(1)).not.toBeNull();
    await other.release();
  });
});
