import type { EndFinding, EpochMs } from '@endwatch/clinical';
import type { AlertState } from '../../alerting/alert.ts';
import { moveAlert } from '../../alerting/alert-life.ts';
import type { AlertPolicy } from '../../alerting/alert-policy.ts';
import { decideAlerts } from '../../alerting/decide-alerts.ts';
import { lastRiskAlert, roseFrom } from '../../alerting/risk-alerts.ts';
import { isRemembered, MEMORY, type AlertSituation } from '../../alerting/verdict.ts';
import { standingAt, supersededAt, type Moments, type SimulatedScore } from './moments.ts';

/** One ring of a risk alert. */
export interface Ring {
  readonly at: EpochMs;
  readonly kind: 'risk-high' | 'risk-rising';
  /** Not the first of its episode. */
  readonly again: boolean;
}

export interface SimulatedStay {
  readonly patientId: string;
  readonly admittedAt: EpochMs;
  readonly until: EpochMs;
  /** Newest `asOf` first, superseded ones too. */
  readonly scores: readonly SimulatedScore[];
  readonly moments: Moments;
}

/**
 * When risk alerts would have rung under a policy. Decided by the live rule itself (`decideAlerts`), asked at each moment at which it could decide
 * something; the moments between, at which it cannot, are passed over by comparing two numbers. What it leaves out: people. Each ring counts as
 * taken note of at once, nobody closes or snoozes anything, and no new kind of evidence repeats an alert.
 */
export function simulateAlerts(stay: SimulatedStay, policy: AlertPolicy): readonly Ring[] {
  const run = new Run(stay, policy);
  const { now, risk } = stay.moments;
  for (let i = 0; i < now.length; i += 1) {
    const at = now[i] ?? Infinity;
    run.wakeBefore(at);
    run.look(at, risk[i] ?? NaN);
  }
  run.wakeBefore(stay.until);
  return run.rings;
}

class Run {
  readonly rings: Ring[] = [];
  readonly #stay: SimulatedStay;
  readonly #policy: AlertPolicy;
  #alerts: readonly AlertState[] = [];
  #lookAgainAt: EpochMs | null = null;
  /** A risk below the one or from the other on may change something … */
  #below = -Infinity;
  #from: number;
  /** … and so does a moment from which an alert is forgotten, or the score that an open one rests on no longer stands. */
  #forgetsAt = Infinity;
  #replacedAt = Infinity;
  #isOpen = false;

  constructor(stay: SimulatedStay, policy: AlertPolicy) {
    this.#stay = stay;
    this.#policy = policy;
    this.#from = policy.risk.on;
  }

  /** The clock's own moments up to `at`: a risk has been high long enough. */
  wakeBefore(at: EpochMs): void {
    while (this.#lookAgainAt !== null && this.#lookAgainAt < at) {
      this.#decide(this.#lookAgainAt);
    }
  }

  look(now: EpochMs, risk: number): void {
    const mayEnd = this.#isOpen && (Number.isNaN(risk) || now >= this.#replacedAt);
    const mayRing = risk >= this.#from || now >= this.#forgetsAt;
    if (mayRing || risk < this.#below || mayEnd) this.#decide(now);
    else this.#lookAgainAt = null;
  }

  #decide(now: EpochMs): void {
    const { patientId, admittedAt, scores } = this.#stay;
    const span = this.#policy.risk.minimumDuration;
    const situation: AlertSituation = {
      ...{
        patientId,
        now,
        alerts: this.#alerts,
        closed: null,
        admittedAt,
        end: NO_END,
        rise: null,
      },
      risk: {
        scores: standingAt(scores, now, span),
        superseded: now >= this.#replacedAt ? supersededAt(scores, now) : NOTHING_SUPERSEDED,
        ...{ ended: null, endedForModelOnly: false, evidence: [] },
      },
      examination: { lastAt: null, dueAt: null, mostGrace: null, expected: '' },
      streams: [],
      judgeAbsence: false,
    };
    const { known, transitions, lookAgainAt } = decideAlerts({
      ...{ policy: this.#policy, situation },
      newId: (kind) => `${kind}/${String(now)}`,
    });
    const kinds = new Map(known.map(({ id, kind }) => [id, kind]));
    for (const { alertId, at, from, to } of transitions) {
      const kind = kinds.get(alertId);
      if (to !== 'raised' || (kind !== 'risk-high' && kind !== 'risk-rising')) continue;
      this.rings.push({ at, kind, again: kind === 'risk-rising' || from !== null });
    }
    this.#alerts = known
      .filter((alert) => isRemembered(alert, now))
      .map((alert) => takenNote(alert, now));
    this.#lookAgainAt = lookAgainAt !== null && lookAgainAt > now ? lookAgainAt : null;
    this.#setLimits(now);
  }

  /** Wider than what the rule needs: it is asked once too often rather than once too rarely. */
  #setLimits(now: EpochMs): void {
    const { on, off, risingBy } = this.#policy.risk;
    const last = lastRiskAlert({ alerts: this.#alerts, now });
    const openOf = (which: string): AlertState | undefined =>
      this.#alerts.find(({ kind, state }) => kind === which && state !== 'resolved');
    const [high, rising] = [openOf('risk-high'), openOf('risk-rising')];
    this.#isOpen = high !== undefined || rising !== undefined;
    this.#replacedAt = this.#isOpen ? this.#nextReplaced(now) : Infinity;
    const began = rising === undefined ? null : roseFrom(rising);
    this.#below = this.#isOpen ? Math.max(off, began ?? -Infinity) : -Infinity;
    const further = last === null ? Infinity : last.riskAtRaise + risingBy - ROUNDING;
    this.#from = Math.min(high === undefined ? on : Infinity, Math.max(off, further));
    this.#forgetsAt = last?.state === 'resolved' ? last.stateSince + MEMORY : Infinity;
  }

  #nextReplaced(now: EpochMs): EpochMs {
    const open = this.#alerts.filter(({ state }) => state !== 'resolved');
    const times = open.map(({ scoreId }) => {
      const { supersededAt: at = null } = this.#stay.scores.find(({ id }) => id === scoreId) ?? {};
      return at !== null && at > now ? at : Infinity;
    });
    return Math.min(...times);
  }
}

/** As the rule compares. */
const ROUNDING = 1e-6;

/** A first ring does not ring again before it is taken note of; so that repeats count, somebody does at once. */
function takenNote(alert: AlertState, at: EpochMs): AlertState {
  if (alert.state !== 'raised') return alert;
  const moved = moveAlert(alert, { to: 'acknowledged', at, by: 'somebody', reason: 'simulated' });
  return moved.ok ? moved.alert : alert;
}

const NOTHING_SUPERSEDED: ReadonlyMap<string, null> = new Map();

const NO_END: EndFinding = {
  ...{ status: 'none', rule: null, at: null, phase: null, deltaTotal: null, deltaMotor: null },
  ...{ referenceAt: null, motorEvaluable: true, repeat: null, definition: null, reason: '' },
};
