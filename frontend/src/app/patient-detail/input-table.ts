import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import type { EpochMs } from '@endwatch/clinical';
import type { PatientDetail } from '@endwatch/contracts';
import { ageOf, dateAndTime } from '../words/ages.ts';
import { measured } from '../words/figures.ts';
import { inputWord, statusWord, unitWord } from '../words/input-words.ts';

type Input = PatientDetail['inputs'][number];

const USE_WORDS: Readonly<Record<Input['usedAs'], string>> = {
  measured: $localize`:@@patient.use.measured:Measured`,
  'carried-forward': $localize`:@@patient.use.carried:Carried forward`,
  missing: $localize`:@@patient.use.missing:Missing`,
};

/** Everything Endwatch understands of this patient, with age and source beside each value. */
@Component({
  selector: 'endwatch-input-table',
  template: `
    <div
      class="scroll"
      tabindex="0"
      role="region"
      aria-label="Table of inputs"
      i18n-aria-label="@@patient.inputs-table"
    >
      <table>
        <thead>
          <tr>
            <th scope="col" i18n="@@patient.inputs.what">What</th>
            <th scope="col" class="figure" i18n="@@patient.inputs.value">Value</th>
            <th scope="col" i18n="@@patient.inputs.unit">Unit</th>
            <th scope="col" class="figure" i18n="@@patient.inputs.age">Age</th>
            <th scope="col" i18n="@@patient.inputs.used-as">Used as</th>
            <th scope="col" class="origin" i18n="@@patient.inputs.status">Status</th>
            <th scope="col" class="origin" i18n="@@patient.inputs.source">Source</th>
          </tr>
        </thead>
        <tbody>
          @for (line of lines(); track line.name) {
            <tr [attr.data-use]="line.usedAs">
              <th scope="row">{{ line.word }}</th>
              <td class="figure value">{{ line.value }}</td>
              <td>{{ line.unit }}</td>
              <td class="figure" [title]="line.at">{{ line.age }}</td>
              <td>{{ line.use }}</td>
              <td class="origin">{{ line.status }}</td>
              <td class="origin" [title]="line.source">{{ line.sourceWord }}</td>
            </tr>
          } @empty {
            <tr>
              <td colspan="7" i18n="@@patient.inputs.none">Nothing has arrived yet.</td>
            </tr>
          }
        </tbody>
      </table>
    </div>
  `,
  styles: `
    .scroll {
      overflow-x: auto;
    }
    table {
      width: 100%;
      border-collapse: collapse;
      white-space: nowrap;
    }
    th,
    td {
      padding: 5px 12px 5px 0;
      border-block-start: 1px solid var(--line);
      text-align: start;
      font-weight: 400;
    }
    thead th {
      border: 0;
      color: var(--ink-quiet);
      font-size: 12px;
    }
    /* Long ones go on in a second line, so that the source is not cut off. */
    tbody th {
      min-width: 120px;
      white-space: normal;
    }
    .figure {
      text-align: end;
    }
    .value {
      font-size: 15px;
      font-weight: 600;
    }
    td {
      color: var(--ink-soft);
    }
    .value {
      color: var(--ink);
    }
    [data-use='missing'] th,
    [data-use='missing'] td {
      color: var(--ink-quiet);
    }
    [data-use='carried-forward'] .value {
      font-weight: 400;
    }
    @media (max-width: 600px) {
      table {
        white-space: normal;
      }
      th,
      td {
        padding-inline-end: 10px;
      }
      .origin {
        display: none;
      }
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class InputTable {
  readonly inputs = input.required<readonly Input[]>();
  readonly now = input.required<EpochMs>();

  protected readonly lines = computed(() =>
    this.inputs().map((one) => ({
      name: one.name,
      word: inputWord(one.name),
      value: one.value === null ? '–' : `${one.comparator ?? ''}${measured(one.value)}`,
      unit: one.value === null ? '' : unitWord(one.unit),
      age: ageOf(one.effectiveAt, this.now()),
      at: one.effectiveAt === null ? '' : dateAndTime(Date.parse(one.effectiveAt)),
      usedAs: one.usedAs,
      use:
        one.usedAs === 'missing' && one.value !== null
          ? $localize`:@@patient.use.too-old:Too old, not used`
          : USE_WORDS[one.usedAs],
      status: one.status === 'final' ? '' : statusWord(one.status ?? ''),
      source: one.source ?? '',
      sourceWord: sourceWord(one.source),
    })),
  );
}

/** The last part of an address like `urn:hospital:laboratory` is what tells senders apart. */
function sourceWord(source: string | null): string {
  return source?.split(/[:/#]/).findLast((part) => part !== '') ?? '';
}
