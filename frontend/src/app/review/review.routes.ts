import type { Routes } from '@angular/router';
import { ReviewShell } from './review-shell.ts';

/** All of the quality review: nothing of it is fetched before somebody opens it. */
export const reviewRoutes: Routes = [
  {
    path: '',
    component: ReviewShell,
    children: [{ path: '', pathMatch: 'full', redirectTo: 'cohort' }],
  },
];
