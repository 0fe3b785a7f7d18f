import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import type { Alert, BoardRow } from '@endwatch/contracts';
import { NOON, aRisk, aRow, anAlert, minutesAgo } from '../testing/a-row.ts';
import { PatientTileHarness } from '../testing/patient-tile.harness.ts';
import { PatientTile } from './patient-tile.ts';

const NBSP = '\u00a0';

async function tileOf(row: BoardRow, saving = false) {
  TestBed.configureTestingModule({ providers: [provideRouter([])] });
  const fixture = TestBed.createComponent(PatientTile);
  fixture.componentRef.setInput('row', row);
  fixture.componentRef.setInput('now', NOON);
  fixture.componentRef.setInput('saving', saving);
  const asked: Alert[] = [];
  fixture.componentInstance.acknowledge.subscribe((alert) => asked.push(alert));
  const tile = await TestbedHarnessEnvironment.harnessForFixture(fixture, PatientTileHarness);
  const words = (await tile.words()).replaceAll(NBSP, ' ');
  return { tile, words, asked };
}

describe('PatientTile', () => {
  it('shows bed, person, NIHSS with its change, and the forecast with band and trend', async () => {
    const { tile, words } = await tileOf(aRow());
    expect(words).toContain('7 Maria Castellanos');
    expect(words).toContain('78 · female · day 3');
    expect(words).toMatch(/\b12\b.*3.*up 3 since admission/);
    expect(words).toMatch(/24 h 34 % rising High/);
    expect(words).toMatch(/BP 4 min Lab 6 h CT 2 d NIHSS 3 h/);
    expect(await tile.opens()).toBe('/patients/p1');
    expect(await tile.offersAcknowledge()).toBe(false);
  });

  it('shows the fact, and why there is no forecast', async () => {
    const { words } = await tileOf(
      aRow({
        end: { status: 'confirmed', rule: 'total', at: minutesAgo(20), delta: 3, reason: null },
        risk: null,
        noRiskReason: 'No forecast: deterioration is confirmed',
      }),
    );
    expect(words).toMatch(/END \d\d:\d\d · \+3/);
    expect(words).toContain('No forecast: deterioration is confirmed');
    expect(words).not.toContain('%');
  });

  it('shows the worst of three alerts, how long it waits, and how many more there are', async () => {
    const alerts = [
      anAlert({ id: 'low', priority: 'low', kind: 'examination-overdue' }),
      anAlert({ id: 'high', priority: 'high', kind: 'end-confirmed', raisedAt: minutesAgo(3) }),
      anAlert({ id: 'medium' }),
    ];
    const { tile, words, asked } = await tileOf(aRow({ alerts }));
    expect(words).toMatch(/^Now 3 min \+2/);
    await tile.acknowledge();
    expect(asked.map((alert) => alert.id)).toEqual(['high']);
  });

  it('says who has it once somebody does', async () => {
    const { tile, words } = await tileOf(
      aRow({ alerts: [anAlert({ state: 'acknowledged', holder: 'R. Osei' })] }),
    );
    expect(words).toContain('Taken by R. Osei');
    expect(await tile.offersAcknowledge()).toBe(false);
  });

  it('is only saving while it is not saved', async () => {
    const { tile, asked } = await tileOf(aRow({ alerts: [anAlert()] }), true);
    await tile.acknowledge();
    expect(await tile.offersAcknowledge()).toBe(false);
    expect(asked).toEqual([]);
  });

  it('says on its own what is too old and what is missing', async () => {
    const row = aRow({ risk: aRisk({ missing: ['d-dimer', 'crp', 'ldl'] }) });
    const { tile, words } = await tileOf({
      ...row,
      freshness: { ...row.freshness, vitals: minutesAgo(9 * 60) },
    });
    expect(await tile.overdue()).toEqual(['BP']);
    expect(words).toContain('No D-dimer, C-reactive protein +1');
  });

  it('is drawn for a patient of whom nothing is known yet', async () => {
    const { words } = await tileOf(
      aRow({
        bed: null,
        age: null,
        sex: 'unknown',
        nihss: {
          total: null,
          at: null,
          admissionTotal: null,
          motor: null,
          admissionMotor: null,
          nextDueAt: null,
          series: [],
        },
        risk: null,
        noRiskReason: 'Nothing charted yet',
        freshness: { vitals: null, labs: null, report: null, nihss: null },
      }),
    );
    expect(words).toContain('No bed');
    expect(words).toContain('NIHSS not charted');
    expect(words).toContain('Nothing charted yet');
  });
});
