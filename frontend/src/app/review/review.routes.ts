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
        title: $localize`:@@review.page.cohort:Cohort · Quality review · Endwatch`,
        loadComponent: async () => (await import('./cohort/cohort-page.ts')).CohortPage,
      },
      {
        path: 'stays/:patientId',
        title: $localize`:@@review.page.stay:Stay · Quality review · Endwatch`,
        loadComponent: async () => (await import('./stay/stay-page.ts')).StayPage,
      },
      {
        path: 'judged',
        title: $localize`:@@review.page.judged:Judged · Quality review · Endwatch`,
        loadComponent: async () => (await import('./judged/judged-page.ts')).JudgedPage,
      },
      {
        path: 'outcomes',
        title: $localize`:@@review.page.outcomes:Outcomes · Quality review · Endwatch`,
        loadComponent: async () => (await import('./outcomes/outcomes-page.ts')).OutcomesPage,
      },
      {
        path: 'forecast',
        title: $localize`:@@review.page.forecast:Forecast · Quality review · Endwatch`,
        loadComponent: async () => (await import('./forecast/forecast-page.ts')).ForecastPage,
      },
      {
        path: 'response',
        title: $localize`:@@review.page.response:Response · Quality review · Endwatch`,
        loadComponent: async () => (await import('./response/response-page.ts')).ResponsePage,
      },
      {
        path: 'what-if',
        title: $localize`:@@review.page.what-if:What if · Quality review · Endwatch`,
        loadComponent: async () => (await import('./what-if/what-if-page.ts')).WhatIfPage,
      },
      {
        path: 'drift',
        title: $localize`:@@review.page.drift:Drift · Quality review · Endwatch`,
        loadComponent: async () => (await import('./drift/drift-page.ts')).DriftPage,
      },
      {
        path: 'reports',
        title: 'Reports · Quality review · Endwatch',
        loadComponent: async () => (await import('./reports/reports-page.ts')).ReportsPage,
      },
      {
        path: 'reports/:month',
        title: 'Report · Quality review · Endwatch',
        loadComponent: async () => (await import('./reports/report-page.ts')).ReportPage,
      },
    ],
  },
];
