import { DOCUMENT, Location } from '@angular/common';
import { DestroyRef, inject } from '@angular/core';

/** Browsers print a page's address at its foot. Where it has the number of a patient, paper gets `instead`, a path of the application. */
export function addressOffPaper(instead: string): void {
  const view = inject(DOCUMENT).defaultView;
  const location = inject(Location);
  if (!view) return;
  let address: string | null = null;
  const say = (path: string): void => {
    view.history.replaceState(view.history.state, '', location.prepareExternalUrl(path));
  };
  const before = (): void => {
    address ??= location.path(true);
    say(instead);
  };
  const after = (): void => {
    if (address !== null) say(address);
    address = null;
  };
  view.addEventListener('beforeprint', before);
  view.addEventListener('afterprint', after);
  inject(DestroyRef).onDestroy(() => {
    view.removeEventListener('beforeprint', before);
    view.removeEventListener('afterprint', after);
  });
}
