import type { Routes } from '@angular/router';

export const routes: Routes = [
  {
    path: '',
    pathMatch: 'full',
    title: 'Wards · Endwatch',
    loadComponent: async () => (await import('./ward-list/ward-list.ts')).WardList,
  },
  {
    path: 'wards/:ward',
    title: 'Ward board · Endwatch',
    loadComponent: async () => (await import('./ward-board/ward-board.ts')).WardBoard,
  },
  {
    path: 'patients/:id',
    title: 'Patient · Endwatch',
    loadComponent: async () => (await import('./patient-detail/patient-detail.ts')).PatientPage,
  },
  {
    path: '**',
    title: 'Not found · Endwatch',
    loadComponent: async () => (await import('./not-found.ts')).NotFound,
  },
];
