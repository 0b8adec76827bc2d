// Runs a compiled program after compiling what has changed: node scripts/run.mjs <file below dist>
// [arguments] This does not use npm's `pre…` scripts, because npm does not run those either where
// install scripts are switched off (`.npmrc`).
import { spawnSync } from "node:child_process";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const root = join(dirname(fileURLToPath(import.meta.url)), "..");
const program = join(root, "dist", process.argv[2]);

const { status } = spawnSync(process.execPath, ["scripts/build.mjs", "--if-stale"], {
  cwd: root,
  stdio: "inherit",
});
if (status !== 0) process.exit(status ?? 1);

// Runs in this process, so that signals reach the program itself, and with the arguments that it
// would have if started alone.
process.argv.splice(1, 2, program);
await import(pathToFileURL(program).href);
