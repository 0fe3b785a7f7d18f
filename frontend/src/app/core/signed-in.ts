import { inject } from '@angular/core';
import { Router, type CanActivateFn } from '@angular/router';
import type { Right } from '@endwatch/contracts';
import { Session } from './session.ts';
import { WithoutServer } from './without-server.ts';

/**
 * Pages for those who are signed in; with a right, for those who have it. The first page of a tab waits until the server has said who is here,
 * unless it is of use without one; a page opened from another does not.
 */
export function signedIn(right?: Right, use?: 'without a server'): CanActivateFn {
  return async (_, { url }) => {
    const session = inject(Session);
    const router = inject(Router);
    const without = inject(WithoutServer);
    if (session.view() === null && !session.isOut()) {
      const asked = session.look();
      if (use === undefined && !router.navigated) await session.heard;
      else if (without.absence() === null) await Promise.race([asked, without.found]);
    }
    if (session.isOut()) return router.createUrlTree(['/sign-in'], { queryParams: { to: url } });
    return right === undefined || session.may(right) ? true : router.createUrlTree(['/not-yours']);
  };
}
