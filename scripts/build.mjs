// Compiles the TypeScript of the gateway, the sandbox, scripts and benches into dist/ (swc, no type check) and the console into dist/console (Vite).
//   --if-stale     do nothing when dist/ is newer than every source
//   --best-effort  used by `npm ci`: a production install has no build tools and must not fail for it
import { existsSync, mkdirSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";

const root = join(dirname(fileURLToPath(import.meta.url)), "..");
const dist = join(root, "dist");
const compiled = ["ormconfig.ts", "src", "sandbox", "migrations", "scripts", "bench", "tests/support"];
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
  for (const folder of ["src", "sandbox", "migrations", "scripts", "bench", "tests"])
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

async function step(name, sources, work) {
  const stamp = join(dist, `.${name}-built`);
  if (flags.has("--if-stale") && !isStale(stamp, sources)) return;
  await work(sources);
  mkdirSync(dist, { recursive: true });
  writeFileSync(stamp, "");
}

try {
  const own = [join(root, "scripts", "build.mjs")];
  await step(
    "server",
    [...compiled.flatMap((path) => filesBelow(join(root, path))), join(root, ".swcrc"), ...own],
    buildServer,
  );
  if (existsSync(join(root, "console")))
    await step("console", [...filesBelow(join(root, "console")), ...own], buildConsole);
} catch (error) {
  if (!flags.has("--best-effort")) throw error;
  console.warn(`Not built (${error.message}); run \`npm run build\` where the development packages are installed.`);
}
