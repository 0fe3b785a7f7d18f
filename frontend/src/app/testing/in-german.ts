import { loadTranslations } from '@angular/localize';
import { messages } from '../../locale/de/index.ts';

/** Imported before anything that words its constants: then all of it speaks German. */
loadTranslations(messages);
$localize.locale = 'de';
