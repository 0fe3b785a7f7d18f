import { Body, Controller, Get, Put, Req } from '@nestjs/common';
import { wallChangeSchema, type WallChange, type WallSettingView } from '@endwatch/contracts';
import type { Request } from 'express';
import { Clock } from '../pipeline/ports.ts';
import { WallSetting, WallStore } from '../pipeline/wall-setting.ts';
import { Allow } from './access/allow.ts';
import { AuditLog } from './access/audit-log.ts';
import { Who, type Visitor } from './access/visitor.ts';
import { ZodPipe } from './zod.pipe.ts';

/** Whether screens on the wall show names or initials; each change is a version of its own. */
@Controller('api/settings/wall')
@Allow('settings.manage')
export class WallController {
  readonly #store: WallStore;
  readonly #setting: WallSetting;
  readonly #clock: Clock;
  readonly #audit: AuditLog;

  constructor(store: WallStore, setting: WallSetting, clock: Clock, audit: AuditLog) {
    this.#store = store;
    this.#setting = setting;
    this.#clock = clock;
    this.#audit = audit;
  }

  @Get()
  async read(): Promise<WallSettingView> {
    await this.#setting.refresh();
    const versions = await this.#store.versions(null);
    return {
      names: this.#setting.names,
      own: (versions[0]?.value ?? null) !== null,
      versions: versions.map(({ at, by, byName, value }) => ({
        ...{ at: new Date(at).toISOString(), by, byName, names: value },
      })),
    };
  }

  /** Holds at once for the screens of this process, within seconds for those of others. */
  @Put()
  async change(
    @Body(new ZodPipe(wallChangeSchema)) { names }: WallChange,
    @Who() visitor: Visitor,
    @Req() request: Request,
  ): Promise<WallSettingView> {
    const by = visitor.username;
    await this.#store.add({ ward: null, value: names, at: this.#clock.now(), by });
    await this.#audit.record(request, {
      ...{ action: 'settings.change', subject: 'wall', detail: { names } },
    });
    return this.read();
  }
}
