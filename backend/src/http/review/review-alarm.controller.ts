import { Controller, Get, HttpCode, NotFoundException, Post, Req } from '@nestjs/common';
import type { ToldAlarm } from '@endwatch/contracts';
import type { Request } from 'express';
import { CalibrationAlarm } from '../../pipeline/calibration-alarm.ts';
import { Clock } from '../../pipeline/ports.ts';
import { Allow } from '../access/allow.ts';
import { AuditLog } from '../access/audit-log.ts';
import { Who, type Visitor } from '../access/visitor.ts';
import { CurrentPolicy } from './current-policy.ts';

/** Who knows that forecasts no longer fit what comes. */
@Controller('api/review/drift/alarm')
export class ReviewAlarmController {
  readonly #alarm: CalibrationAlarm;
  readonly #policies: CurrentPolicy;
  readonly #clock: Clock;
  readonly #audit: AuditLog;

  constructor(alarm: CalibrationAlarm, policies: CurrentPolicy, clock: Clock, audit: AuditLog) {
    this.#alarm = alarm;
    this.#policies = policies;
    this.#clock = clock;
    this.#audit = audit;
  }

  @Get()
  @Allow('review.read')
  async told(): Promise<ToldAlarm> {
    return { alarm: await this.#alarm.told(this.#policies.model.manifest) };
  }

  @Post('seen')
  @HttpCode(204)
  @Allow('settings.manage')
  async seen(@Who() { username }: Visitor, @Req() request: Request): Promise<void> {
    const { manifest } = this.#policies.model;
    const week = await this.#alarm.seen(manifest, username, this.#clock.now());
    if (week === null) throw new NotFoundException('There is no alarm to be seen.');
    await this.#audit.recordOnce(request, { action: 'review.alarm.seen', subject: week });
  }
}
