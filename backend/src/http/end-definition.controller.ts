import { Body, Controller, Get, HttpCode, Post, Put, Req } from '@nestjs/common';
import { DAY, END_PAPER, endThresholds, type EndDefinition } from '@endwatch/clinical';
import {
  endDefinitionChangeSchema,
  endDefinitionTrialSchema,
  type EndDefinitionPreview,
  type EndDefinitionView,
  type EndRuleView,
} from '@endwatch/contracts';
import type { Request } from 'express';
import type * as z from 'zod';
import { isoTime } from '../domain/board/iso-time.ts';
import { endDefinitionOf, isForecast } from '../domain/end/house-end.ts';
import { EndStore, HOLDS_AFTER } from '../pipeline/end-setting.ts';
import { Clock } from '../pipeline/ports.ts';
import { ReviewViews } from '../pipeline/review-views/review-views.ts';
import { Allow } from './access/allow.ts';
import { AuditLog } from './access/audit-log.ts';
import { Who, type Visitor } from './access/visitor.ts';
import { ZodPipe } from './zod.pipe.ts';

type Change = z.output<typeof endDefinitionChangeSchema>;
type Trial = z.output<typeof endDefinitionTrialSchema>;

/** How far back a trial looks. */
const PREVIEW = 14 * DAY;

/** From which rise of the NIHSS the house speaks of END; each change is a version of its own. */
@Controller('api')
export class EndDefinitionController {
  readonly #store: EndStore;
  readonly #views: ReviewViews;
  readonly #clock: Clock;
  readonly #audit: AuditLog;

  constructor(store: EndStore, views: ReviewViews, clock: Clock, audit: AuditLog) {
    this.#store = store;
    this.#views = views;
    this.#clock = clock;
    this.#audit = audit;
  }

  /** For whoever reads a forecast. */
  @Get('end-definition')
  @Allow('board.read')
  async rule(): Promise<EndRuleView> {
    return ruleOf(await this.#newest());
  }

  @Get('settings/end-definition')
  @Allow('settings.manage')
  async read(): Promise<EndDefinitionView> {
    const versions = await this.#store.versions(null);
    return {
      ...ruleOf(await this.#newest()),
      own: (versions[0]?.value ?? null) !== null,
      versions: versions.map(({ at, by, byName, value }) => ({
        at: isoTime(at),
        by,
        byName,
        definition: value,
      })),
    };
  }

  /** Judges what becomes known from then on; what was found stays found, by the definition that found it. */
  @Put('settings/end-definition')
  @Allow('settings.manage')
  async change(
    @Body(new ZodPipe(endDefinitionChangeSchema)) { definition }: Change,
    @Who() visitor: Visitor,
    @Req() request: Request,
  ): Promise<EndDefinitionView> {
    const at = this.#clock.now() + HOLDS_AFTER;
    await this.#store.add({ ward: null, value: definition, at, by: visitor.username });
    await this.#audit.record(request, {
      ...{ action: 'settings.change', subject: 'END definition', detail: { definition } },
    });
    return this.read();
  }

  /** Changes nothing. */
  @Post('settings/end-definition/preview')
  @Allow('settings.manage')
  @HttpCode(200)
  async preview(
    @Body(new ZodPipe(endDefinitionTrialSchema)) { definition }: Trial,
  ): Promise<EndDefinitionPreview> {
    const [now, today] = [this.#clock.now(), await this.#newest()];
    const tried = endDefinitionOf(definition);
    return this.#views.ask('end-trial', { tried, today, since: now - PREVIEW, now });
  }

  /** The one that was set last, whether it holds already or in a moment. */
  async #newest(): Promise<EndDefinition> {
    const [newest] = await this.#store.newest();
    return newest?.value ? endDefinitionOf(newest.value) : END_PAPER;
  }
}

function ruleOf(house: EndDefinition): EndRuleView {
  return {
    house: endThresholds(house),
    forecast: endThresholds(END_PAPER),
    differs: !isForecast(house),
  };
}
