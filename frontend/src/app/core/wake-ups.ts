/** What the browser knows of its own network and of being looked at. */
export interface WakeUps {
  /** Something changed for the better: do not wait for the next turn. */
  readonly wake: () => void;
  /** The page is about to be put to sleep; what it shows is what the first look after waking will see. */
  readonly sleep: () => void;
  readonly networkLost: () => void;
}

/** For the life of the page. */
export function onWakeUps(document: Document, { wake, sleep, networkLost }: WakeUps): void {
  const view = document.defaultView;
  view?.addEventListener('online', wake);
  view?.addEventListener('offline', networkLost);
  view?.addEventListener('pageshow', wake);
  document.addEventListener('freeze', sleep);
  document.addEventListener('resume', wake);
  document.addEventListener('visibilitychange', () => {
    if (!document.hidden) wake();
  });
}
