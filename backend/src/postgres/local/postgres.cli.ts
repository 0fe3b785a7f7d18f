/** `node postgres.cli.js FOLDER [PORT]`: the Postgres of one box by itself; prints its address and runs until it is told to stop. */
import { startLocalPostgres } from './local-postgres.ts';

const [home, port] = process.argv.slice(2);
if (!home) {
  console.error('usage: postgres.cli.js FOLDER [PORT]');
  process.exit(2);
}
const server = await startLocalPostgres({
  home,
  // Statements are looked at whole by whoever measures, not their first 1,024 bytes.
  settings: ['max_connections=200', 'track_activity_query_size=16384'],
  ...(port ? { port: Number(port) } : {}),
});
console.log(server.url);
const alive = setInterval(() => undefined, 60_000);
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => {
    clearInterval(alive);
    void server.stop();
  });
}
