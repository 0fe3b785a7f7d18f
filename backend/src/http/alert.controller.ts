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
import * as z from 'zod';
import { toAlertView } from '../domain/board/alert-view.ts';
import {
  AlertCommands,
  LONGEST_SNOOZE_MINUTES,
  type CommandResult,
} from '../pipeline/alert-commands.ts';
import { PatientQueries } from '../pipeline/read-ports.ts';
import { ZodPipe } from './zod.pipe.ts';

const by = z.string().trim().min(1).max(80).optional();
const reason = z.string().trim().min(1).max(200);
const snooze = z.object({
  minutes: z.number().int().min(1).max(LONGEST_SNOOZE_MINUTES),
  reason,
  by,
});
const resolve = z.object({ reason, by });
const take = z.object({ by });

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
    @Body(new ZodPipe(take)) asked: z.output<typeof take>,
  ): Promise<Alert> {
    return this.#answer(
      await this.#commands.take(id, { by: asked.by ?? SOMEBODY, reason: 'Taken' }),
    );
  }

  @Post(':id/snooze')
  @HttpCode(200)
  async snooze(
    @Param('id') id: string,
    @Body(new ZodPipe(snooze)) asked: z.output<typeof snooze>,
  ): Promise<Alert> {
    return this.#answer(await this.#commands.snooze(id, { ...asked, by: asked.by ?? SOMEBODY }));
  }

  @Post(':id/resolve')
  @HttpCode(200)
  async resolve(
    @Param('id') id: string,
    @Body(new ZodPipe(resolve)) asked: z.output<typeof resolve>,
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
