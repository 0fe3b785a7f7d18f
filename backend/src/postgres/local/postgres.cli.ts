/** `node postgres.cli.js FOLDER`: the Postgres of one box by itself; prints its address and runs until it is told to stop. */
import { startLocalPostgres } from './local-postgres.ts';

const [home] = process.argv.slice(2);
if (!home) {
  console.error('usage: postgres.cli.js FOLDER');
  process.exit(2);
}
const server = await startLocalPostgres({ home, settings: ['max_connections=200'] });
console.log(server.url);
const alive = setInterval(() => undefined, 60_000);
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => {
    clearInterval(alive);
    void server.stop();
  });
}
