// Keeps one whole version of the page, so that it opens where the server cannot be reached. What is kept are built files, the same
// for every reader: no answer about anybody is, and the worker never touches a question for one.
/** Written by the build (`frontend/shell.mjs`) where there is something to keep. */
const SHELL = self.shell ?? null;

const PREFIX = 'endwatch-shell-';
/** Every address of the application is the same page. The last that is kept: where it is, the version is whole. */
const PAGE = '/';
const NOT_PAGES = /^\/(api|fhir|health|metrics|socket\.io)(\/|$)/;
const FILE = /\.(js|css|svg|woff2?|map|ico|png|txt)$/;
const HASHED = /-[\w-]{8}\.(js|css|woff2?)$/;
/** Longer than this nobody looks at a white screen; a page that comes late after all is looked for by the page itself. */
const PATIENCE_MS = 4_000;
/** What a proxy says in place of a server that is away. Any other answer is the server's own. */
const AWAY = [502, 503, 504];

async function openPage(request) {
  const asked = fetch(request);
  const kept = await caches.match(PAGE);
  if (kept === undefined) return asked;
  const late = new Promise((resolve) => setTimeout(resolve, PATIENCE_MS, null));
  const answer = await Promise.race([asked, late]).catch(() => null);
  return answer === null || AWAY.includes(answer.status) ? kept : answer;
}

/** Its name says its content. One that is neither here nor at the server stays missing. */
async function builtFile(request) {
  const { pathname } = new URL(request.url);
  return (await caches.match(pathname, { ignoreVary: true })) ?? fetch(request);
}

let keeping = null;

/** A version that has come whole takes the place of all others; until then the last whole one stays. */
function keepShell() {
  keeping ??= fillUp().finally(() => {
    keeping = null;
  });
  return keeping;
}

async function fillUp() {
  const own = PREFIX + SHELL.version;
  const cache = await caches.open(own);
  if (!(await cache.match(PAGE))) await fill(cache);
  const names = await caches.keys();
  const others = names.filter((name) => name.startsWith(PREFIX) && name !== own);
  for (const name of others) await caches.delete(name);
}

/** One after another: the page is at work, and most of it lies in the browser's own cache. */
async function fill(cache) {
  const answer = await fetched(PAGE, { cache: 'no-cache' });
  const page = await answer.text();
  if (!page.includes(SHELL.main)) throw new Error('the server has another version by now');
  for (const path of SHELL.files) {
    if (!(await cache.match(path, { ignoreVary: true })))
      await cache.put(path, await fetched(path, { priority: 'low' }));
  }
  const headers = new Headers(answer.headers);
  for (const name of ['content-encoding', 'content-length']) headers.delete(name);
  // So that the page knows that no server has vouched for its version.
  const marked = page.replace('<html', '<html data-kept');
  await cache.put(PAGE, new Response(marked, { headers }));
}

async function fetched(path, options) {
  const answer = await fetch(path, options);
  if (!answer.ok) throw new Error(`${path}: ${answer.status}`);
  return answer;
}

self.addEventListener('message', (event) => {
  // What did not come now is asked for again by the next page.
  if (event.data === 'keep-shell' && SHELL) event.waitUntil(keepShell().catch(() => undefined));
});

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  const isOurs = SHELL && request.method === 'GET' && origin === self.location.origin;
  if (!isOurs || NOT_PAGES.test(pathname)) return;
  if (HASHED.test(pathname)) event.respondWith(builtFile(request));
  else if (request.mode === 'navigate' && !FILE.test(pathname))
    event.respondWith(openPage(request));
});
