import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";

import ts from "typescript";

import { LIST } from "./dummies";

/** Where the compiler keeps its results for a project: `tsBuildInfoFile` of its tsconfig.json. */
const KEPT = "node_modules/.cache/types";
const COPIED = ".types";

/** The part of the compiler's stored results that is read here. */
interface Known {
  fileNames: string[];
  fileInfos: (string | { signature?: string })[];
}

/**
 * Imports the results that `npm run check:types` has stored for the original, so that the compiler
 * checks again only what differs in the copy. It checks everything where nothing was stored.
 *
 * @param copy whose packages are those of the original
 * @returns where they are, for `--tsBuildInfoFile`
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

/** Undefined when nothing is stored, or when it is being written right now. */
function readKnown(path: string): Known | undefined {
  try {
    return JSON.parse(readFileSync(path, "utf8")) as Known;
  } catch {
    return undefined;
  }
}

/**
 * How the compiler recognises a file that others import: by its declarations. It stores them only
 * for files that have changed before; a longer list of vendors has the same declarations as a
 * shorter one.
 */
function signatureOf(path: string): string {
  const compilerOptions = { target: ts.ScriptTarget.ES2023, module: ts.ModuleKind.Node20 };
  const options = { fileName: path, compilerOptions };
  const { outputText } = ts.transpileDeclaration(readFileSync(path, "utf8"), options);
  return createHash("sha256").update(outputText).digest("hex");
}
