import type { Routes } from '@angular/router';
import { withReviewWords } from './core/review-words.ts';
import { signedIn } from './core/signed-in.ts';

export const routes: Routes = [
  {
    path: '',
    pathMatch: 'full',
    title: $localize`:@@title.wards:Wards · Endwatch`,
    canActivate: [signedIn('board.read')],
    loadComponent: async () => (await import('./ward-list/ward-list.ts')).WardList,
  },
  {
    path: 'wards/:ward',
    title: $localize`:@@title.board:Ward board · Endwatch`,
    canActivate: [signedIn('board.read')],
    loadComponent: async () => (await import('./ward-board/ward-board.ts')).WardBoard,
  },
  {
    path: 'wards/:ward/handover',
    title: $localize`:@@title.handover:Handover · Endwatch`,
    canActivate: [signedIn('patient.read')],
    loadComponent: async () => (await import('./handover/handover.ts')).HandoverPage,
  },
  {
    path: 'patients/:id',
    title: $localize`:@@title.patient:Patient · Endwatch`,
    canActivate: [signedIn('patient.read')],
    loadComponent: async () => (await import('./patient-detail/patient-detail.ts')).PatientPage,
  },
  {
    path: 'patients/:id/examine',
    title: $localize`:@@title.examine:Chart NIHSS · Endwatch`,
    canActivate: [signedIn('examination.write', 'without a server')],
    loadComponent: async () => (await import('./examine/examine.ts')).ExaminePage,
  },
  {
    path: 'on-call',
    title: $localize`:@@title.on-call:On call · Endwatch`,
    canActivate: [signedIn('alert.act')],
    loadComponent: async () => (await import('./on-call/on-call.ts')).OnCallPage,
  },
  {
    path: 'rota',
    title: $localize`:@@title.rota:On-call rota · Endwatch`,
    canActivate: [signedIn('rota.read')],
    loadComponent: async () => (await import('./rota/rota.ts')).RotaPage,
  },
  {
    path: 'review',
    title: $localize`:@@title.review:Quality review · Endwatch`,
    canActivate: [signedIn('review.read')],
    loadChildren: () =>
      withReviewWords(async () => (await import('./review/review.routes.ts')).reviewRoutes),
  },
  {
    path: 'admin/accounts',
    title: $localize`:@@title.accounts:Accounts · Endwatch`,
    canActivate: [signedIn('accounts.manage')],
    loadComponent: async () => (await import('./admin/accounts.ts')).Accounts,
  },
  {
    path: 'admin/escalation',
    title: $localize`:@@title.escalation:Escalation · Endwatch`,
    canActivate: [signedIn('settings.manage')],
    loadComponent: async () => (await import('./admin/escalation.ts')).EscalationPage,
  },
  {
    path: 'admin/wall',
    title: $localize`:@@title.wall:Screens on the wall · Endwatch`,
    canActivate: [signedIn('settings.manage')],
    loadComponent: async () => (await import('./admin/wall.ts')).WallPage,
  },
  {
    path: 'admin/end',
    title: $localize`:@@title.end:Definition of END · Endwatch`,
    canActivate: [signedIn('settings.manage')],
    loadComponent: async () => (await import('./admin/end-definition.ts')).EndDefinitionPage,
  },
  {
    path: 'admin/examinations',
    title: $localize`:@@title.examinations:Examination schedule · Endwatch`,
    canActivate: [signedIn('settings.manage')],
    loadComponent: async () =>
      (await import('./admin/examination-schedule.ts')).ExaminationSchedulePage,
  },
  {
    path: 'admin/wards',
    title: $localize`:@@title.wards-and-beds:Wards and beds · Endwatch`,
    canActivate: [signedIn('settings.manage')],
    loadComponent: async () => (await import('./admin/ward-places.ts')).WardPlacesPage,
  },
  {
    path: 'admin/limits',
    title: $localize`:@@title.limits:Alert limits · Endwatch`,
    canActivate: [signedIn('settings.manage')],
    loadComponent: () =>
      withReviewWords(async () => (await import('./admin/risk-limits.ts')).RiskLimitsPage),
  },
  {
    path: 'admin/proposals',
    title: $localize`:@@title.proposals:Proposals · Endwatch`,
    canActivate: [signedIn('settings.manage')],
    loadComponent: () =>
      withReviewWords(async () => (await import('./admin/proposals.ts')).Proposals),
  },
  {
    path: 'admin/audit',
    title: $localize`:@@title.audit:Audit · Endwatch`,
    canActivate: [signedIn('audit.read')],
    loadComponent: async () => (await import('./admin/audit.ts')).Audit,
  },
  {
    path: 'sign-in',
    title: $localize`:@@title.sign-in:Sign in · Endwatch`,
    loadComponent: async () => (await import('./sign-in/sign-in.ts')).SignIn,
  },
  {
    path: 'not-yours',
    title: $localize`:@@title.not-allowed:Not allowed · Endwatch`,
    loadComponent: async () => (await import('./not-yours.ts')).NotYours,
  },
  {
    path: '**',
    title: $localize`:@@title.not-found:Not found · Endwatch`,
    loadComponent: async () => (await import('./not-found.ts')).NotFound,
  },
];
