import { DOCUMENT, Injectable, Injector, type Type, inject } from '@angular/core';
import { firstValueFrom } from 'rxjs';
import { MissingParts } from './missing-parts.ts';

/** Every dialog's heading has it; there is never more than one open. */
const TITLE_ID = 'dialog-title';

/** Dialogs, fetched when first needed: neither they nor the overlay belong to the first paint. */
@Injectable({ providedIn: 'root' })
export class Dialogs {
  private readonly injector = inject(Injector);
  private readonly document = inject(DOCUMENT);
  private readonly missingParts = inject(MissingParts);
  private open = false;

  async showKeys(): Promise<void> {
    await this.show(async () => (await import('../ui/keys-dialog.ts')).KeysDialog, null);
  }

  private async show<Answer>(
    component: () => Promise<Type<unknown>>,
    data: unknown,
  ): Promise<Answer | undefined> {
    if (this.open) return undefined;
    this.open = true;
    try {
      const parts = await Promise.all([import('@angular/cdk/dialog'), component()]).catch(
        () => null,
      );
      if (parts === null) {
        this.missingParts.report(this.document.location.pathname);
        return undefined;
      }
      const [{ Dialog }, content] = parts;
      const opened = this.injector.get(Dialog).open<Answer>(content, {
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
