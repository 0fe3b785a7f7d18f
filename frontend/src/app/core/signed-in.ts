import { inject } from '@angular/core';
import { Router, type CanActivateFn } from '@angular/router';
import type { Right } from '@endwatch/contracts';
import { Session } from './session.ts';

/** Pages for those who are signed in; with a right, for those who have it. */
export function signedIn(right?: Right): CanActivateFn {
  return async (_, { url }) => {
    const session = inject(Session);
    const router = inject(Router);
    if (session.view() === null && !session.isOut()) await session.look();
    if (session.isOut()) return router.createUrlTree(['/sign-in'], { queryParams: { to: url } });
    return right === undefined || session.may(right) ? true : router.createUrlTree(['/not-yours']);
  };
}
