import { bootstrapApplication } from '@angular/platform-browser';
import { App } from './app/app.ts';
import { appConfig } from './app/app.config.ts';

/** The application itself, apart from `main.ts` so that the messages are there before any of it is read. */
export async function start(): Promise<void> {
  await bootstrapApplication(App, appConfig);
}
