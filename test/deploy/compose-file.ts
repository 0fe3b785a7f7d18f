import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { ROOT } from '../harness/child.ts';

export interface ComposeService {
  readonly image: string;
  readonly command?: readonly string[];
  readonly entrypoint?: readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
  readonly user?: string;
  readonly read_only?: boolean;
  readonly tmpfs?: readonly string[];
  readonly cap_drop?: readonly string[];
  readonly security_opt?: readonly string[];
  readonly volumes?: readonly string[];
  readonly ports?: readonly string[];
  readonly secrets?: readonly string[];
  readonly depends_on?: unknown;
  readonly healthcheck?: { readonly test?: readonly string[]; readonly disable?: boolean };
  readonly stop_grace_period?: string;
  readonly deploy?: { readonly replicas?: number };
}

export interface ComposeFile {
  readonly services: Readonly<Record<string, ComposeService>>;
  readonly secrets?: Readonly<Record<string, { readonly file: string }>>;
  readonly volumes?: Readonly<Record<string, unknown>>;
}

/** A compose file with its variables put in; throws, as Compose does, where one that must be set is not. */
export function readCompose(
  name: string,
  variables: Readonly<Record<string, string>>,
): ComposeFile {
  const text = readFileSync(join(ROOT, 'docker', name), 'utf8');
  return substitute(parse(text, { merge: true }), variables) as ComposeFile;
}

const VARIABLE = /\$\{(\w+)(?:(:-|:\?)([^}]*))?\}/g;

function substitute(node: unknown, variables: Readonly<Record<string, string>>): unknown {
  if (typeof node === 'string') {
    return node.replace(VARIABLE, (_whole, name: string, rule?: string, rest?: string) => {
      const value = variables[name] ?? '';
      if (value === '' && rule === ':?') throw new Error(`${name}: ${rest ?? ''}`);
      return value === '' && rule === ':-' ? (rest ?? '') : value;
    });
  }
  if (Array.isArray(node)) return node.map((item) => substitute(item, variables));
  if (typeof node === 'object' && node !== null) {
    return Object.fromEntries(
      Object.entries(node).map(([key, value]) => [key, substitute(value, variables)]),
    );
  }
  return node;
}

/** `host:port` as the containers know it → as it is here. */
export type Addresses = Readonly<Record<string, string>>;

/** A service's environment with the addresses of this test in place of those of the compose network. */
export function environmentOf(
  { environment = {} }: ComposeService,
  addresses: Addresses,
): Record<string, string> {
  return Object.fromEntries(
    Object.entries(environment).map(([name, value]) => [
      name,
      Object.entries(addresses).reduce((text, [from, to]) => text.replaceAll(from, to), value),
    ]),
  );
}
