import {
  Body,
  ConflictException,
  Controller,
  HttpCode,
  NotFoundException,
  Param,
  Post,
} from '@nestjs/common';
import { acknowledgeSchema, type Acknowledge, type Alert } from '@endwatch/contracts';
import type * as z from 'zod';
import { toAlertView } from '../domain/board/alert-view.ts';
import { AlertCommands, type CommandResult } from '../pipeline/alert-commands.ts';
import { PatientQueries } from '../pipeline/read-ports.ts';
import { resolveSchema, snoozeSchema, takeSchema } from './alert-bodies.ts';
import { ZodPipe } from './zod.pipe.ts';

/** Until accounts say who asks, it is the name that was typed on the board. */
const SOMEBODY = 'somebody at the board';

@Controller('api/alerts')
export class AlertController {
  readonly #commands: AlertCommands;
  readonly #queries: PatientQueries;

  constructor(commands: AlertCommands, queries: PatientQueries) {
    this.#commands = commands;
    this.#queries = queries;
  }

  @Post(':id/acknowledge')
  @HttpCode(200)
  async acknowledge(
    @Param('id') id: string,
    @Body(new ZodPipe(acknowledgeSchema)) asked: Acknowledge,
  ): Promise<Alert> {
    const said = [asked.reason, asked.note].filter((text) => text).join(': ');
    const done = this.#commands.acknowledge(id, {
      by: asked.by ?? SOMEBODY,
      reason: said === '' ? 'Seen' : said,
    });
    return this.#answer(await done);
  }

  @Post(':id/take')
  @HttpCode(200)
  async take(
    @Param('id') id: string,
    @Body(new ZodPipe(takeSchema)) asked: z.output<typeof takeSchema>,
  ): Promise<Alert> {
    return this.#answer(
      await this.#commands.take(id, { by: asked.by ?? SOMEBODY, reason: 'Taken' }),
    );
  }

  @Post(':id/snooze')
  @HttpCode(200)
  async snooze(
    @Param('id') id: string,
    @Body(new ZodPipe(snoozeSchema)) asked: z.output<typeof snoozeSchema>,
  ): Promise<Alert> {
    return this.#answer(await this.#commands.snooze(id, { ...asked, by: asked.by ?? SOMEBODY }));
  }

  @Post(':id/resolve')
  @HttpCode(200)
  async resolve(
    @Param('id') id: string,
    @Body(new ZodPipe(resolveSchema)) asked: z.output<typeof resolveSchema>,
  ): Promise<Alert> {
    return this.#answer(await this.#commands.resolve(id, { ...asked, by: asked.by ?? SOMEBODY }));
  }

  async #answer(result: CommandResult): Promise<Alert> {
    if (result.outcome === 'not-found') throw new NotFoundException('No such alert is open.');
    if (result.outcome === 'refused') throw new ConflictException(result.problem);
    const tile = await this.#queries.boardRow(result.patientId);
    return toAlertView(result.alert, tile?.ward.id ?? '');
  }
}
