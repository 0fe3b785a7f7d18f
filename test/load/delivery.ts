import { setTimeout as wait } from 'node:timers/promises';
import {
  ESCALATION_KEYS,
  type BoardEvent,
  type BoardSnapshot,
  type ChangedAccount,
  type MadeToken,
} from '@endwatch/contracts';
import { tokenFor } from '../harness/access.ts';
import * as fhir from '../harness/messages.ts';
import { Phone } from '../harness/phone.ts';
import { eventually, query, type Endwatch } from '../harness/system.ts';
import type { Part, PartResult, Row } from './bench-part.ts';
import { bareCrowd, crowded, nextEvent, sequenceOf, type Crowded } from './crowd-run.ts';
import { percentiles, whole } from './figures.ts';
import { onStage, type Stage } from './stage.ts';

const WARD = 'load-ward-0';
/** One after the other, so many a second. */
const RATE = 5;
/** The first step of the escalation; the least that a policy may have. */
const STEP_MINUTES = 1;
const TOLD_WITHIN_MS = 300_000;
/** Each item as bad as it can be: whatever was charted before, this is worse. */
const WORST = { '1a': 3, '1b': 2, '1c': 2, '5a': 4, '5b': 4, '6a': 4, '6b': 4, '9': 3 };

/** Alerts of a confirmed END, one by one and two hundred at once: to every screen, and to the phone of whoever is on call. */
export const delivery: Part = {
  name: 'delivery',
  title: 'From an alert to screens and phones',
  run: async (world, { small }) => {
    const size = { ward: WARD, viewers: small ? 50 : 500, single: small ? 10 : 100 };
    const together = small ? 20 : 200;
    // Some have had theirs while the wards were warmed up.
    const patients = Math.ceil((size.single + together) * 2);
    return onStage(world, { name: 'delivery', patients, wards: 1 }, async (stage) => {
      await stage.warmUp();
      const gateway = await stage.product({
        env: { ENDWATCH_ROLES: 'gateway', ENDWATCH_LOCAL_PUSH: '1' },
      });
      const phone = await onCall(gateway);
      // One that is there already hears of the policy some seconds later, and rings meanwhile by the one before.
      const scorer = await stage.product({ env: { ENDWATCH_ROLES: 'scorer' } });
      try {
        const well = await withoutEnd(gateway);
        const [singles, rest] = [well.slice(0, size.single), well.slice(size.single)];
        const crowd = rest.slice(0, together);
        if (crowd.length < together) throw new Error('too few patients without END');
        const sample = nextEvent(gateway, { ward: WARD, is: isRaised });
        const { screens, became } = await toScreens(stage, gateway, {
          ...{ singles, viewers: size.viewers },
        });
        const phones = await toPhones(stage, gateway, { crowd, phone });
        for (const process of [scorer, gateway]) await stage.end(process);
        const floor = await bareCrowd(
          JSON.stringify(await sample),
          { ward: WARD, viewers: size.viewers, seconds: Math.ceil(singles.length / RATE) },
          singles.length,
        );
        return {
          rows: [...screenRows(screens, floor, size.viewers), ...phones.rows],
          wrong: [
            ...screens.wrong,
            ...floor.wrong,
            ...phones.wrong,
            ...withoutAlert(became),
            ...tooFew(screens.report.alerts.length, became.alerts * size.viewers),
          ],
        };
      } finally {
        phone.stop();
      }
    });
  },
};

/** So that the worst examination is worse by more than anybody may doubt. */
const WELL_BELOW = 20;

/** A neurologist with a phone, told a minute after an END that nobody took. */
async function onCall(gateway: Endwatch): Promise<Phone> {
  const phone = await new Phone(() => gateway.address).start();
  await gateway.post<ChangedAccount>('/api/accounts', {
    ...{ username: 'ada', name: 'Ada', role: 'neurologist' },
  });
  const { token } = await gateway.post<MadeToken>('/api/accounts/tokens', {
    ...{ username: 'ada', label: 'bench' },
  });
  await fetch(`${gateway.address}/api/push/subscriptions`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify({ subscription: phone.subscription, label: 'Phone' }),
  });
  const silent = { steps: [], repeatMinutes: null, remindMinutes: null };
  const rings = { ...silent, steps: [{ to: 'first-on-call', minutes: STEP_MINUTES }] };
  const value = {
    ...Object.fromEntries(ESCALATION_KEYS.map((key) => [key, silent])),
    ...{ 'end-confirmed': rings, 'end-suspected': rings },
  };
  await gateway.json('/api/settings/escalation', {
    method: 'PUT',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ ward: null, value }),
  });
  return phone;
}

const isRaised = (event: BoardEvent): boolean =>
  event.type === 'alert' && event.alert.state === 'raised';

async function withoutEnd(gateway: Endwatch): Promise<readonly string[]> {
  const { rows } = await gateway.json<BoardSnapshot>(`/api/wards/${WARD}/board`);
  return rows
    .filter(({ end }) => end.status === 'none' || end.status === 'not-evaluable')
    .filter(({ nihss }) => nihss.admissionMotor !== null && (nihss.total ?? 42) < WELL_BELOW)
    .map(({ patientId }) => patientId);
}

const worse = (patientId: string): fhir.Resource =>
  fhir.nihss({ id: `${patientId}-worse`, patientId, at: Date.now() }, WORST);

async function toScreens(
  stage: Stage,
  gateway: Endwatch,
  { singles, viewers }: { readonly singles: readonly string[]; readonly viewers: number },
): Promise<{ readonly screens: Crowded; readonly became: Raised }> {
  let became: Raised = { ends: 0, alerts: 0 };
  const screens = await crowded(
    gateway,
    { ward: WARD, viewers },
    {
      token: await tokenFor(gateway.address),
      stream: async () => {
        for (const patientId of singles) {
          await gateway.post('/fhir', worse(patientId));
          await wait(1_000 / RATE);
        }
        became = await raised(stage, singles);
      },
      newest: () => sequenceOf(stage, WARD),
    },
  );
  return { screens, became };
}

const tooFew = (came: number, due: number): string[] =>
  came >= due ? [] : [`${String(came)} of ${String(due)} alerts came to the viewers`];

interface Raised {
  /** Of these patients, those on the board with END, suspected ones too. */
  readonly ends: number;
  /** Those of them with an alert of it. */
  readonly alerts: number;
}

/** What became of these patients once all that was sent is committed. Some stays end meanwhile, and have no END any more to tell of. */
async function raised(stage: Stage, patients: readonly string[]): Promise<Raised> {
  await stage.consumed();
  const [row] = await query<Raised>(
    stage.url,
    `SELECT count(*)::integer AS ends, count(a.patient_id)::integer AS alerts
     FROM board_row b LEFT JOIN (SELECT DISTINCT patient_id FROM alert WHERE kind = 'end-confirmed') a USING (patient_id)
     WHERE b.patient_id = ANY($1::text[]) AND b.body -> 'end' ->> 'status' IN ('confirmed', 'suspected')`,
    [patients],
  );
  return row ?? { ends: 0, alerts: 0 };
}

const withoutAlert = ({ ends, alerts }: Raised): string[] =>
  alerts === ends && ends > 0 ? [] : [`${String(alerts)} alerts of ${String(ends)} END`];

/** All of them within one message, and what the phone gets of it a minute later. */
async function toPhones(
  stage: Stage,
  gateway: Endwatch,
  { crowd, phone }: { readonly crowd: readonly string[]; readonly phone: Phone },
): Promise<PartResult> {
  await gateway.post('/fhir', fhir.bundle(...crowd.map(worse)));
  const became = await raised(stage, crowd);
  const [told] = await eventually(
    () => query<Told>(stage.url, TOLD, [crowd]),
    ([row]) => row !== undefined && row.untold === 0 && row.queued === 0,
    TOLD_WITHIN_MS,
  );
  if (told === undefined) throw new Error('nothing is known of notices');
  const pushes = phone.pushed.length;
  return {
    rows: [
      {
        what: `${whole(became.alerts)} alerts at once: alerts told; notices; pushes that came (all so far)`,
        endwatch: `${whole(told.told)}; ${whole(told.notices)}; ${whole(pushes)}`,
        target: 'all told, grouped',
      },
    ],
    wrong: [
      ...withoutAlert(became),
      ...(told.told > 0 ? [] : ['no alert was told']),
      ...(told.failed === 0 ? [] : [`${String(told.failed)} deliveries failed`]),
      ...(told.notices < became.alerts ? [] : ['notices are not grouped']),
      ...(pushes >= told.notices ? [] : [`${String(pushes)} of ${String(told.notices)} pushes`]),
    ],
  };
}

interface Told {
  readonly told: number;
  /** Still open, and in no notice yet; a stay that ends meanwhile closes its alert. */
  readonly untold: number;
  readonly notices: number;
  readonly queued: number;
  readonly failed: number;
}

const TOLD = `
  WITH theirs AS (SELECT id, state FROM alert WHERE kind = 'end-confirmed' AND patient_id = ANY($1::text[])),
  notices AS (SELECT n.id, n.alert_ids FROM notice n WHERE n.alert_ids && (SELECT array_agg(id) FROM theirs)),
  judged AS (SELECT state, EXISTS (SELECT FROM notices n WHERE t.id = ANY(n.alert_ids)) AS told FROM theirs t),
  sent AS (SELECT d.state FROM delivery d JOIN notices n ON n.id = d.notice_id)
  SELECT
    (SELECT count(*)::integer FROM judged WHERE told) AS told,
    (SELECT count(*)::integer FROM judged WHERE NOT told AND state <> 'resolved') AS untold,
    (SELECT count(*)::integer FROM notices) AS notices,
    (SELECT count(*)::integer FROM sent WHERE state = 'queued') AS queued,
    (SELECT count(*)::integer FROM sent WHERE state = 'failed') AS failed`;

function screenRows({ report }: Crowded, floor: Crowded, viewers: number): Row[] {
  return [
    {
      what: `alert raised to each of ${whole(viewers)} viewers, p50 / p95 / p99 (floor: socket only)`,
      endwatch: percentiles(report.alerts),
      floor: percentiles(floor.report.alerts),
      target: 'p99 ≤ 300 ms',
    },
    {
      what: 'alerts delivered',
      endwatch: whole(report.alerts.length),
      floor: whole(floor.report.alerts.length),
      target: 'all',
    },
  ];
}
