import pg from 'pg';
import type { DataSource } from 'typeorm';
import { dropDatabase, freshDatabase } from '../testing/test-postgres.ts';
import { createDataSource } from './data-source.ts';
import { TypeormPipelineStatus } from './typeorm-pipeline-status.ts';

describe('whether Postgres takes writes', () => {
  let url: string;
  let source: DataSource;
  let admin: pg.Client;

  beforeEach(async () => {
    url = await freshDatabase();
    admin = new pg.Client({ connectionString: url });
    await admin.connect();
  });
  afterEach(async () => {
    await source.destroy();
    await admin.end();
    await dropDatabase(url);
  });

  it('is asked anew once it does again, by a session that began while it did not', async () => {
    const name = pg.escapeIdentifier(new URL(url).pathname.slice(1));
    await admin.query(`ALTER DATABASE ${name} SET default_transaction_read_only = on`);
    source = await createDataSource({ url }).initialize();
    const status = new TypeormPipelineStatus(source);
    expect((await status.read()).readOnly).toBe(true);
    await admin.query('SET default_transaction_read_only = off');
    await admin.query(`ALTER DATABASE ${name} RESET default_transaction_read_only`);
    const answers = [await status.read(), await status.read(), await status.read()];
    expect(answers.at(-1)?.readOnly).toBe(false);
  });
});
