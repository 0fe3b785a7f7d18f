import { bootstrapApplication } from '@angular/platform-browser';
import { App } from './app/app.ts';
import { appConfig } from './app/app.config.ts';

bootstrapApplication(App, appConfig).catch((error: unknown) => {
  // Nothing of the page runs at this point: the browser's own console is the only place left to speak.
  reportError(error);
});
