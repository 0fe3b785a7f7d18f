import { registerLocaleData } from '@angular/common';
import german from '@angular/common/locales/de';
import account from './account.json';
import words from './words.json';

registerLocaleData(german);

/** German by id of the message, a file for each area of the pages. */
export const messages: Readonly<Record<string, string>> = { ...account, ...words };
