import { Body, Controller, Get, Put } from '@nestjs/common';
import {
  preferencesChangeSchema,
  type Preferences,
  type PreferencesChange,
} from '@endwatch/contracts';
import { PreferenceStore } from '../pipeline/preference-store.ts';
import { Clock } from '../pipeline/ports.ts';
import { Allow } from './access/allow.ts';
import { Who, type Visitor } from './access/visitor.ts';
import { ZodPipe } from './zod.pipe.ts';

/** What who is signed in has chosen for themselves: nobody reads or changes another's. */
@Controller('api/preferences')
@Allow('board.read')
export class PreferenceController {
  readonly #store: PreferenceStore;
  readonly #clock: Clock;

  constructor(store: PreferenceStore, clock: Clock) {
    this.#store = store;
    this.#clock = clock;
  }

  @Get()
  read(@Who() { username, wards }: Visitor): Promise<Preferences> {
    return this.#store.read(username, wards);
  }

  /** Answers with what is kept: a tick of a stay that is over, or of another ward, is not. */
  @Put()
  async change(
    @Body(new ZodPipe(preferencesChangeSchema)) value: PreferencesChange,
    @Who() visitor: Visitor,
  ): Promise<Preferences> {
    const { username } = visitor;
    await this.#store.write({ username, value, at: this.#clock.now() });
    return this.read(visitor);
  }
}
