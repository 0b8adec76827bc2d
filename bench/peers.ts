import { execFileSync } from "node:child_process";
import { existsSync, statSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";

/** Relative to dist/bench. */
const FOLDER = join(__dirname, "..", "..", "bench", "peers");

/**
 * Installs the packages that benches compare with, unless that was done since their lock file last
 * changed.
 */
export function installPeers(): void {
  const installed = join(FOLDER, "node_modules", ".package-lock.json");
  const lock = statSync(join(FOLDER, "package-lock.json")).mtimeMs;
  if (existsSync(installed) && statSync(installed).mtimeMs >= lock) return;
  execFileSync("npm", ["ci", "--ignore-scripts", "--no-audit", "--no-fund"], {
    cwd: FOLDER,
    stdio: "inherit",
  });
}

/** Loads a package of bench/peers. */
export function requirePeer<Package>(name: string): Package {
  return createRequire(join(FOLDER, "package.json"))(name) as Package;
}
