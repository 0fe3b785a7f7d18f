import { registerLocaleData } from '@angular/common';
import german from '@angular/common/locales/de';
import account from './account.json';
import alert from './alert.json';
import board from './board.json';
import chart from './chart.json';
import core from './core.json';
import examine from './examine.json';
import input from './input.json';
import items from './items.json';
import live from './live.json';
import onCall from './on-call.json';
import past from './past.json';
import patient from './patient.json';
import server from './server.json';
import title from './title.json';
import ui from './ui.json';
import why from './why.json';
import words from './words.json';

registerLocaleData(german);

/** German by id of the message, a file for each area of the pages. */
export const messages: Readonly<Record<string, string>> = {
  ...account,
  ...alert,
  ...board,
  ...chart,
  ...core,
  ...examine,
  ...input,
  ...items,
  ...live,
  ...onCall,
  ...past,
  ...patient,
  ...server,
  ...title,
  ...ui,
  ...why,
  ...words,
};
