import { Injectable, Injector, type Type, inject } from '@angular/core';
import { firstValueFrom } from 'rxjs';

/** Every dialog's heading has it; there is never more than one open. */
const TITLE_ID = 'dialog-title';

/** Dialogs, fetched when first needed: neither they nor the overlay belong to the first paint. */
@Injectable({ providedIn: 'root' })
export class Dialogs {
  private readonly injector = inject(Injector);
  private open = false;

  /** Null when closed without an answer. */
  async askName(current: string): Promise<string | null> {
    const { NameDialog } = await import('../ui/name-dialog.ts');
    return (await this.show<string>(NameDialog, current)) ?? null;
  }

  async showKeys(): Promise<void> {
    const { KeysDialog } = await import('../ui/keys-dialog.ts');
    await this.show(KeysDialog, null);
  }

  private async show<Answer>(component: Type<unknown>, data: unknown): Promise<Answer | undefined> {
    if (this.open) return undefined;
    this.open = true;
    try {
      const { Dialog } = await import('@angular/cdk/dialog');
      const opened = this.injector.get(Dialog).open<Answer>(component, {
        data,
        backdropClass: 'scrim',
        autoFocus: 'first-tabbable',
        ariaLabelledBy: TITLE_ID,
      });
      return await firstValueFrom(opened.closed);
    } finally {
      this.open = false;
    }
  }
}
