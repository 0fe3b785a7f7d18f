import { Body, Controller, Get, NotFoundException, Put, Req } from '@nestjs/common';
import { wardPlacesChangeSchema, type KnownWard, type WardPlacesChange } from '@endwatch/contracts';
import type { Request } from 'express';
import { isoTime } from '../domain/board/iso-time.ts';
import { knownWards } from '../domain/board/known-wards.ts';
import { Clock } from '../pipeline/ports.ts';
import { PlaceQueries, WardPlacesStore } from '../pipeline/ward-places.ts';
import { Allow } from './access/allow.ts';
import { AuditLog } from './access/audit-log.ts';
import { Who, type Visitor } from './access/visitor.ts';
import { ZodPipe } from './zod.pipe.ts';

/** How wards and beds are shown, whatever the hospital's messages say of them; each change is a version of its own. */
@Controller('api/settings/wards')
@Allow('settings.manage')
export class WardPlacesController {
  readonly #store: WardPlacesStore;
  readonly #places: PlaceQueries;
  readonly #clock: Clock;
  readonly #audit: AuditLog;

  constructor(store: WardPlacesStore, places: PlaceQueries, clock: Clock, audit: AuditLog) {
    this.#store = store;
    this.#places = places;
    this.#clock = clock;
    this.#audit = audit;
  }

  @Get()
  async read(): Promise<readonly KnownWard[]> {
    const { directory, boards } = await this.#places.read();
    const versions = Map.groupBy(await this.#store.all(), ({ ward }) => ward);
    return knownWards(directory, boards)
      .map((ward) => ({
        ...ward,
        versions: (versions.get(ward.id) ?? []).map(({ at, by, byName, value }) => ({
          ...{ at: isoTime(at), by, byName, places: value },
        })),
      }))
      .toSorted((a, b) => a.streamName.localeCompare(b.streamName, 'en', { numeric: true }));
  }

  /** Holds from the next look at a board or a list of wards. Who lies in a hidden bed, or on a hidden ward, is shown all the same. */
  @Put()
  async change(
    @Body(new ZodPipe(wardPlacesChangeSchema)) { ward, places }: WardPlacesChange,
    @Who() visitor: Visitor,
    @Req() request: Request,
  ): Promise<readonly KnownWard[]> {
    const known = await this.read();
    if (!known.some(({ id }) => id === ward)) throw new NotFoundException('There is no such ward.');
    const at = this.#clock.now();
    await this.#store.add({ ward, value: places, at, by: visitor.username });
    await this.#audit.record(request, {
      ...{ action: 'settings.change', wardId: ward, subject: 'ward and beds', detail: { places } },
    });
    return this.read();
  }
}
