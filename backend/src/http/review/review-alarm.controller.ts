import { Controller, Get, HttpCode, NotFoundException, Post, Req } from '@nestjs/common';
import type { ToldAlarm } from '@endwatch/contracts';
import type { Request } from 'express';
import { alarmCsv } from '../../domain/review/quality-csv.ts';
import { CalibrationAlarm } from '../../pipeline/calibration-alarm.ts';
import { Allow } from '../access/allow.ts';
import { AuditLog } from '../access/audit-log.ts';
import { Who, type Visitor } from '../access/visitor.ts';
import { CurrentPolicy } from './current-policy.ts';
import { ReviewDesk } from './review-desk.ts';

/** Who knows that forecasts no longer fit what comes. */
@Controller('api/review/drift/alarm')
export class ReviewAlarmController {
  readonly #alarm: CalibrationAlarm;
  readonly #policies: CurrentPolicy;
  readonly #desk: ReviewDesk;
  readonly #audit: AuditLog;

  constructor(alarm: CalibrationAlarm, policies: CurrentPolicy, desk: ReviewDesk, audit: AuditLog) {
    this.#alarm = alarm;
    this.#policies = policies;
    this.#desk = desk;
    this.#audit = audit;
  }

  @Get()
  @Allow('review.read')
  async told(@Req() request: Request): Promise<ToldAlarm | string> {
    const json = { alarm: await this.#alarm.told(this.#policies.model.manifest) };
    const answer = { view: 'drift-alarm', json, csv: alarmCsv };
    return this.#desk.answer<ToldAlarm>(request, answer);
  }

  @Post('seen')
  @HttpCode(204)
  @Allow('settings.manage')
  async seen(@Who() { username }: Visitor, @Req() request: Request): Promise<void> {
    const { manifest } = this.#policies.model;
    const week = await this.#alarm.seen(manifest, username, this.#desk.now());
    if (week === null) throw new NotFoundException('There is no alarm to be seen.');
    await this.#audit.recordOnce(request, { action: 'review.alarm.seen', subject: week });
  }
}
