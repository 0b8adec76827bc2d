// Compiles the TypeScript of the gateway, the sandbox, scripts and benches into dist/ (swc, without
// type checking), the console into dist/console (Vite), and the client into packages/client/dist
// (tsc), and puts the examples into dist/examples together with the client.
//   --if-stale  do nothing when dist/ is newer than every source
import { execFileSync } from "node:child_process";
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { basename, dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";

const root = join(dirname(fileURLToPath(import.meta.url)), "..");
const dist = join(root, "dist");
const compiled = [
  "ormconfig.ts",
  "src",
  "sandbox",
  "migrations",
  "scripts",
  "bench",
  "packages/embedded-postgres/src",
  "tests/support",
];
const flags = new Set(process.argv.slice(2));

function filesBelow(path) {
  if (!existsSync(path)) return [];
  if (statSync(path).isFile()) return [path];
  return readdirSync(path, { withFileTypes: true })
    .filter((entry) => entry.name !== "node_modules")
    .flatMap((entry) => filesBelow(join(path, entry.name)));
}

function newest(paths) {
  return Math.max(0, ...paths.map((path) => statSync(path).mtimeMs));
}

function isStale(stamp, sources) {
  return !existsSync(stamp) || statSync(stamp).mtimeMs < newest(sources);
}

async function buildServer(sources) {
  const { transformFile } = await import("@swc/core");
  for (const folder of ["src", "sandbox", "migrations", "scripts", "bench", "tests", "packages"])
    rmSync(join(dist, folder), { recursive: true, force: true });
  for (const source of sources.filter((path) => path.endsWith(".ts"))) {
    const target = join(dist, relative(root, source)).replace(/\.ts$/, ".js");
    const { code, map } = await transformFile(source, { cwd: root, filename: source });
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, `${code}\n//# sourceMappingURL=${target.split("/").pop()}.map\n`);
    writeFileSync(`${target}.map`, map ?? "");
  }
}

async function buildConsole() {
  const { build } = await import("vite");
  await build({ root: join(root, "console"), logLevel: "warn" });
}

const client = join(root, "packages", "client");

/** Builds both ES modules and CommonJS; the nearest package.json tells Node which is which. */
function buildClient() {
  rmSync(join(client, "dist"), { recursive: true, force: true });
  const compiler = join(root, "node_modules", "typescript", "bin", "tsc");
  const compile = (...options) =>
    execFileSync(process.execPath, [compiler, "-p", client, ...options], { stdio: "inherit" });
  compile();
  compile("--module", "commonjs", "--outDir", join(client, "dist", "cjs"));
  writeFileSync(join(client, "dist", "cjs", "package.json"), '{ "type": "commonjs" }\n');
}

function copyExamples() {
  const examples = join(dist, "examples");
  rmSync(examples, { recursive: true, force: true });
  mkdirSync(examples, { recursive: true });
  for (const file of pages()) cpSync(file, join(examples, basename(file)));
  cpSync(join(client, "dist", "esm"), join(examples, "client"), { recursive: true });
}

/** The folders that are served; those next to them are packages of their own. */
function pages() {
  const found = readdirSync(join(root, "examples"), { withFileTypes: true });
  return found.filter((each) => each.isFile()).map(({ name }) => join(root, "examples", name));
}

async function step(name, sources, work) {
  const stamp = join(dist, `.${name}-built`);
  if (flags.has("--if-stale") && !isStale(stamp, sources)) return;
  await work(sources);
  mkdirSync(dist, { recursive: true });
  writeFileSync(stamp, "");
}

const own = [join(root, "scripts", "build.mjs")];
await step(
  "server",
  [...compiled.flatMap((path) => filesBelow(join(root, path))), join(root, ".swcrc"), ...own],
  buildServer,
);
if (existsSync(join(root, "console")))
  await step("console", [...filesBelow(join(root, "console")), ...own], buildConsole);
const clientSources = ["src", "tsconfig.json"].flatMap((path) => filesBelow(join(client, path)));
await step("client", [...clientSources, ...own], buildClient);
await step("examples", [...pages(), ...clientSources, ...own], copyExamples);
