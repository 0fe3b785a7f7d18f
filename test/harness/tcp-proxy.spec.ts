import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { TcpProxy } from './tcp-proxy.ts';

/** `once` would reject where a connection ends by a reset. */
const gone = async (socket: Socket): Promise<void> => {
  socket.on('error', () => socket.destroy());
  await new Promise<void>((closed) => {
    socket.once('close', () => {
      closed();
    });
  });
};

/** Says `did X` to every `X`, and keeps what it did. */
describe('TcpProxy', () => {
  const done: string[] = [];
  const opened: Socket[] = [];
  let server: Server;
  let proxy: TcpProxy;

  beforeEach(async () => {
    done.length = 0;
    server = createServer((socket) => {
      socket.on('error', () => socket.destroy());
      socket.on('data', (bytes) => {
        done.push(String(bytes));
        socket.write(`did ${String(bytes)}`);
      });
    }).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    proxy = await TcpProxy.open(() => port);
  });

  afterEach(async () => {
    await proxy.close();
    for (const socket of opened.splice(0)) socket.destroy();
    await new Promise((closed) => server.close(closed));
  });

  const open = async (): Promise<Socket> => {
    const socket = connect(proxy.port, '127.0.0.1');
    socket.on('error', () => socket.destroy());
    opened.push(socket);
    await once(socket, 'connect');
    return socket;
  };
  const ask = async (socket: Socket, what: string): Promise<string> => {
    const answer = Promise.race([
      new Promise<string>((answered) => {
        socket.once('data', (bytes) => {
          answered(String(bytes));
        });
      }),
      gone(socket).then(() => 'closed'),
    ]);
    socket.write(what);
    return answer;
  };

  it('passes everything on, both ways', async () => {
    const socket = await open();
    expect(await ask(socket, 'one')).toBe('did one');
    expect(await ask(socket, 'two')).toBe('did two');
  });

  it('cuts what is there and lets new ones through', async () => {
    const socket = await open();
    await ask(socket, 'one');
    const closed = gone(socket);
    proxy.cut();
    await closed;
    expect(await ask(await open(), 'two')).toBe('did two');
  });

  it('refuses until it is opened again', async () => {
    proxy.refuse();
    const socket = connect(proxy.port, '127.0.0.1');
    await gone(socket);
    proxy.open();
    expect(await ask(await open(), 'one')).toBe('did one');
  });

  it('is silent without closing anything, then delivers what was on the way', async () => {
    const socket = await open();
    await ask(socket, 'one');
    proxy.silence();
    const answer = ask(socket, 'two');
    const late = await open();
    const lateAnswer = ask(late, 'three');
    expect(await Promise.race([answer, lateAnswer, wait(100).then(() => 'nothing')])).toBe(
      'nothing',
    );
    proxy.open();
    expect(await answer).toBe('did two');
    expect(await lateAnswer).toBe('did three');
  });

  it('loses a request, or only its answer, as often as told', async () => {
    proxy.interfere('COMMIT', { kind: 'lose-request' }, 1);
    const seen = proxy.interfered(1_000);
    expect(await ask(await open(), 'COMMIT 1')).toBe('closed');
    expect(await seen).toBe(true);
    proxy.interfere('COMMIT', { kind: 'lose-answer' }, 1);
    expect(await ask(await open(), 'COMMIT 2')).toBe('closed');
    expect(await ask(await open(), 'COMMIT 3')).toBe('did COMMIT 3');
    expect(done).toEqual(['COMMIT 2', 'COMMIT 3']);
    expect(await proxy.interfered(10)).toBe(false);
  });

  it('delays only what holds the word', async () => {
    proxy.interfere('COMMIT', { kind: 'delay', milliseconds: 60 });
    const slow = await open();
    const quick = await open();
    const begun = performance.now();
    const order: string[] = [];
    await Promise.all([
      ask(slow, 'COMMIT').then((answer) => order.push(answer)),
      ask(quick, 'read').then((answer) => order.push(answer)),
    ]);
    expect(order).toEqual(['did read', 'did COMMIT']);
    expect(performance.now() - begun).toBeGreaterThan(50);
  });

  it('holds what holds the word until it is left alone', async () => {
    proxy.interfere('COMMIT', { kind: 'hold' }, 1);
    const answer = ask(await open(), 'COMMIT');
    expect(await Promise.race([answer, wait(60).then(() => 'nothing')])).toBe('nothing');
    expect(done).toEqual([]);
    proxy.leaveAlone();
    expect(await answer).toBe('did COMMIT');
  });

  it('closes while connections are open and nobody is behind it', async () => {
    const nobody = await TcpProxy.open(() => null);
    const socket = connect(nobody.port, '127.0.0.1');
    await gone(socket);
    await nobody.close();
    expect(nobody.port).toBeGreaterThan(0);
  });
});
