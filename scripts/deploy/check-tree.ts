import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { type Finding } from "./finding";
import { copyTree, MOST_MEGABYTES, productionFiles, sizeOf } from "./production-tree";

const NAME = "the production tree";
const SHOWN_PARTS = 6;
const LIMIT_MS = 60_000;
/** What a gateway without settings says once it has loaded completely. */
const LOADED = "The settings are not usable";

/**
 * Checks its size on disk, and that it contains everything a gateway loads. The checkout must be
 * installed and built.
 */
export function checkTree(root: string): Finding {
  const all = productionFiles(root);
  const { files, megabytes, parts } = sizeOf(root, all);
  const largest = parts.slice(0, SHOWN_PARTS).map(([name, size]) => `${name} ${size.toFixed(0)}`);
  const told = `${megabytes.toFixed(1)} MB in ${files} files: ${largest.join(", ")} …`;
  const tooLarge = megabytes > MOST_MEGABYTES ? [`more than ${MOST_MEGABYTES} MB: ${told}`] : [];
  const target = mkdtempSync(join(tmpdir(), "production-tree-"));
  try {
    copyTree(root, all, target);
    return { name: NAME, faults: [...tooLarge, ...whyNotLoaded(target)], told };
  } finally {
    rmSync(target, { recursive: true });
  }
}

function whyNotLoaded(tree: string): string[] {
  const env = { PATH: process.env["PATH"], NODE_ENV: "production" };
  const options = { cwd: tree, env, encoding: "utf8", timeout: LIMIT_MS } as const;
  const { stderr } = spawnSync(process.execPath, ["dist/src/main.js"], options);
  return stderr.includes(LOADED) ? [] : [`it does not start: ${stderr.trim().slice(0, 300)}`];
}
