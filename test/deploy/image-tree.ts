import {
  chmodSync,
  cpSync,
  existsSync,
  linkSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join, relative, resolve } from 'node:path';
import { ROOT } from '../harness/child.ts';
import type { CopyLine, ImageRecipe } from './dockerfile.ts';

/** What the stages of the build leave in their folder, when this clone is built: `npm ci` and `npm run build` have been run in it. */
const AS_BUILT: Readonly<Record<string, readonly string[]>> = {
  packages: ['npm ci --omit=dev'],
  build: ['npm ci', 'npm run build'],
};

/** The files of an image in a temporary folder, as the COPY lines of its last stage put them there. */
export class ImageTree {
  readonly root: string;
  readonly workdir: string;

  constructor(recipe: ImageRecipe) {
    if (JSON.stringify(recipe.runs) !== JSON.stringify(AS_BUILT)) {
      throw new Error(`the stages are built in another way: ${JSON.stringify(recipe.runs)}`);
    }
    this.root = mkdtempSync(join(tmpdir(), 'endwatch-image-'));
    chmodSync(this.root, 0o755);
    this.workdir = join(this.root, recipe.workdir);
    mkdirSync(this.workdir, { recursive: true });
    for (const line of recipe.copies) this.#copy(line, recipe.workdir);
  }

  /** Every path below it, with what would change if somebody wrote to it. */
  contents(): readonly string[] {
    const found: string[] = [];
    walk(this.root, (path) => {
      const { mtimeMs, size, mode, uid } = lstatSync(path);
      found.push(`${relative(this.root, path)} ${[mtimeMs, size, mode, uid].join(' ')}`);
      return true;
    });
    return found;
  }

  /** No file can be made in it any more, by whomever but root. The files themselves are those of this clone: their modes are not ours to change. */
  close(): void {
    this.#folders((folder) => chmodSync(folder, 0o555));
  }

  remove(): void {
    this.#folders((folder) => chmodSync(folder, 0o755));
    rmSync(this.root, { recursive: true, force: true });
  }

  #folders(change: (folder: string) => void): void {
    change(this.root);
    walk(this.root, (path) => {
      if (lstatSync(path).isDirectory()) change(path);
      return true;
    });
  }

  #copy({ stage, sources, target }: CopyLine, workdir: string): void {
    for (const source of sources) {
      const from = join(ROOT, relative(workdir, source));
      const isFolder = lstatSync(from).isDirectory();
      // As COPY has it: a folder's contents go to the target; a file goes into a target that ends with a slash.
      const to = resolve(
        this.workdir,
        !isFolder && target.endsWith('/') ? join(target, basename(source)) : target,
      );
      const keep = stage === 'packages' ? productionPackages() : null;
      if (keep) for (const path of keep) link(join(ROOT, path), resolve(this.workdir, path));
      else link(from, to);
    }
  }
}

/** The folders that `npm ci --omit=dev` would install, by the lock file. */
export function productionPackages(): readonly string[] {
  const lock = JSON.parse(readFileSync(join(ROOT, 'package-lock.json'), 'utf8')) as {
    packages: Record<string, { dev?: boolean; link?: boolean }>;
  };
  return Object.entries(lock.packages)
    .filter(([path, { dev }]) => path.startsWith('node_modules/') && !dev)
    .map(([path]) => path)
    .filter((path) => existsSync(join(ROOT, path)));
}

function walk(folder: string, enter: (path: string) => boolean): void {
  for (const name of readdirSync(folder)) {
    const path = join(folder, name);
    if (enter(path) && lstatSync(path).isDirectory()) walk(path, enter);
  }
}

/** Hard links: the same bytes without copying them. Packages inside a package are packages of their own. */
function link(from: string, to: string): void {
  const status = lstatSync(from);
  if (!status.isDirectory()) {
    linkOne(from, to);
    return;
  }
  mkdirSync(to, { recursive: true });
  walk(from, (path) => {
    const place = join(to, relative(from, path));
    if (basename(path) === 'node_modules') return false;
    if (lstatSync(path).isDirectory()) mkdirSync(place, { recursive: true });
    else linkOne(path, place);
    return true;
  });
}

function linkOne(from: string, to: string): void {
  mkdirSync(dirname(to), { recursive: true });
  if (lstatSync(from).isSymbolicLink()) {
    symlinkSync(readlinkSync(from), to);
    return;
  }
  try {
    linkSync(from, to);
  } catch {
    // Another disk, or a system that allows no such link.
    cpSync(from, to);
  }
}
