import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import zlib from 'node:zlib';
import type { NestExpressApplication } from '@nestjs/platform-express';
import compression from 'compression';
import type { NextFunction, Request, RequestHandler, Response } from 'express';
import expressStaticGzip from 'express-static-gzip';
import helmet from 'helmet';

/** Charts position their parts with style attributes; everything else comes from our own files. */
const CONTENT_SECURITY_POLICY = {
  defaultSrc: ["'self'"],
  scriptSrc: ["'self'"],
  styleSrc: ["'self'", "'unsafe-inline'"],
  imgSrc: ["'self'", 'data:'],
  fontSrc: ["'self'"],
  connectSrc: ["'self'", 'ws:', 'wss:'],
  objectSrc: ["'none'"],
  frameAncestors: ["'none'"],
  baseUri: ["'self'"],
  formAction: ["'self'"],
  // Served over plain HTTP on one box; a proxy that ends TLS adds its own.
  upgradeInsecureRequests: null,
};

const NOT_PAGES = /^\/(api|fhir|health|metrics|socket\.io)(\/|$)/;
const FILE = /\.(js|css|svg|woff2?|map|ico|png|txt)$/;
/** The build puts a hash of its content into the name of every file but those of `public`. */
const HASHED = /-[\w-]{8}\.(js|css|woff2?)(\.(br|gz))?$/;
const A_YEAR = 'public, max-age=31536000, immutable';
/** Smaller answers fit into one packet or two as they are; the least effort halves the time of a large one and leaves it a twentieth longer. */
const QUICK: compression.CompressionOptions = {
  threshold: '4kb',
  level: 1,
  brotli: { params: { [zlib.constants.BROTLI_PARAM_QUALITY]: 1 } },
};

/**
 * Security headers for everything, large answers of the API compressed, and the built pages: hashed files for a year,
 * compressed when they were built; any other address is a page of the application.
 */
export function servePages(app: NestExpressApplication, folder: string): void {
  app.use(
    helmet({
      contentSecurityPolicy: { useDefaults: false, directives: CONTENT_SECURITY_POLICY },
      strictTransportSecurity: false,
    }),
  );
  app.use('/api', compression(QUICK));
  const index = join(folder, 'index.html');
  if (!existsSync(index)) return;
  const files = builtFiles(folder);
  app.use((request: Request, response: Response, next: NextFunction) => {
    if (NOT_PAGES.test(request.path)) next();
    else files(request, response, next);
  });
  app.use((request: Request, response: Response, next: NextFunction) => {
    const isPage = request.method === 'GET' || request.method === 'HEAD';
    if (!isPage || NOT_PAGES.test(request.path)) next();
    else if (FILE.test(request.path)) refuseFile(response, next);
    else sendPage(index, response, next);
  });
}

function builtFiles(folder: string): RequestHandler {
  return expressStaticGzip(folder, {
    enableBrotli: true,
    orderPreference: ['br', 'gzip'],
    index: false,
    serveStatic: {
      setHeaders: (response, path) => {
        response.setHeader('cache-control', HASHED.test(path) ? A_YEAR : 'no-cache');
      },
    },
  });
}

/** A page from before an upgrade asks for files that are gone. It must be told so, not be given a page as its script. */
function refuseFile(response: Response, next: NextFunction): void {
  // Promised for the file, before it was seen to be gone.
  response.removeHeader('content-encoding');
  response.removeHeader('content-type');
  response.setHeader('cache-control', 'no-store');
  next();
}

/** Tagged by its content: two builds can be equal in size and time and still name other files. */
function sendPage(index: string, response: Response, next: NextFunction): void {
  readFile(index, 'utf8').then((page) => {
    response.setHeader('cache-control', 'no-cache');
    response.type('html').send(page);
  }, next);
}
