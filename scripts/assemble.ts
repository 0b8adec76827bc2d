import { existsSync, readdirSync } from "node:fs";
import { resolve } from "node:path";

import { copyTree, MOST_MEGABYTES, productionFiles, sizeOf } from "./deploy/production-tree";

const USAGE = `npm run assemble -- FOLDER
  Puts what a gateway in production needs into FOLDER, which must be empty or not be there. It runs with
  node --enable-source-maps dist/src/main.js`;

/** Exits with 1 when the folder cannot be used or the tree is too large. */
function main([folder]: readonly string[]): boolean {
  if (folder === undefined || folder.startsWith("-")) {
    console.error(USAGE);
    return false;
  }
  const target = resolve(folder);
  if (existsSync(target) && readdirSync(target).length > 0) {
    console.error(`${target} is not empty. A version of its own folder can be gone back to.`);
    return false;
  }
  const files = productionFiles(process.cwd());
  copyTree(process.cwd(), files, target);
  const { megabytes } = sizeOf(target, files);
  console.log(`${target}: ${files.length} files, ${megabytes.toFixed(0)} MB`);
  return megabytes <= MOST_MEGABYTES;
}

process.exitCode = main(process.argv.slice(2)) ? 0 : 1;
