import { mkdtempSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { get, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync, brotliDecompressSync, gunzipSync, gzipSync } from 'node:zlib';
import { Controller, Get, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { servePages } from './static-pages.ts';

const SCRIPT = 'chunk-o5Ur_uVl.js';
const CONTENT = 'export const words = "a script"; '.repeat(80);
const PAGE = '<!doctype html><title>Endwatch</title>';
const NAMES = Array.from({ length: 500 }, (_, index) => `patient ${String(index)}`);

@Controller('api')
class Answers {
  @Get('large')
  large(): string[] {
    return NAMES;
  }
  @Get('small')
  small(): string[] {
    return NAMES.slice(0, 3);
  }
}

@Module({ controllers: [Answers] })
class AnswersModule {}

interface Answer {
  readonly status: number | undefined;
  readonly headers: IncomingMessage['headers'];
  readonly body: Buffer;
}

describe('the built pages', () => {
  let folder: string;
  let app: NestExpressApplication;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'endwatch-pages-'));
    mkdirSync(join(folder, 'media'));
    writeFileSync(join(folder, 'index.html'), PAGE);
    writeFileSync(join(folder, 'favicon.svg'), '<svg/>');
    writeFileSync(join(folder, 'media/inter-G4TQJ72A.woff2'), 'font');
    for (const name of [SCRIPT, 'gone-12345678.js']) {
      writeFileSync(join(folder, name), CONTENT);
      writeFileSync(join(folder, `${name}.br`), brotliCompressSync(CONTENT));
      writeFileSync(join(folder, `${name}.gz`), gzipSync(CONTENT));
    }
    app = await NestFactory.create<NestExpressApplication>(AnswersModule, { logger: false });
    servePages(app, folder);
    await app.listen(0, '127.0.0.1');
  });
  afterAll(async () => {
    await app.close();
    rmSync(folder, { recursive: true });
  });

  /** As sent: `fetch` would unpack it. */
  function ask(path: string, headers: Record<string, string> = {}): Promise<Answer> {
    const { port } = app.getHttpServer().address() as AddressInfo;
    return new Promise((resolve, reject) => {
      get({ host: '127.0.0.1', port, path, headers }, (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('end', () => {
          const { statusCode: status, headers } = response;
          resolve({ status, headers, body: Buffer.concat(chunks) });
        });
      }).on('error', reject);
    });
  }

  it('come as the browser can unpack them, and caches are told so', async () => {
    const brotli = await ask(`/${SCRIPT}`, { 'accept-encoding': 'gzip, deflate, br' });
    expect(brotli.headers).toMatchObject({
      'content-encoding': 'br',
      'content-type': expect.stringMatching(/javascript/) as string,
      vary: 'Accept-Encoding',
    });
    expect(brotliDecompressSync(brotli.body).toString()).toBe(CONTENT);
    const gzip = await ask(`/${SCRIPT}`, { 'accept-encoding': 'gzip' });
    expect(gzip.headers['content-encoding']).toBe('gzip');
    expect(gunzipSync(gzip.body).toString()).toBe(CONTENT);
    const plain = await ask(`/${SCRIPT}`);
    expect(plain.headers['content-encoding']).toBeUndefined();
    expect(plain.headers.vary).toBe('Accept-Encoding');
    expect(plain.body.toString()).toBe(CONTENT);
    const tags = [brotli, gzip, plain].map(({ headers }) => headers.etag);
    expect(new Set(tags).size).toBe(3);
  });

  it.each([
    [`/${SCRIPT}`, 'public, max-age=31536000, immutable'],
    ['/media/inter-G4TQJ72A.woff2', 'public, max-age=31536000, immutable'],
    ['/favicon.svg', 'no-cache'],
    ['/', 'no-cache'],
    ['/wards/stroke', 'no-cache'],
  ])('%s is kept: %s', async (path, kept) => {
    const answer = await ask(path, { 'accept-encoding': 'br' });
    expect(answer.status).toBe(200);
    expect(answer.headers['cache-control']).toBe(kept);
  });

  it('are not sent again to who has them', async () => {
    for (const path of [`/${SCRIPT}`, '/patients/1.2.3']) {
      const first = await ask(path, { 'accept-encoding': 'br' });
      const again = await ask(path, {
        'accept-encoding': 'br',
        'if-none-match': first.headers.etag ?? '',
      });
      expect({ path, status: again.status }).toEqual({ path, status: 304 });
    }
  });

  it('tag the page by its content, not by its size and time', async () => {
    const before = (await ask('/')).headers.etag;
    writeFileSync(join(folder, 'index.html'), PAGE.replace('Endwatch', 'Endwitch'));
    const after = (await ask('/')).headers.etag;
    writeFileSync(join(folder, 'index.html'), PAGE);
    expect(after).not.toBe(before);
  });

  it('that are gone are said to be gone, never another page', async () => {
    rmSync(join(folder, 'gone-12345678.js.br'));
    for (const path of ['/gone-12345678.js', '/chunk-87654321.js']) {
      const answer = await ask(path, { 'accept-encoding': 'br' });
      expect(answer.status).toBe(404);
      expect(answer.headers['content-encoding']).toBeUndefined();
      expect(answer.headers['cache-control']).toBe('no-store');
      expect(JSON.parse(answer.body.toString())).toMatchObject({ statusCode: 404 });
    }
  });

  it('leave addresses of the API alone', async () => {
    expect((await ask('/api/nothing')).status).toBe(404);
  });

  it('large answers are compressed, small ones are not', async () => {
    const large = await ask('/api/large', { 'accept-encoding': 'gzip' });
    expect(large.headers).toMatchObject({ 'content-encoding': 'gzip', vary: 'Accept-Encoding' });
    expect(JSON.parse(gunzipSync(large.body).toString())).toEqual(NAMES);
    const small = await ask('/api/small', { 'accept-encoding': 'gzip' });
    expect(small.headers['content-encoding']).toBeUndefined();
  });
});
