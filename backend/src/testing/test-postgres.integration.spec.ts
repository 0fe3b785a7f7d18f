import pg from 'pg';
import { dropDatabase, freshDatabase } from './test-postgres.ts';

describe('a database for each spec', () => {
  it("belongs to a role that is no superuser, and holds nobody else's rows", async () => {
    const urls = await Promise.all([freshDatabase(), freshDatabase()]);
    const clients = urls.map((url) => new pg.Client({ connectionString: url }));
    await Promise.all(clients.map((client) => client.connect()));
    const [first, second] = clients;
    const role = await first?.query('SELECT rolsuper FROM pg_roles WHERE rolname = current_user');
    expect(role?.rows).toEqual([{ rolsuper: false }]);
    await first?.query('CREATE TABLE only_here ()');
    const found = await second?.query("SELECT to_regclass('only_here') AS found");
    expect(found?.rows).toEqual([{ found: null }]);
    await Promise.all(clients.map((client) => client.end()));
    await Promise.all(urls.map(dropDatabase));
  });
});
