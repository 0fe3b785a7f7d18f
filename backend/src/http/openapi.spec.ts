import { RequestMethod } from '@nestjs/common';
import { METHOD_METADATA, PATH_METADATA } from '@nestjs/common/constants.js';
import { HealthController } from '../observability/health.controller.ts';
import { CONTROLLERS } from './controllers.ts';
import { openApi } from './openapi.ts';

function routes(): string[] {
  return [HealthController, ...CONTROLLERS].flatMap((controller) => {
    const base = Reflect.getMetadata(PATH_METADATA, controller) as string;
    const handlers = Object.entries(Object.getOwnPropertyDescriptors(controller.prototype));
    return handlers.flatMap(([name, { value }]) => {
      if (name === 'constructor') return [];
      const path = typeof value === 'function' ? readPath(value as object) : undefined;
      if (path === undefined) return [];
      const method = Reflect.getMetadata(METHOD_METADATA, value as object) as RequestMethod;
      const full = `/${base}/${path}`.replaceAll(/\/+/g, '/').replace(/(.)\/$/, '$1');
      const verb = RequestMethod[method];
      return `${verb.toLowerCase()} ${full.replaceAll(/:(\w+)/g, '{$1}')}`;
    });
  });
}

function readPath(handler: object): string | undefined {
  return Reflect.getMetadata(PATH_METADATA, handler) as string | undefined;
}

describe('OpenAPI', () => {
  it('describes every route there is, and no other', () => {
    const { paths } = openApi('1.2.3');
    const described = Object.entries(paths).flatMap(([path, item]) =>
      Object.keys(item).map((verb) => `${verb} ${path}`),
    );
    expect(described.sort()).toEqual(routes().sort());
  });

  it('refers to schemas that are there', () => {
    const document = openApi('1.2.3');
    const names = JSON.stringify(document).matchAll(/#\/components\/schemas\/(\w+)/g);
    const known = new Set(Object.keys(document.components?.schemas ?? {}));
    expect([...names].map(([, name]) => name).filter((name) => !known.has(name ?? ''))).toEqual([]);
    expect(known.size).toBeGreaterThan(10);
  });
});
