import { ChangeDetectionStrategy, Component, input } from '@angular/core';

@Component({
  selector: 'endwatch-patient-page',
  template: `<main>{{ id() }}</main>`,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class PatientPage {
  readonly id = input.required<string>();
}
