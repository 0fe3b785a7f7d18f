import {
  Body,
  ConflictException,
  Controller,
  createParamDecorator,
  ForbiddenException,
  HttpCode,
  NotFoundException,
  Post,
  type ExecutionContext,
} from '@nestjs/common';
import {
  acknowledgeSchema,
  ESCALATION_TARGETS,
  type Acknowledge,
  type Alert,
  type AuditAction,
} from '@endwatch/contracts';
import type { Request } from 'express';
import type * as z from 'zod';
import { toAlertView } from '../domain/board/alert-view.ts';
import { AlertCommands, type Asked, type CommandResult } from '../pipeline/alert-commands.ts';
import { NotificationStore } from '../pipeline/notification-store.ts';
import { PatientQueries } from '../pipeline/read-ports.ts';
import { Allow } from './access/allow.ts';
import { AuditLog } from './access/audit-log.ts';
import { PatientAccess } from './access/patient-access.ts';
import type { VisitedRequest, Visitor } from './access/visitor.ts';
import { declineSchema, resolveSchema, snoozeSchema, takeSchema } from './alert-bodies.ts';
import { ZodPipe } from './zod.pipe.ts';

/** As the audit says it: `alert.take`. */
type Act = AuditAction extends infer Each
  ? Each extends `alert.${infer What}`
    ? What
    : never
  : never;

/** Who does something about which alert. */
interface Asking {
  readonly id: string;
  readonly visitor: Visitor;
  readonly request: Request;
}

const Asking = createParamDecorator((_: unknown, context: ExecutionContext): Asking => {
  const request = context.switchToHttp().getRequest<VisitedRequest>();
  const { visitor } = request;
  if (!visitor) throw new ForbiddenException('Nobody is signed in.');
  return { id: String(request.params.id), visitor, request };
});

@Controller('api/alerts')
@Allow('alert.act')
export class AlertController {
  readonly #commands: AlertCommands;
  readonly #queries: PatientQueries;
  readonly #access: PatientAccess;
  readonly #audit: AuditLog;
  readonly #notices: NotificationStore;

  constructor(
    commands: AlertCommands,
    queries: PatientQueries,
    access: PatientAccess,
    audit: AuditLog,
    notices: NotificationStore,
  ) {
    this.#commands = commands;
    this.#queries = queries;
    this.#access = access;
    this.#audit = audit;
    this.#notices = notices;
  }

  @Post(':id/acknowledge')
  @HttpCode(200)
  acknowledge(
    @Asking() asking: Asking,
    @Body(new ZodPipe(acknowledgeSchema)) asked: Acknowledge,
  ): Promise<Alert> {
    const said = [asked.reason, asked.note].filter((text) => text).join(': ');
    const reason = said === '' ? 'Seen' : said;
    return this.#act({ ...asking, what: 'acknowledge' }, (id, who) =>
      this.#commands.acknowledge(id, { ...who, reason }),
    );
  }

  @Post(':id/take')
  @HttpCode(200)
  take(
    @Asking() asking: Asking,
    @Body(new ZodPipe(takeSchema)) { over }: z.output<typeof takeSchema>,
  ): Promise<Alert> {
    return this.#act({ ...asking, what: 'take' }, (id, who) =>
      this.#commands.take(id, {
        ...who,
        reason: over ? 'Taken over' : 'Taken',
        over: over === true,
      }),
    );
  }

  @Post(':id/snooze')
  @HttpCode(200)
  snooze(
    @Asking() asking: Asking,
    @Body(new ZodPipe(snoozeSchema)) asked: z.output<typeof snoozeSchema>,
  ): Promise<Alert> {
    return this.#act({ ...asking, what: 'snooze' }, (id, who) =>
      this.#commands.snooze(id, { ...asked, ...who }),
    );
  }

  @Post(':id/resolve')
  @HttpCode(200)
  resolve(
    @Asking() asking: Asking,
    @Body(new ZodPipe(resolveSchema)) { reason }: z.output<typeof resolveSchema>,
  ): Promise<Alert> {
    return this.#act({ ...asking, what: 'resolve' }, (id, who) =>
      this.#commands.resolve(id, { ...who, reason }),
    );
  }

  @Post(':id/decline')
  @HttpCode(200)
  decline(
    @Asking() asking: Asking,
    @Body(new ZodPipe(declineSchema)) { reason }: z.output<typeof declineSchema>,
  ): Promise<Alert> {
    return this.#act({ ...asking, what: 'decline' }, async (id, who) => {
      const told = await this.#notices.toldOf([id]);
      const last = told.get(id)?.findLast(({ username }) => username === who.account);
      const duty = ESCALATION_TARGETS.find((each) => each === last?.stage) ?? null;
      return this.#commands.decline(id, { ...who, reason, duty });
    });
  }

  async #act(
    { id, what, visitor, request }: Asking & { readonly what: Act },
    command: (id: string, who: Pick<Asked, 'by' | 'account'>) => Promise<CommandResult>,
  ): Promise<Alert> {
    await this.#access.assert(visitor, await this.#commands.patientOf(id));
    const result = await command(id, { by: visitor.name, account: visitor.username });
    if (result.outcome === 'not-found') throw new NotFoundException('No such alert is open.');
    if (result.outcome === 'refused') throw new ConflictException(result.problem);
    const { patientId } = result;
    const tile = await this.#queries.boardRow(patientId);
    const wardId = tile?.ward.id ?? null;
    await this.#audit.record(request, { action: `alert.${what}`, subject: id, patientId, wardId });
    return toAlertView(result.alert, wardId ?? '');
  }
}
