import {
  ChangeDetectionStrategy,
  Component,
  computed,
  effect,
  inject,
  input,
  output,
  signal,
} from '@angular/core';
import { DUTIES, type RotaImport, type ShiftView } from '@endwatch/contracts';
import { WardApi, wordsOf } from '../core/ward-api.ts';
import { clockTime, dateAndTime } from '../words/ages.ts';
import { dutyWord } from '../words/on-call-words.ts';
import { serverWords } from '../words/server-words.ts';

const DAY = 86_400_000;

/** A calendar file is tried first: what it would change, and what of it nobody understands. Then it is taken. */
@Component({
  selector: 'endwatch-rota-import',
  templateUrl: './rota-import.html',
  styleUrl: './rota-import.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class RotaImportForm {
  private readonly api = inject(WardApi);

  /** For events that do not say of which ward they are; null = every ward. */
  readonly ward = input.required<string | null>();
  readonly done = output();

  protected readonly duties = DUTIES;
  protected readonly dutyWord = dutyWord;
  protected readonly reason = serverWords;
  protected readonly noName = $localize`:@@rota.import.no-name:without a name`;
  protected readonly file = signal<File | null>(null);
  /** For events that do not say as what somebody is on duty. */
  protected readonly duty = signal('');
  protected readonly preview = signal<RotaImport | null>(null);
  protected readonly problem = signal<string | null>(null);
  protected readonly busy = signal(false);

  protected readonly changes = computed(() => {
    const preview = this.preview();
    if (preview === null) return [];
    return [
      ...preview.add.map((shift) => ({
        mark: $localize`:@@rota.import.new:New`,
        words: words(shift),
      })),
      ...preview.change.map(({ before, after }) => ({
        mark: $localize`:@@rota.import.changed:Changed`,
        words: $localize`:@@rota.import.becomes:${words(before)}:before: becomes ${words(after)}:after:`,
      })),
      ...preview.withdraw.map((shift) => ({
        mark: $localize`:@@rota.import.withdrawn:Withdrawn`,
        words: words(shift),
      })),
    ];
  });

  constructor() {
    // What was tried for one ward is not what would happen on another.
    effect(() => {
      this.ward();
      this.preview.set(null);
    });
  }

  protected choose(files: FileList | null): void {
    this.file.set(files?.item(0) ?? null);
    this.preview.set(null);
    this.problem.set(null);
  }

  protected chooseDuty(duty: string): void {
    this.duty.set(duty);
    this.preview.set(null);
  }

  protected at(iso: string | null): string {
    return iso === null ? '' : dateAndTime(Date.parse(iso));
  }

  protected async send(dryRun: boolean): Promise<void> {
    const file = this.file();
    if (file === null || this.busy()) return;
    this.busy.set(true);
    this.problem.set(null);
    try {
      const [ward, duty] = [this.ward(), this.duty()];
      const asked = new URLSearchParams({
        ...{ dryRun: String(dryRun), ...(ward !== null && { ward }) },
        ...(duty !== '' && { duty }),
      });
      const url = `/api/rota/import?${asked.toString()}`;
      const answer = await this.api.sendText<RotaImport>(url, await file.text(), 'text/calendar');
      this.preview.set(answer);
      if (!dryRun && answer.refused.length === 0) this.done.emit();
    } catch (error) {
      this.problem.set(wordsOf(error));
    } finally {
      this.busy.set(false);
    }
  }
}

/** "Ada Lovelace, first on call, 9 Nov 08:00 – 20:00". */
function words({ name, duty, from, to }: ShiftView): string {
  const [start, end] = [Date.parse(from), Date.parse(to)];
  const until = end - start < DAY ? clockTime(end) : dateAndTime(end);
  return `${name}, ${dutyWord(duty)}, ${dateAndTime(start)} – ${until}`;
}
