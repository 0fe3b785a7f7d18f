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

  /** The process runs and its event loop turns; parts are as they were when somebody looked last, so that nothing is waited for. */
  @Get('health/live')
  @HttpCode(200)
  live(): object {
    const parts = this.#health.seen().map(([part, up]) => [part, { state: up ? 'up' : 'down' }]);
    return { status: 'up', parts: Object.fromEntries(parts) as object };
  }

  /** 503 when this process cannot do its work; parts that it can do without are told as they are. */
  @Get('health/ready')
  async ready(@Res({ passthrough: true }) response: Response): Promise<object> {
    const { ready, parts } = await this.#health.readiness();
    response.status(ready ? 200 : 503);
    return { status: ready ? 'up' : 'down', parts };
  }

  @Get('metrics')
  async scrape(@Res() response: Response): Promise<void> {
    response.type(this.#metrics.registry.contentType).send(await this.#metrics.registry.metrics());
  }
}
