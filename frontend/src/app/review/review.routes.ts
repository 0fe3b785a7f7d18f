import type { Routes } from '@angular/router';
import { ReviewShell } from './review-shell.ts';

/** All of the quality review: nothing of it is fetched before somebody opens it. */
export const reviewRoutes: Routes = [
  {
    path: '',
    component: ReviewShell,
    children: [
      { path: '', pathMatch: 'full', redirectTo: 'cohort' },
      {
        path: 'cohort',
        title: 'Cohort · Quality review · Endwatch',
        loadComponent: async () => (await import('./cohort/cohort-page.ts')).CohortPage,
      },
      {
        path: 'stays/:patientId',
        title: 'Stay · Quality review · Endwatch',
        loadComponent: async () => (await import('./stay/stay-page.ts')).StayPage,
      },
      {
        path: 'outcomes',
        title: 'Outcomes · Quality review · Endwatch',
        loadComponent: async () => (await import('./outcomes/outcomes-page.ts')).OutcomesPage,
      },
    ],
  },
];
