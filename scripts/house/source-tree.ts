import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, posix } from "node:path";

import * as ts from "typescript";

/** A file of the tree, parsed once for all rules. */
export interface SourceFile {
  /** Relative to the root of the repository, with slashes: "src/errors.ts". */
  readonly path: string;
  readonly lines: readonly string[];
  readonly syntax: ts.SourceFile;
  /** Paths of the tree's own files that it imports, including type-only imports. */
  readonly imports: readonly string[];
}

/** Texts by path, as input for `sourceTree`. */
export type Texts = ReadonlyMap<string, string>;

/** The TypeScript files in folders of `root`. */
export function readTexts(root: string, folders: readonly string[]): Texts {
  const paths = folders.flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
      .filter((name) => name.endsWith(".ts"))
      .map((name) => posix.join(folder, name.replaceAll("\\", "/"))),
  );
  return new Map(paths.sort().map((path) => [path, readFileSync(join(root, path), "utf8")]));
}

export function sourceTree(texts: Texts): SourceFile[] {
  return [...texts].map(([path, text]) => {
    const syntax = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
    return { path, lines: text.split("\n"), syntax, imports: importsOf(syntax, texts) };
  });
}

function importsOf(syntax: ts.SourceFile, texts: Texts): string[] {
  const folder = dirname(syntax.fileName);
  const found = syntax.statements.flatMap((statement) => {
    if (!ts.isImportDeclaration(statement) && !ts.isExportDeclaration(statement)) return [];
    const { moduleSpecifier } = statement;
    if (!moduleSpecifier || !ts.isStringLiteral(moduleSpecifier)) return [];
    if (!moduleSpecifier.text.startsWith(".")) return [];
    const path = posix.join(folder, moduleSpecifier.text);
    return [path, `${path}.ts`].filter((each) => texts.has(each));
  });
  return [...new Set(found)];
}

/** Calls `visit` for a node and everything below it. */
export function walk(node: ts.Node, visit: (node: ts.Node) => void): void {
  visit(node);
  node.forEachChild((child) => {
    walk(child, visit);
  });
}

/** "src/errors.ts:12", readable by people and editors. */
export function placeOf(file: SourceFile, position: number): string {
  return `${file.path}:${file.syntax.getLineAndCharacterOfPosition(position).line + 1}`;
}
