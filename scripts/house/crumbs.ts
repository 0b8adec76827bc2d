import * as ts from "typescript";

import { functionLines } from "./lengths";
import { type SourceFile } from "./source-tree";

const LONGEST_CRUMB = 40;

/** Folders that are lists: one thing per file makes them easy to read. */
const LISTS =
  /\/decide-[a-z-]+[.]ts$|\/(effects|tasks|migrations|menu\/fields|reasons)\/[a-z-]+[.]ts$/;

/**
 * Files with one short function, or only types, that a single other file imports: they belong in
 * that file.
 */
export function crumbs(files: readonly SourceFile[]): string[] {
  const importers = new Map<string, string[]>();
  for (const { path, imports } of files)
    for (const each of imports) importers.set(each, [...(importers.get(each) ?? []), path]);
  return files
    .filter((file) => !LISTS.test(file.path) && isOneShortFunction(file))
    .flatMap(({ path }) => {
      const [user, ...others] = importers.get(path) ?? [];
      return user !== undefined && others.length === 0 ? [`${path}, used by ${user}`] : [];
    });
}

/** Besides the function, the file contains only types and constants of its own. */
function isOneShortFunction(file: SourceFile): boolean {
  const functions = file.syntax.statements.filter(isFunctionStatement);
  const [only, ...others] = functions;
  if (!only || others.length > 0 || functionLines(file, only) > LONGEST_CRUMB) return false;
  return file.syntax.statements.every(
    (statement) => statement === only || isTypeOrImport(statement) || isOwnConstant(statement),
  );
}

function isFunctionStatement(statement: ts.Statement): boolean {
  if (ts.isFunctionDeclaration(statement)) return true;
  if (!ts.isVariableStatement(statement)) return false;
  return statement.declarationList.declarations.some(
    ({ initializer }) => initializer !== undefined && ts.isArrowFunction(initializer),
  );
}

function isTypeOrImport(statement: ts.Statement): boolean {
  return (
    ts.isImportDeclaration(statement) ||
    ts.isInterfaceDeclaration(statement) ||
    ts.isTypeAliasDeclaration(statement)
  );
}

function isOwnConstant(statement: ts.Statement): boolean {
  return (
    ts.isVariableStatement(statement) &&
    !statement.modifiers?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword)
  );
}
