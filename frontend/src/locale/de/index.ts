import { registerLocaleData } from '@angular/common';
import german from '@angular/common/locales/de';
import account from './account.json';
import admin from './admin.json';
import alert from './alert.json';
import auditAction from './audit-action.json';
import board from './board.json';
import chart from './chart.json';
import core from './core.json';
import examine from './examine.json';
import handover from './handover.json';
import input from './input.json';
import items from './items.json';
import live from './live.json';
import onCall from './on-call.json';
import past from './past.json';
import patient from './patient.json';
import reasons from './reasons.json';
import rota from './rota.json';
import said from './said.json';
import server from './server.json';
import settings from './settings.json';
import sound from './sound.json';
import title from './title.json';
import ui from './ui.json';
import why from './why.json';
import words from './words.json';

registerLocaleData(german);

/** German by id of the message, a file for each area of the pages; that of the review is in `review.ts`, for the board does without. */
export const messages: Readonly<Record<string, string>> = {
  ...account,
  ...admin,
  ...alert,
  ...auditAction,
  ...board,
  ...chart,
  ...core,
  ...examine,
  ...handover,
  ...input,
  ...items,
  ...live,
  ...onCall,
  ...past,
  ...patient,
  ...reasons,

  ...rota,
  ...said,
  ...server,
  ...settings,
  ...sound,
  ...title,
  ...ui,
  ...why,
  ...words,
};
