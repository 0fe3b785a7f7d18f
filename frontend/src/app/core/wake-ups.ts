/** What the browser knows of its own network and of being looked at. */
export interface WakeUps {
  /** Something changed for the better: do not wait for the next turn. */
  readonly wake: () => void;
  readonly networkLost: () => void;
}

/** For the life of the page. */
export function onWakeUps(document: Document, { wake, networkLost }: WakeUps): void {
  const view = document.defaultView;
  view?.addEventListener('online', wake);
  view?.addEventListener('offline', networkLost);
  document.addEventListener('visibilitychange', () => {
    if (!document.hidden) wake();
  });
}
