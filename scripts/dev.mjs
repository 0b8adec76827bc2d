// Runs the gateway, and rebuilds and restarts it whenever a source changes. Ctrl-C stops it.
import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { watch } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = join(dirname(fileURLToPath(import.meta.url)), "..");
const watched = [
  "src",
  "sandbox",
  "migrations",
  "console/src",
  "packages/client/src",
  "examples",
  "ormconfig.ts",
];
/** An editor may write one file in several steps, and a search and replace may write many files. */
const QUIET_MS = 200;

let gateway;
let timer;
let busy = false;
let changed = false;

function node(...args) {
  return [process.execPath, args, { cwd: root, stdio: "inherit" }];
}

function start() {
  // The build reports a source that does not compile, and the next change tries again.
  if (spawnSync(...node("scripts/build.mjs", "--if-stale")).status !== 0) return;
  gateway = spawn(...node("--enable-source-maps", "dist/src/main.js"));
}

/** Waits for the gateway to exit, after sending it the signal if there is one. */
async function end(signal) {
  if (!gateway || gateway.exitCode !== null || gateway.signalCode !== null) return;
  const gone = once(gateway, "exit");
  if (signal) gateway.kill(signal);
  await gone;
}

async function restart() {
  if (busy) return;
  busy = true;
  while (changed) {
    changed = false;
    await end("SIGTERM");
    start();
  }
  busy = false;
}

for (const path of watched) {
  watch(join(root, path), { recursive: true }, () => {
    changed = true;
    clearTimeout(timer);
    timer = setTimeout(() => void restart(), QUIET_MS);
  });
}
// Ctrl-C reaches the gateway on its own; a second signal would make it exit without cleaning up.
process.once("SIGINT", () => void end().then(() => process.exit()));
process.once("SIGTERM", () => void end("SIGTERM").then(() => process.exit()));

start();
