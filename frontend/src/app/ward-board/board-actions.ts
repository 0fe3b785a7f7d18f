import { Injectable, inject } from '@angular/core';
import type { Alert, BoardRow } from '@endwatch/contracts';
import { Acknowledgement } from '../core/acknowledgement.ts';
import { Dialogs } from '../core/dialogs.ts';
import { MyPatients } from '../core/my-patients.ts';
import { SeenMarks } from '../core/seen-marks.ts';
import { Theme } from '../core/theme.ts';
import { AlarmSound } from '../sound/alarm-sound.ts';
import { needsSomebody, worstAlert } from '../words/alert-words.ts';
import type { BoardAction } from '../words/board-keys.ts';
import { aboutPatient } from '../words/patient-words.ts';
import { type BoardMode, BoardView } from './board-view.ts';

/** Somebody takes note of an alert; `reason`: one of those for its kind, where they chose one. */
export interface Acknowledging {
  readonly alert: Alert;
  readonly row: BoardRow;
  readonly reason?: string;
}

/** Where the keyboard stands on the board. */
export interface Stand {
  /** The patient who has the focus. */
  readonly row: BoardRow | undefined;
  readonly mode: BoardMode;
  readonly focusSearch: () => void;
}

/** What can be done on the board by a key. */
@Injectable()
export class BoardActions {
  private readonly view = inject(BoardView);
  private readonly acknowledgement = inject(Acknowledgement);
  private readonly dialogs = inject(Dialogs);
  private readonly own = inject(MyPatients);
  private readonly marks = inject(SeenMarks);
  private readonly sound = inject(AlarmSound);
  private readonly theme = inject(Theme);

  private readonly byName: Readonly<Record<BoardAction, (stand: Stand) => void>> = {
    search: ({ focusSearch }) => {
      focusSearch();
    },
    acknowledge: ({ row }) => {
      const alert = row ? worstAlert(row.alerts) : null;
      if (row && alert && needsSomebody(alert)) this.acknowledge({ alert, row });
    },
    star: ({ row }) => {
      if (row) this.own.toggle(row);
    },
    mine: () => {
      this.view.setOnlyMine(!this.view.onlyMine());
    },
    beds: () => {
      this.view.setMode('beds');
    },
    lanes: ({ mode }) => {
      this.view.setMode(mode === 'lanes' ? 'beds' : 'lanes');
    },
    list: ({ mode }) => {
      this.view.setMode(mode === 'list' ? 'beds' : 'list');
    },
    seen: () => {
      this.marks.lookAtAll();
    },
    quiet: () => {
      this.sound.toggleMute();
    },
    theme: () => {
      this.theme.toggle();
    },
    clear: () => {
      this.view.search.set('');
    },
    help: () => {
      this.showKeys();
    },
  };

  run(action: BoardAction, stand: Stand): void {
    this.byName[action](stand);
  }

  acknowledge({ alert, row, reason }: Acknowledging): void {
    const act = { what: 'acknowledge', ...(reason !== undefined && { reason }) } as const;
    void this.acknowledgement.act(alert, aboutPatient(row), act);
  }

  showKeys(): void {
    void this.dialogs.showKeys();
  }
}
