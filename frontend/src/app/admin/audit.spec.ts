import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import type { AuditEntryView } from '@endwatch/contracts';
import { WardApi } from '../core/ward-api.ts';
import { Audit } from './audit.ts';

const entry = (changes: Partial<AuditEntryView>): AuditEntryView => ({
  ...{ id: '1', at: '2026-03-02T03:00:00.000Z', actor: 'ada', role: 'neurologist' },
  ...{ action: 'patient.read', patientId: 'p1', wardId: 'w1', subject: null },
  ...{ origin: '10.0.0.7', detail: null, ...changes },
});

async function cells(...entries: readonly AuditEntryView[]): Promise<string[][]> {
  TestBed.configureTestingModule({
    providers: [
      provideRouter([]),
      { provide: WardApi, useValue: { send: () => Promise.resolve(entries) } },
    ],
  });
  const fixture = TestBed.createComponent(Audit);
  await fixture.whenStable();
  const rows = [...(fixture.nativeElement as HTMLElement).querySelectorAll('tbody tr')];
  return rows.map((row) =>
    [...row.querySelectorAll('td')].map((cell) => {
      for (const head of cell.querySelectorAll('.head')) head.remove();
      return cell.textContent.trim();
    }),
  );
}

describe('the audit', () => {
  it('says what was read on the on-call page, and what was known when, by the clock on the wall', async () => {
    const at = '2026-03-01T12:00:00.000Z';
    const [onCall, past] = await cells(
      entry({ action: 'patient.read.on-call' }),
      entry({ id: '2', detail: { at } }),
    );
    expect(onCall?.slice(1, 5)).toEqual([
      ...['ada', 'Opened a patient on the on-call page', 'p1', '10.0.0.7'],
    ]);
    expect(past?.[5]).toMatch(/^at: 1 Mar 12:00$/);
  });

  it('tells the machine from somebody who was called as it is, when that was possible', async () => {
    const rows = await cells(
      entry({ actor: 'system', role: null, action: 'review.alarm', patientId: null }),
      entry({ id: '2', actor: 'system', role: 'nurse', action: 'alert.resolve' }),
    );
    expect(rows.map(([, who]) => who)).toEqual(['Endwatch itself', 'system (Nurse)']);
  });
});
