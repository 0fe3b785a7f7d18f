import type { Request } from 'express';

/** What express keeps of a route. */
interface Layer {
  readonly route?: { readonly stack: readonly { readonly method: string }[] };
  match(path: string): unknown;
}

/** Other methods that the address of a request has routes for, as `Allow` names them; none where there is no such address. */
export function otherMethods({ app, path, method }: Request): readonly string[] {
  const layers = app.router.stack as unknown as readonly Layer[];
  const methods = layers
    .flatMap((layer) => (layer.match(path) ? (layer.route?.stack ?? []) : []))
    .map((handler) => handler.method.toUpperCase());
  if (methods.includes('GET')) methods.push('HEAD');
  return methods.includes(method) ? [] : [...new Set(methods)].sort();
}
