import { Injectable, type Signal, inject, signal } from '@angular/core';
import { Dialogs } from './dialogs.ts';
import { Keepsake } from './keepsake.ts';

const KEY = 'endwatch.staff-name';

/** Who is at this screen, asked once and kept in the browser until somebody else says who they are. */
@Injectable({ providedIn: 'root' })
export class StaffName {
  private readonly keepsake = inject(Keepsake);
  private readonly dialogs = inject(Dialogs);
  private readonly known = signal<string | null>(this.keepsake.get(KEY));

  readonly name: Signal<string | null> = this.known.asReadonly();

  /** The name, asked for where it is not known; null when the question was closed without an answer. */
  async ask(): Promise<string | null> {
    return this.known() ?? (await this.change());
  }

  async change(): Promise<string | null> {
    const given = await this.dialogs.askName(this.known() ?? '');
    const name = given?.trim() ?? '';
    if (name === '') return null;
    this.known.set(name);
    this.keepsake.set(KEY, name);
    return name;
  }
}
