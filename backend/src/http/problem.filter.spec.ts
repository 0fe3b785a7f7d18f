import { once } from 'node:events';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout } from 'node:timers/promises';
import { NotFoundException } from '@nestjs/common';
import { ExecutionContextHost } from '@nestjs/core/helpers/execution-context-host.js';
import express from 'express';
import { createLogger } from '../observability/logger.ts';
import { ProblemFilter } from './problem.filter.ts';
import { readerGone } from './review/reader-gone.ts';

describe('what goes wrong while an answer is written', () => {
  let server: Server;
  let address: string;
  let asked = 0;
  const gone: AbortSignal[] = [];
  let told: Promise<number>;

  beforeAll(async () => {
    const filter = new ProblemFilter(createLogger('silent'));
    const failure = new Error('the database is away');
    const app = express();
    app.get('/before', (request, response) => {
      filter.catch(failure, new ExecutionContextHost([request, response]));
    });
    app.get('/amid', (request, response) => {
      response.write('half of it', () => {
        filter.catch(failure, new ExecutionContextHost([request, response]));
      });
    });
    app.get('/endless', (request, response) => {
      asked += 1;
      const signal = readerGone(response);
      gone.push(signal);
      told = once(signal, 'abort').then(() => {
        filter.catch(signal.reason, new ExecutionContextHost([request, response]));
        return response.statusCode;
      });
    });
    const nowhere = new NotFoundException('Cannot');
    const refuse = (request: express.Request, response: express.Response): void => {
      filter.catch(nowhere, new ExecutionContextHost([request, response]));
    };
    app.put('/known/:id', (_request, response) => response.end());
    app.get('/known/:id', refuse);
    app.post('/door', (_request, response) => response.end());
    app.use(refuse);
    server = app.listen(0, '127.0.0.1');
    await once(server, 'listening');
    address = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`;
  });
  afterAll(() => server.close());

  it('hears at once that nobody waits, and that is no failure of ours', async () => {
    const stop = new AbortController();
    const waiting = fetch(`${address}/endless`, { signal: stop.signal });
    while (asked === 0) await setTimeout(1);
    expect(gone[0]?.aborted).toBe(false);
    stop.abort();
    await expect(waiting).rejects.toThrow('aborted');
    expect(await told).toBe(499);
  });

  it('is told as a problem where nothing is written yet', async () => {
    const answer = await fetch(`${address}/before`);
    expect(answer.status).toBe(500);
    expect(await answer.json()).toMatchObject({ title: 'Internal Server Error', status: 500 });
  });

  it('names the methods that an address has, where it has another one', async () => {
    const wrong = await fetch(`${address}/known/1`, { method: 'POST' });
    expect([wrong.status, wrong.headers.get('allow')]).toEqual([405, 'GET, HEAD, PUT']);
    expect(await wrong.json()).toMatchObject({
      title: 'Method Not Allowed',
      detail: 'This address has no POST; it has GET, HEAD, PUT.',
    });
    const head = await fetch(`${address}/door`, { method: 'HEAD' });
    expect([head.status, head.headers.get('allow')]).toEqual([405, 'POST']);
    for (const [path, method] of [
      ['/known/1', 'GET'],
      ['/known/1', 'HEAD'],
      ['/known/1/more', 'POST'],
      ['/unknown', 'GET'],
    ] as const) {
      const none = await fetch(address + path, { method });
      expect([path, none.status, none.headers.get('allow')]).toEqual([path, 404, null]);
    }
  });

  it('breaks the answer off where a part is written: half of it is not taken for the whole', async () => {
    const answer = await fetch(`${address}/amid`);
    expect(answer.status).toBe(200);
    await expect(answer.text()).rejects.toThrow('terminated');
  });
});
