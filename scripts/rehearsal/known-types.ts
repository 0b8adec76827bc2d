import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";

import ts from "typescript";

import { LIST } from "./dummies";

/** Where the compiler keeps what it knows of a project: `tsBuildInfoFile` of its tsconfig.json. */
const KEPT = "node_modules/.cache/types";
const COPIED = ".types";

/** So much of what the compiler keeps as is read here. */
interface Known {
  fileNames: string[];
  fileInfos: (string | { signature?: string })[];
}

/**
 * Takes over what `npm run check:types` has found out of the original, so that the compiler checks
 * again only what is different in the copy. It checks everything where nothing was kept.
 *
 * @param copy whose packages are those of the original
 * @returns where it is, for `--tsBuildInfoFile`
 */
export function copyKnownTypes(original: string, copy: string, project: string): string {
  const [from, to] = [join(original, KEPT, project), join(copy, COPIED, project)];
  const known = readKnown(from);
  if (!known) return to;
  const places = known.fileNames.map((name) => relative(original, resolve(dirname(from), name)));
  known.fileNames = places.map((place) => {
    const root = /^(\.\.|node_modules)\//.test(place) ? original : copy;
    return relative(dirname(to), join(root, place));
  });
  const list = known.fileInfos[places.indexOf(LIST)];
  if (typeof list === "object") list.signature = signatureOf(join(original, LIST));
  mkdirSync(dirname(to), { recursive: true });
  writeFileSync(to, JSON.stringify(known));
  return to;
}

/** Missing: nothing is kept, or it is being written now. */
function readKnown(path: string): Known | undefined {
  try {
    return JSON.parse(readFileSync(path, "utf8")) as Known;
  } catch {
    return undefined;
  }
}

/**
 * What the compiler knows a file again by that others import: its declarations. It keeps that only
 * of files that have changed before; a longer list of vendors declares what a shorter one does.
 */
function signatureOf(path: string): string {
  const compilerOptions = { target: ts.ScriptTarget.ES2023, module: ts.ModuleKind.Node20 };
  const options = { fileName: path, compilerOptions };
  const { outputText } = ts.transpileDeclaration(readFileSync(path, "utf8"), options);
  return createHash("sha256").update(outputText).digest("hex");
}
