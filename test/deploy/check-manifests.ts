/**
 * `node test/deploy/check-manifests.ts FILE…`: holds Kubernetes manifests against the schemas of the API (as npm has them). One line for each document, exit
 * code 1 when one does not fit. A program of its own: its packages are ES modules that Jest does not load.
 */
import { readFileSync } from 'node:fs';
import { parseAllDocuments } from 'yaml';

interface Manifest {
  readonly apiVersion: string;
  readonly kind: string;
  readonly metadata: { readonly name: string };
}

interface Validate {
  (data: unknown): boolean;
  readonly errors?: readonly { instancePath: string; keyword: string; params: unknown }[] | null;
}

/** Tells which fields nobody asked for: the schemas let unknown ones pass, and a misspelt field is an unknown one. */
class Watched {
  readonly #unread: (() => string[])[] = [];

  of<T>(value: T, path = ''): T {
    if (typeof value !== 'object' || value === null) return value;
    const left = new Set(Object.keys(value));
    this.#unread.push(() => [...left].map((key) => `${path}.${key}`));
    const watched = Object.entries(value as object).map(([key, part]: [string, unknown]) => [
      key,
      this.of(part, `${path}.${key}`),
    ]);
    const inside = (
      Array.isArray(value) ? watched.map(([, part]) => part) : Object.fromEntries(watched)
    ) as object;
    return new Proxy(inside, {
      get: (target, key, receiver) => {
        left.delete(String(key));
        return Reflect.get(target, key, receiver) as unknown;
      },
    }) as T;
  }

  unread(): string[] {
    return this.#unread.flatMap((fields) => fields());
  }
}

async function problemOf(manifest: Manifest): Promise<string | null> {
  const { validate } = (await import(schemaOf(manifest))) as { validate: Validate };
  const watched = new Watched();
  if (!validate(watched.of(manifest))) {
    return (validate.errors ?? [])
      .map(
        ({ instancePath, keyword, params }) =>
          `${instancePath} ${keyword} ${JSON.stringify(params)}`,
      )
      .join(', ');
  }
  const unknown = watched.unread();
  return unknown.length > 0 ? `unknown ${unknown.join(', ')}` : null;
}

/** `networking.k8s.io/v1` Ingress → `IoK8sApiNetworkingV1Ingress`. */
function schemaOf({ apiVersion, kind }: Manifest): string {
  const [version = '', group = 'core'] = apiVersion.split('/').toReversed();
  const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);
  const name = `${capital(group.split('.')[0] ?? '')}${capital(version)}${kind}`;
  return `kubernetes-models/_schemas/IoK8sApi${name}`;
}

for (const file of process.argv.slice(2)) {
  for (const document of parseAllDocuments(readFileSync(file, 'utf8'))) {
    const manifest = document.toJS() as Manifest;
    const syntax = document.errors[0]?.message;
    const problem = syntax ?? (await problemOf(manifest));
    console.log(`${manifest.kind} ${manifest.metadata.name}: ${problem ?? 'fits'}`);
    if (problem) process.exitCode = 1;
  }
}
