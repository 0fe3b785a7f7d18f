import { registerLocaleData } from '@angular/common';
import german from '@angular/common/locales/de';
import account from './account.json';
import alert from './alert.json';
import board from './board.json';
import core from './core.json';
import input from './input.json';
import live from './live.json';
import onCall from './on-call.json';
import title from './title.json';
import ui from './ui.json';
import words from './words.json';

registerLocaleData(german);

/** German by id of the message, a file for each area of the pages. */
export const messages: Readonly<Record<string, string>> = {
  ...account,
  ...alert,
  ...board,
  ...core,
  ...input,
  ...live,
  ...onCall,
  ...title,
  ...ui,
  ...words,
};
