import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { promisify } from "node:util";

/**
 * The version before we had jobs of our own: the last one whose jobs were run by graphile-worker.
 */
export const VERSION_BEFORE = "2c0ac1d";

const run = promisify(execFile);
const PREPARED_WITHIN_MS = 15 * 60_000;

/** A built checkout of the previous version, or the reason why there is none. */
export type PreparedVersion =
  { readonly folder: string; readonly remove: () => Promise<void> } | { readonly missing: string };

/**
 * Makes a version ready to run alongside this one: a git ref gets a separate folder with its own
 * packages; the folder of a checkout is used as it is. The scripts of its packages do not run.
 *
 * @param which a git ref or a folder
 */
export async function prepareVersion(which: string): Promise<PreparedVersion> {
  const given = resolve(which);
  if (existsSync(join(given, "package.json"))) return completed(given, () => Promise.resolve());
  const folder = await mkdtemp(join(tmpdir(), "gateway-before-"));
  const remove = () => rm(folder, { recursive: true, force: true });
  try {
    await shell(`git archive "$1" | tar -x -C "$2"`, process.cwd(), which, folder);
  } catch (error) {
    await remove();
    return { missing: `git has no version ${which}: ${firstLine(error)}` };
  }
  return completed(folder, remove);
}

async function completed(folder: string, remove: () => Promise<void>): Promise<PreparedVersion> {
  try {
    if (!existsSync(join(folder, "node_modules")))
      await shell("npm ci --ignore-scripts --prefer-offline --no-audit --no-fund", folder);
    await shell("node scripts/build.mjs --if-stale", folder);
    return { folder, remove };
  } catch (error) {
    await remove();
    return {
      missing: `the packages of the version before cannot be had, or it cannot be built: ${firstLine(error)}`,
    };
  }
}

async function shell(script: string, cwd: string, ...values: string[]): Promise<void> {
  const limits = { timeout: PREPARED_WITHIN_MS, maxBuffer: 2 ** 26 };
  await run("bash", ["-o", "pipefail", "-c", script, "bash", ...values], { cwd, ...limits });
}

function firstLine(error: unknown): string {
  const { stderr = "", message } = error as { stderr?: string; message: string };
  return (stderr.trim() || message).split("\n")[0] ?? "";
}
