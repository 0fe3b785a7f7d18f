import { createHash } from 'node:crypto';
import { mkdirSync, realpathSync, rmSync } from 'node:fs';
import { connect, createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** The folder is in use by an Endwatch that is alive. */
export class HomeInUse extends Error {}

/**
 * Holds `home` for this process until it ends, in whatever way: a listening socket dies with its process, a file would stay.
 * Resolves to a function that lets go. Throws {@link HomeInUse}.
 */
export async function lockHome(home: string): Promise<() => void> {
  mkdirSync(home, { recursive: true });
  const address = socketAddress(realpathSync(home));
  if (await answers(address)) throw new HomeInUse(`Endwatch is already running on ${home}`);
  if (process.platform !== 'win32') rmSync(address, { force: true });
  const server = await listen(address, home);
  server.unref();
  return () => {
    server.close();
  };
}

/** In the folder of temporary files, by a digest of the folder's name: socket paths may have about 100 characters only. */
function socketAddress(home: string): string {
  const name = `endwatch-${createHash('sha256').update(home).digest('hex').slice(0, 24)}`;
  return process.platform === 'win32' ? `\\\\.\\pipe\\${name}` : join(tmpdir(), `${name}.sock`);
}

function answers(address: string): Promise<boolean> {
  return new Promise((decide) => {
    const probe = connect(address);
    probe.once('connect', () => {
      probe.destroy();
      decide(true);
    });
    probe.once('error', () => {
      decide(false);
    });
  });
}

function listen(address: string, home: string): Promise<Server> {
  return new Promise((listening, failed) => {
    const server = createServer((visitor) => {
      visitor.destroy();
    });
    server.once('error', (error: NodeJS.ErrnoException) => {
      failed(
        error.code === 'EADDRINUSE'
          ? new HomeInUse(`Endwatch is already running on ${home}`)
          : error,
      );
    });
    server.listen(address, () => {
      listening(server);
    });
  });
}
