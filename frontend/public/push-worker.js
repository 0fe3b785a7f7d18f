// Shows what the server sends while no page is open, says so to the server, and opens the page at a touch.
const ICON = '/favicon.svg';

async function shown(message) {
  const { registration } = self;
  if (message.clear) {
    const open = await registration.getNotifications({ tag: message.tag });
    // What tells of it anew may have come before what takes back the old.
    for (const each of open) if (!(each.data?.at > message.at)) each.close();
    return;
  }
  await registration.showNotification(message.title, {
    body: message.body,
    lang: message.language,
    tag: message.tag,
    renotify: true,
    requireInteraction: message.priority === 'high',
    timestamp: Date.parse(message.at),
    icon: ICON,
    badge: ICON,
    data: { url: message.url, at: message.at },
  });
  if (message.receipt === null) return;
  await fetch(`/api/push/receipts/${encodeURIComponent(message.deliveryId)}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ token: message.receipt }),
  }).catch(() => undefined);
}

async function openPage(url) {
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
self.addEventListener('notificationclick', (event) => {
  event.notification.close();
  event.waitUntil(openPage(event.notification.data.url));
});
