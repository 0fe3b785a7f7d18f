import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import type { SoundKind } from './alarm-patterns.ts';
import { NgTemplateOutlet } from '@angular/common';
import { Shortcuts } from '../core/shortcuts.ts';
import { AlarmSound, MUTE_MINUTES } from './alarm-sound.ts';

const TRIES: readonly (readonly [SoundKind, string])[] = [
  ['high', $localize`:@@alert.now:Now`],
  ['medium', $localize`:@@alert.soon:Soon`],
  ['technical', $localize`:@@alert.system:System`],
];

/** Whether alerts sound here, always in sight; and the switch and the mute behind it. */
@Component({
  selector: 'endwatch-sound-control',
  imports: [NgTemplateOutlet],
  templateUrl: './sound-control.html',
  styleUrl: './sound-control.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class SoundControl {
  protected readonly sound = inject(AlarmSound);
  protected readonly keys = inject(Shortcuts).single;

  /** Says it only: on a wall there is nothing to press. */
  readonly wall = input(false);

  protected readonly minutes = MUTE_MINUTES;
  protected readonly tries = TRIES;
  protected readonly isOn = computed(() => this.sound.state() !== 'off');
  protected readonly left = computed(() => {
    const seconds = this.sound.mutedFor();
    return `${String(Math.floor(seconds / 60))}:${String(seconds % 60).padStart(2, '0')}`;
  });
  protected readonly words = computed(() => {
    switch (this.sound.state()) {
      case 'off':
        return $localize`:@@sound.off:Sound off`;
      case 'on':
        return $localize`:@@sound.on:Sound on`;
      case 'muted':
        return $localize`:@@sound.muted:Muted ${this.left()}:time:`;
      case 'waits':
        return $localize`:@@sound.waits:Sound waits: press any key`;
      case 'impossible':
        return $localize`:@@sound.impossible:No sound here`;
    }
  });
}
