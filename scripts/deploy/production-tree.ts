import { cpSync, lstatSync, mkdirSync, readdirSync, readFileSync, statSync } from "node:fs";
import { basename, dirname, join, sep } from "node:path";

interface LockedPackage {
  readonly dev?: boolean;
  readonly optional?: boolean;
  readonly devOptional?: boolean;
  readonly extraneous?: boolean;
}

/**
 * The parts of `dist` that no gateway runs. The sandbox is loaded with it and stays off in
 * production.
 */
const FOR_DEVELOPERS = ["scripts", "bench", "tests", "examples"];
const PAPERS = ["package.json", "package-lock.json", "LICENSE"];

/** The parts of a package that Node never loads: types, maps, pages, and builds for browsers. */
const NEVER_LOADED = /\.(d\.[cm]?ts|ts|[cm]ts|map|flow|markdown|md|html|yml)$/;
const LICENCES = /^(licen[cs]e|notice|copying)/i;
const OTHERS_BUILDS = ["typeorm/browser", "libphonenumber-js/bundle"];
/** Every file takes up whole disk blocks. */
const BLOCK_BYTES = 4_096;

/** Maximum size of a tree on disk, in megabytes of 2²⁰ bytes. */
export const MOST_MEGABYTES = 120;

export interface TreeSize {
  readonly files: number;
  readonly megabytes: number;
  /** In megabytes, largest parts first. */
  readonly parts: readonly (readonly [name: string, megabytes: number])[];
}

interface TreeFile {
  /** Relative to the root of both trees. */
  readonly path: string;
  /** The part of the tree that it belongs to: a package, or one of our folders. */
  readonly part: string;
}

/**
 * The files of an installed and built checkout that a gateway needs in production: the compiled
 * code, and the packages that are not only for development, without what Node never loads. The
 * embedded PostgreSQL is not included.
 */
export function productionFiles(root: string): TreeFile[] {
  const compiled = readdirSync(join(root, "dist")).filter(
    (name) => !FOR_DEVELOPERS.includes(name) && !name.startsWith("."),
  );
  const ours = [...PAPERS, ...compiled.map((name) => join("dist", name))];
  const packages = productionPackages(root).flatMap((path) =>
    filesBelow(root, path, isLoaded).map((file) => ({ path: file, part: nameOf(path) })),
  );
  return [...ours.flatMap((path) => oursBelow(root, path)), ...packages];
}

/** Their size on disk. */
export function sizeOf(root: string, files: readonly TreeFile[]): TreeSize {
  const bytes = new Map<string, number>();
  for (const { path, part } of files) {
    const onDisk = Math.ceil(statSync(join(root, path)).size / BLOCK_BYTES) * BLOCK_BYTES;
    bytes.set(part, (bytes.get(part) ?? 0) + onDisk);
  }
  const parts = [...bytes]
    .map(([name, size]) => [name, size / 2 ** 20] as const)
    .sort(([, a], [, b]) => b - a);
  const megabytes = parts.reduce((sum, [, size]) => sum + size, 0);
  return { files: files.length, megabytes, parts };
}

/** Copies the files into a folder, which it creates. */
export function copyTree(root: string, files: readonly TreeFile[], target: string): void {
  for (const { path } of files) {
    mkdirSync(dirname(join(target, path)), { recursive: true });
    cpSync(join(root, path), join(target, path), { preserveTimestamps: true });
  }
}

/** Package folders as left by `npm ci --omit=dev --omit=optional`. */
function productionPackages(root: string): string[] {
  const { packages } = JSON.parse(readFileSync(join(root, "package-lock.json"), "utf8")) as {
    packages: Record<string, LockedPackage>;
  };
  return Object.entries(packages)
    .filter(([path, locked]) => path.startsWith("node_modules/") && isForProduction(locked))
    .map(([path]) => path);
}

function isForProduction({ dev, optional, devOptional, extraneous }: LockedPackage): boolean {
  return !dev && !optional && !devOptional && !extraneous;
}

function oursBelow(root: string, path: string): TreeFile[] {
  const part = path.split(sep).slice(0, 2).join("/");
  return filesBelow(root, path, () => true).map((file) => ({ path: file, part }));
}

/** Packages nested in a package's `node_modules` have their own entries in the lock file. */
function filesBelow(root: string, path: string, isWanted: (path: string) => boolean): string[] {
  if (!isWanted(path)) return [];
  if (!lstatSync(join(root, path)).isDirectory()) return [path];
  return readdirSync(join(root, path))
    .filter((name) => name !== "node_modules")
    .flatMap((name) => filesBelow(root, join(path, name), isWanted));
}

function isLoaded(path: string): boolean {
  if (OTHERS_BUILDS.some((folder) => path.endsWith(`node_modules/${folder}`))) return false;
  return LICENCES.test(basename(path)) || !NEVER_LOADED.test(path);
}

function nameOf(path: string): string {
  return path.slice(path.indexOf("node_modules/") + "node_modules/".length);
}
