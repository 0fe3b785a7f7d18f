/** What the browser knows of its own network and of being looked at. */
export interface WakeUps {
  /** Something changed for the better: do not wait for the next turn. */
  readonly wake: () => void;
  /** The page is about to be put to sleep; what it shows is what the first look after waking will see. */
  readonly sleep: () => void;
  readonly networkLost: () => void;
}

/** @returns ends it; not called, it lasts as long as the page */
export function onWakeUps(document: Document, { wake, sleep, networkLost }: WakeUps): () => void {
  const until = new AbortController();
  const { signal } = until;
  const view = document.defaultView;
  view?.addEventListener('online', wake, { signal });
  view?.addEventListener('offline', networkLost, { signal });
  view?.addEventListener('pageshow', wake, { signal });
  document.addEventListener('freeze', sleep, { signal });
  document.addEventListener('resume', wake, { signal });
  document.addEventListener(
    'visibilitychange',
    () => {
      if (!document.hidden) wake();
    },
    { signal },
  );
  return () => {
    until.abort();
  };
}
