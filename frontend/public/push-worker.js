// The one worker that an origin can have, under the address by which browsers that ring have always known it. It shows what the
// server sends while no page is open, says so to the server, and opens the page at a touch; what it keeps of the page is in the other file.
self.importScripts('/shell-worker.js');

// As pixels: phones show no drawing here. Of the badge they take the outline alone.
const ICON = '/icon-192.png';
const BADGE = '/badge-96.png';

async function shown(message) {
  const { registration } = self;
  if (message.clear) return takeBack(message);
  await registration.showNotification(message.title, {
    body: message.body,
    lang: message.language,
    tag: message.tag,
    renotify: true,
    requireInteraction: message.priority === 'high',
    timestamp: Date.parse(message.at),
    icon: ICON,
    badge: BADGE,
    data: { url: message.url, at: message.at },
  });
  if (message.receipt === null) return;
  await fetch(`/api/push/receipts/${encodeURIComponent(message.deliveryId)}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ token: message.receipt }),
  }).catch(() => undefined);
}

// A browser that is sent something and shows nothing may stop being sent anything: so something is shown, without a sound.
async function takeBack({ title, tag, at }) {
  const { registration } = self;
  const open = await registration.getNotifications({ tag });
  // What tells of it anew may have come before what takes back the old.
  const newer = open.find(({ data }) => data?.at > at);
  const { body, lang, requireInteraction, timestamp } = newer ?? {};
  await registration.showNotification(newer?.title ?? title, {
    ...(newer && { body, lang, requireInteraction, timestamp, data: newer.data }),
    tag,
    silent: true,
    icon: ICON,
    badge: BADGE,
  });
  if (newer) return;
  for (const each of await registration.getNotifications({ tag })) each.close();
}

// The browser has another address for what is pushed: the server would send to the old one.
async function subscribedAnew({ oldSubscription, newSubscription }) {
  const subscription =
    newSubscription ??
    (await self.registration.pushManager.subscribe(oldSubscription?.options ?? (await asked())));
  await fetch('/api/push/subscriptions', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ subscription, label: self.navigator.platform || 'This browser' }),
  });
}

async function asked() {
  const { publicKey } = await (await fetch('/api/push/key')).json();
  return { userVisibleOnly: true, applicationServerKey: publicKey };
}

async function bringForward(url) {
  const windows = await self.clients.matchAll({ type: 'window', includeUncontrolled: true });
  const [page] = windows;
  if (!page) return self.clients.openWindow(url);
  await page.focus();
  // A page from before this worker cannot be sent elsewhere by it.
  return page.navigate(url).catch(() => self.clients.openWindow(url));
}

self.addEventListener('install', () => self.skipWaiting());
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()));
self.addEventListener('push', (event) => {
  if (event.data) event.waitUntil(shown(event.data.json()));
});
self.addEventListener('pushsubscriptionchange', (event) => {
  event.waitUntil(subscribedAnew(event));
});
self.addEventListener('notificationclick', (event) => {
  event.notification.close();
  event.waitUntil(bringForward(event.notification.data.url));
});
