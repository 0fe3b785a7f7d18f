import { messages } from '../../locale/de/index.ts';
import { speak } from '../core/language.ts';

/** Imported before anything that words its constants: then all of it speaks German. */
speak('de', messages);
