import { spawnSync } from 'node:child_process';
import {
  linkSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  chmodSync,
  chownSync,
  readdirSync,
  rmSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Child, type ChildOptions } from '../harness/child.ts';
import { Endwatch } from '../harness/system.ts';
import { freePorts } from '../kafka/free-ports.ts';
import { environmentOf, type Addresses, type ComposeService } from './compose-file.ts';
import { readRecipe, type ImageRecipe } from './dockerfile.ts';
import { ImageTree } from './image-tree.ts';

/**
 * The backend's image as a folder, and its containers as plain processes in it: same files, same user (where the test is root), same command, same
 * variables. What only a container engine can do (another root folder, no capabilities, limits) is not there.
 */
export class Image {
  readonly recipe: ImageRecipe = readRecipe('docker/backend.Dockerfile');
  readonly tree = new ImageTree(this.recipe);
  /** The one folder that is a tmpfs in a container. */
  readonly tmp = mkdtempSync(join(tmpdir(), 'endwatch-tmp-'));
  readonly account = process.getuid?.() === 0 ? this.recipe.user : undefined;
  readonly #node: string;

  constructor() {
    // As in the base image; where this clone keeps it another account may not come.
    this.#node = join(this.tree.root, 'usr/local/bin/node');
    mkdirSync(join(this.#node, '..'), { recursive: true });
    try {
      linkSync(process.execPath, this.#node);
    } catch {
      cpSync(process.execPath, this.#node);
    }
    this.tree.close();
    chmodSync(this.tmp, 0o700);
    if (this.account) chownSync(this.tmp, this.account.uid, this.account.gid);
  }

  /** The image's own command with what a compose service says. */
  async backend(service: ComposeService, addresses: Addresses): Promise<BackendContainer> {
    const [port = 0] = await freePorts(1);
    const env = this.#env(service, addresses, { PORT: String(port) });
    return new BackendContainer(this, env);
  }

  /** A service that does one thing and ends: exit code and what it said. */
  async once(
    service: ComposeService,
    addresses: Addresses,
  ): Promise<{ exit: unknown; said: string }> {
    const child = new Child({
      ...this.place(service.command ?? []),
      env: this.#env(service, addresses, {}),
    });
    return { exit: await child.exited(), said: child.lines.join('\n') };
  }

  /** How a program of the image is started. */
  place([program, ...args]: readonly string[]): Omit<ChildOptions, 'env' | 'args'> & {
    args: string[];
  } {
    if (program !== 'node') throw new Error(`not a program of this image: ${program ?? ''}`);
    return {
      program: this.#node,
      args,
      cwd: this.tree.workdir,
      ...(this.account ? { account: this.account } : {}),
    };
  }

  /** Runs a command in the image to its end, as `docker exec` would. */
  exec(command: readonly string[], env: Readonly<Record<string, string>>): number | null {
    const { program = '', args, ...rest } = this.place(command);
    const { account, ...place } = rest;
    return spawnSync(program, args, { ...place, ...account, env, stdio: 'ignore' }).status;
  }

  leftInTmp(): string[] {
    return readdirSync(this.tmp);
  }

  remove(): void {
    this.tree.remove();
    rmSync(this.tmp, { recursive: true, force: true });
  }

  #env(
    service: ComposeService,
    addresses: Addresses,
    over: Readonly<Record<string, string>>,
  ): Record<string, string> {
    return {
      ...this.recipe.env,
      ...environmentOf(service, addresses),
      // Nothing of this machine's own.
      ...{ PATH: '/usr/bin:/bin', HOME: '/nonexistent', TMPDIR: this.tmp },
      ...over,
    };
  }
}

export class BackendContainer extends Endwatch {
  readonly #image: Image;
  readonly #env: Readonly<Record<string, string>>;

  constructor(image: Image, env: Readonly<Record<string, string>>) {
    super(env, '', image.place(image.recipe.command));
    this.#image = image;
    this.#env = env;
  }

  /** What Docker would ask: 0 = healthy. */
  health(): number | null {
    return this.#image.exec(this.#image.recipe.healthcheck, this.#env);
  }
}
