/**
 * Serves the built page with invented data, to look at and to measure:
 *   node frontend/dev/fixture-server.mjs --beds 28 --mood fire|calm --rate 0 --port 4300 [--wards 2] [--refuse-acknowledge]
 * GET /fixture/silence?on=1 stops everything the live channel sends (as a stuck server would), ?on=0 lets it go on;
 * GET /fixture/lag?seconds=40 makes the heartbeat say so.
 */
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join, normalize } from 'node:path';
import { parseArgs } from 'node:util';
import { Server } from 'socket.io';
import { makeDetail, makeTrajectory } from './fixture-patient.mjs';
import { chance, makeWard, nudge } from './fixture-ward.mjs';

const { values } = parseArgs({
  options: {
    beds: { type: 'string', default: '28' },
    mood: { type: 'string', default: 'fire' },
    rate: { type: 'string', default: '0' },
    port: { type: 'string', default: '4300' },
    wards: { type: 'string', default: '1' },
    'refuse-acknowledge': { type: 'boolean', default: false },
  },
});
const ROOT = join(import.meta.dirname, '../dist/browser');
const TYPES = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
};

const ward = { id: 'stroke', name: 'Stroke unit' };
const rows = new Map(
  makeWard({ beds: Number(values.beds), mood: values.mood }).map((row) => [row.patientId, row]),
);
const events = [];
const random = chance(3);
let sequence = 100;
let silent = false;
let lagSeconds = 0.4;

function snapshot() {
  return { ward, sequence, at: new Date().toISOString(), rows: [...rows.values()] };
}

function publish(changes) {
  const batch = changes.map((change) => ({
    ward: ward.id,
    sequence: ++sequence,
    at: new Date().toISOString(),
    knownAt: new Date().toISOString(),
    ...change,
  }));
  events.push(...batch);
  if (!silent) live.to(ward.id).emit('board', batch);
}

function wards() {
  const openAlerts = [...rows.values()].flatMap((row) => row.alerts).length;
  const first = { ...ward, patients: rows.size, openAlerts };
  const others = ['Neurology 2', 'Intermediate care'].map((name, index) => ({
    id: `w${index}`,
    name,
    patients: 12 + index,
    openAlerts: 0,
  }));
  return [first, ...others].slice(0, Number(values.wards));
}

function acknowledge(id, by) {
  const row = [...rows.values()].find((one) => one.alerts.some((alert) => alert.id === id));
  if (!row) return null;
  const now = new Date().toISOString();
  const alerts = row.alerts.map((alert) =>
    alert.id === id ? { ...alert, state: 'acknowledged', holder: by, stateSince: now } : alert,
  );
  rows.set(row.patientId, { ...row, alerts });
  publish([{ type: 'row', row: rows.get(row.patientId) }]);
  return alerts.find((alert) => alert.id === id);
}

function problem(status, detail) {
  return {
    status,
    body: { type: 'about:blank', title: 'Problem', status, detail, correlationId: 'c-1' },
  };
}

async function api(request, url) {
  const [, , kind, id, action] = url.pathname.split('/').map(decodeURIComponent);
  if (kind === 'wards')
    return id ? { status: 200, body: snapshot() } : { status: 200, body: wards() };
  if (kind === 'alerts' && action === 'acknowledge') {
    let text = '';
    for await (const chunk of request) text += chunk;
    if (values['refuse-acknowledge']) return problem(503, 'The database does not answer');
    const alert = acknowledge(id, JSON.parse(text).by);
    return alert ? { status: 200, body: alert } : problem(404, 'There is no such alert');
  }
  const row = rows.get(id);
  if (kind !== 'patients' || !row) return problem(404, 'There is no such patient');
  return { status: 200, body: action === 'trajectory' ? makeTrajectory(row) : makeDetail(row) };
}

async function page(url) {
  const path = normalize(url.pathname).replace(/^(\.\.[/\\])+/, '');
  const file = extname(path) ? path : '/index.html';
  return {
    type: TYPES[extname(file)] ?? 'application/octet-stream',
    content: await readFile(join(ROOT, file)),
  };
}

const server = createServer(async (request, response) => {
  const url = new URL(request.url, 'http://localhost');
  try {
    if (url.pathname.startsWith('/fixture/')) {
      if (url.pathname === '/fixture/silence') silent = url.searchParams.get('on') === '1';
      if (url.pathname === '/fixture/lag') lagSeconds = Number(url.searchParams.get('seconds'));
      response.writeHead(204).end();
      return;
    }
    if (url.pathname.startsWith('/api/')) {
      const { status, body } = await api(request, url);
      response.writeHead(status, {
        'content-type': status < 400 ? 'application/json' : 'application/problem+json',
      });
      response.end(JSON.stringify(body));
      return;
    }
    const { type, content } = await page(url);
    response.writeHead(200, { 'content-type': type }).end(content);
  } catch {
    response.writeHead(404).end();
  }
});

const live = new Server(server).of('/live');
live.on('connection', (socket) => {
  socket.on('join', ({ ward: id, after }, answer) => {
    if (silent) return;
    if (id !== ward.id) return answer({ ok: false, problem: `There is no ward "${id}".` });
    void socket.join(id);
    if (after === undefined) return answer({ ok: true, sequence, snapshot: snapshot() });
    return answer({ ok: true, sequence, events: events.filter((event) => event.sequence > after) });
  });
  socket.on('leave', ({ ward: id }) => void socket.leave(id));
});
const beat = () =>
  silent ||
  live.to(ward.id).emit('heartbeat', {
    ward: ward.id,
    sequence,
    at: new Date().toISOString(),
    lag: { seconds: lagSeconds },
  });
setInterval(beat, 5_000);

const rate = Number(values.rate);
if (rate > 0) {
  const each = Math.max(1, Math.round(rate / 25));
  setInterval(
    () => {
      const ids = [...rows.keys()];
      publish(
        Array.from({ length: each }, () => {
          const id = ids[Math.floor(random() * ids.length)];
          rows.set(id, nudge(rows.get(id), random));
          return { type: 'row', row: rows.get(id) };
        }),
      );
    },
    (1000 * each) / rate,
  );
}
server.listen(Number(values.port), '127.0.0.1', () => {
  process.stdout.write(`http://127.0.0.1:${server.address().port}\n`);
});
