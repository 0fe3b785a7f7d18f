import { type ApplicationConfig, inject, provideZonelessChangeDetection } from '@angular/core';
import {
  type NavigationError,
  provideRouter,
  withComponentInputBinding,
  withInMemoryScrolling,
  withNavigationErrorHandler,
} from '@angular/router';
import { routes } from './app.routes.ts';
import { MissingParts } from './core/missing-parts.ts';

export const appConfig: ApplicationConfig = {
  providers: [
    provideZonelessChangeDetection(),
    provideRouter(
      routes,
      withComponentInputBinding(),
      withInMemoryScrolling({ scrollPositionRestoration: 'enabled' }),
      // Nothing else here can fail: a page is a part that is fetched when it is first opened.
      withNavigationErrorHandler(({ url }: NavigationError) => {
        inject(MissingParts).report(url);
      }),
    ),
  ],
};
