import { effect, inject, type Signal } from '@angular/core';
import { Title } from '@angular/platform-browser';
import type { PatientDetail } from '@endwatch/contracts';
import { Session } from '../core/session.ts';
import { addressOffPaper } from '../ui/address-off-paper.ts';
import { calledOnPaper } from '../words/patient-words.ts';

/** What browsers print of a page beside the page: its title, with a name for who treats, and an address without the patient's number. */
export function pageOnPaper(detail: Signal<PatientDetail | null>): void {
  const [title, session] = [inject(Title), inject(Session)];
  addressOffPaper('/patients');
  effect(() => {
    const shown = detail();
    if (shown) title.setTitle(`${calledOnPaper(shown, session.namesOnPaper())} · Endwatch`);
  });
}
