import { Controller, Get, HttpCode, Res } from '@nestjs/common';
import type { Response } from 'express';
import { Health } from './health.ts';
import { Metrics } from './metrics.ts';

@Controller()
export class HealthController {
  readonly #health: Health;
  readonly #metrics: Metrics;

  constructor(health: Health, metrics: Metrics) {
    this.#health = health;
    this.#metrics = metrics;
  }

  /** The process runs and its event loop turns. */
  @Get('health/live')
  @HttpCode(200)
  live(): object {
    return { status: 'up' };
  }

  @Get('health/ready')
  async ready(@Res({ passthrough: true }) response: Response): Promise<object> {
    const parts = await this.#health.parts();
    const up = Object.values(parts).every((part) => part.up);
    response.status(up ? 200 : 503);
    return { status: up ? 'up' : 'down', parts };
  }

  @Get('metrics')
  async scrape(@Res() response: Response): Promise<void> {
    response.type(this.#metrics.registry.contentType).send(await this.#metrics.registry.metrics());
  }
}
