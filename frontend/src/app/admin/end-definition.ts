import {
  ChangeDetectionStrategy,
  Component,
  DestroyRef,
  computed,
  inject,
  signal,
} from '@angular/core';
import type {
  EndDefinitionChange,
  EndDefinitionPreview,
  EndDefinitionSetting,
  EndDefinitionTrial,
  EndDefinitionView,
} from '@endwatch/contracts';
import { Attempts } from '../core/attempts.ts';
import { EndRule } from '../core/end-rule.ts';
import { WardApi } from '../core/ward-api.ts';
import { PageHead } from '../ui/page-head.ts';
import { accountWords } from '../words/account-words.ts';
import { dateAndTime } from '../words/ages.ts';
import { endProblem, endWords, isSameEnd, otherEndWords } from '../words/end-words.ts';
import { SettingVersions } from './setting-versions.ts';

const PATH = '/api/settings/end-definition';
/** Somebody who types asks nothing; a definition that rests this long does. */
const REST_MS = 250;

/** From which rise of the NIHSS the house speaks of END, with what that would have found in the stays of the last fortnight. */
@Component({
  selector: 'endwatch-end-definition',
  imports: [PageHead, SettingVersions],
  templateUrl: './end-definition.html',
  styleUrls: ['./admin.scss', './escalation.scss', './examination-schedule.scss'],
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class EndDefinitionPage {
  private readonly api = inject(WardApi);
  private readonly rule = inject(EndRule);
  private timer: ReturnType<typeof setTimeout> | undefined;

  protected readonly view = signal<EndDefinitionView | null>(null);
  protected readonly draft = signal<EndDefinitionSetting | null>(null);
  protected readonly preview = signal<EndDefinitionPreview | null>(null);
  private readonly attempts = new Attempts();
  protected readonly failed = this.attempts.problem;
  protected readonly saved = signal(false);
  protected readonly endWords = endWords;

  protected readonly wrong = computed(() => {
    const draft = this.draft();
    return draft === null ? null : endProblem(draft);
  });
  protected readonly isHolding = computed(() => {
    const [draft, view] = [this.draft(), this.view()];
    return draft === null || view === null || isSameEnd(draft, view.house);
  });
  /** What would be said beside every forecast. */
  protected readonly besideForecast = computed(() => {
    const [house, view] = [this.draft(), this.view()];
    if (house === null || view === null || this.wrong() !== null) return null;
    const { forecast } = view;
    return otherEndWords({ house, forecast, differs: !isSameEnd(house, forecast) });
  });

  protected readonly holdingWords = $localize`:@@settings.end.holds:This definition holds now`;
  /** What holds once what is set here is taken back. */
  protected readonly back = computed(() =>
    this.view()?.own === true ? $localize`:@@settings.take-back:As shipped` : null,
  );
  protected readonly lines = computed(() =>
    (this.view()?.versions ?? []).map(({ at, by, byName, definition }) => {
      const from = $localize`:@@settings.end.version-from:from ${dateAndTime(Date.parse(at))}:time: on, ${accountWords(by, byName)}:name:`;
      const shipped = $localize`:@@settings.version.as-shipped:as shipped`;
      return `${from}: ${definition === null ? shipped : endWords(definition)}`;
    }),
  );

  constructor() {
    void this.exchange();
    inject(DestroyRef).onDestroy(() => {
      clearTimeout(this.timer);
    });
  }

  protected set(part: Partial<EndDefinitionSetting>): void {
    const draft = this.draft();
    if (draft === null) return;
    this.saved.set(false);
    this.draft.set({ ...draft, ...part });
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.ask(), REST_MS);
  }

  protected async save(definition: EndDefinitionSetting | null): Promise<void> {
    if (!(await this.exchange({ definition }))) return;
    this.saved.set(true);
    await this.rule.ask();
  }

  /** What the draft would have found; what was asked of a draft before it is not shown any more. */
  private async ask(): Promise<void> {
    const definition = this.draft();
    if (definition === null || endProblem(definition) !== null) return;
    const trial: EndDefinitionTrial = { definition };
    await this.attempts.run(async () => {
      const preview = await this.api.send<EndDefinitionPreview>(`${PATH}/preview`, trial);
      if (this.draft() === definition) this.preview.set(preview);
    });
  }

  private exchange(change?: EndDefinitionChange): Promise<boolean> {
    return this.attempts.run(async () => {
      const method = change ? 'PUT' : 'GET';
      const view = await this.api.send<EndDefinitionView>(PATH, change, method);
      this.view.set(view);
      this.draft.set(view.house);
      await this.ask();
    });
  }
}
