import { Body, Controller, Get, Put, Query, Req } from '@nestjs/common';
import { MINUTE } from '@endwatch/clinical';
import {
  ESCALATION_KEYS,
  escalationChangeSchema,
  type Escalation,
  type EscalationChange,
  type EscalationView,
} from '@endwatch/contracts';
import type { Request } from 'express';
import * as z from 'zod';
import type { EscalationPolicy } from '../domain/alerting/escalation.ts';
import { Clock } from '../pipeline/ports.ts';
import {
  EscalationSetting,
  EscalationStore,
  escalationOf,
} from '../pipeline/escalation-setting.ts';
import { Allow } from './access/allow.ts';
import { AuditLog } from './access/audit-log.ts';
import { Who, type Visitor } from './access/visitor.ts';
import { SiteTime } from './site-time.ts';
import { ZodPipe } from './zod.pipe.ts';

const query = z.object({ ward: z.string().min(1).max(200).optional() });

/** What a house decides for itself; each change is a version of its own. */
@Controller('api/settings/escalation')
@Allow('settings.manage')
export class SettingsController {
  readonly #store: EscalationStore;
  readonly #settings: EscalationSetting;
  readonly #clock: Clock;
  readonly #audit: AuditLog;
  readonly #site: SiteTime;

  constructor(
    store: EscalationStore,
    settings: EscalationSetting,
    clock: Clock,
    audit: AuditLog,
    site: SiteTime,
  ) {
    this.#site = site;
    this.#store = store;
    this.#settings = settings;
    this.#clock = clock;
    this.#audit = audit;
  }

  @Get()
  async read(
    @Query(new ZodPipe(query)) { ward = null }: { ward?: string | null },
  ): Promise<EscalationView> {
    await this.#settings.refresh();
    const versions = await this.#store.versions(ward);
    return {
      ward,
      timeZone: this.#site.timeZone,
      value: viewOf(this.#settings.of(ward)),
      own: (versions[0]?.value ?? null) !== null,
      versions: versions.map(({ at, by, byName, value }) => ({
        ...{
          at: new Date(at).toISOString(),
          by,
          byName,
          value: value && viewOf(escalationOf(value)),
        },
      })),
    };
  }

  /** Holds within seconds, for what is raised or goes on from then. */
  @Put()
  async change(
    @Body(new ZodPipe(escalationChangeSchema)) { ward, value }: EscalationChange,
    @Who() visitor: Visitor,
    @Req() request: Request,
  ): Promise<EscalationView> {
    await this.#store.add({
      ...{ ward, value: value && policyOf(value) },
      ...{ at: this.#clock.now(), by: visitor.username },
    });
    await this.#audit.record(request, {
      ...{ action: 'settings.change', wardId: ward, subject: 'escalation', detail: { value } },
    });
    return this.read({ ward });
  }
}

function policyOf(value: Escalation): EscalationPolicy {
  const rules = ESCALATION_KEYS.map((key) => {
    const { steps, repeatMinutes, remindMinutes } = value[key];
    return [
      key,
      {
        steps: steps.map(({ to, minutes }) => ({ to, wait: minutes * MINUTE })),
        repeat: repeatMinutes === null ? null : repeatMinutes * MINUTE,
        remindAfter: remindMinutes === null ? null : remindMinutes * MINUTE,
      },
    ];
  });
  const { quietHours, shiftEnds } = value;
  const hours = { quietHours, shiftEnds: shiftEnds.toSorted() };
  return { ...Object.fromEntries(rules), ...hours } as EscalationPolicy;
}

function viewOf(policy: EscalationPolicy): Escalation {
  const rules = ESCALATION_KEYS.map((key) => {
    const { steps, repeat, remindAfter } = policy[key];
    return [
      key,
      {
        steps: steps.map(({ to, wait }) => ({ to, minutes: Math.round(wait / MINUTE) })),
        repeatMinutes: repeat === null ? null : Math.round(repeat / MINUTE),
        remindMinutes: remindAfter === null ? null : Math.round(remindAfter / MINUTE),
      },
    ];
  });
  const { quietHours, shiftEnds } = policy;
  return { ...Object.fromEntries(rules), quietHours, shiftEnds } as Escalation;
}
