import * as ts from "typescript";

import { placeOf, type SourceFile, walk } from "./source-tree";

const LONGEST_FILE = 200;
const LONGEST_FUNCTION = 40;

/** Counts without blank lines and comments, as the linter does. */
export function longFiles(files: readonly SourceFile[]): string[] {
  return files.flatMap((file) => {
    const length = codeLines(file, 0, file.lines.length - 1);
    return length > LONGEST_FILE ? [`${file.path}: ${length} lines`] : [];
  });
}

/** Functions of any kind, including methods and arrow functions. */
export function longFunctions(files: readonly SourceFile[]): string[] {
  return files.flatMap((file) => {
    const found: string[] = [];
    walk(file.syntax, (node) => {
      if (!isFunction(node)) return;
      const length = functionLines(file, node);
      if (length > LONGEST_FUNCTION)
        found.push(`${placeOf(file, startOf(file, node))}: ${length} lines`);
    });
    return found;
  });
}

/** Lines of code of a function, from its name to its closing brace. */
export function functionLines(file: SourceFile, node: ts.Node): number {
  const line = (position: number): number =>
    file.syntax.getLineAndCharacterOfPosition(position).line;
  return codeLines(file, line(startOf(file, node)), line(node.end));
}

/** Where the node begins, after its decorators. */
function startOf(file: SourceFile, node: ts.Node): number {
  const decorators = ts.canHaveDecorators(node) ? (ts.getDecorators(node) ?? []) : [];
  const last = decorators.at(-1);
  if (!last) return node.getStart(file.syntax);
  const rest = file.syntax.text.slice(last.end);
  return last.end + rest.length - rest.trimStart().length;
}

function isFunction(node: ts.Node): boolean {
  return ts.isFunctionLike(node) && "body" in node && node.body !== undefined;
}

/**
 * The source is formatted by prettier, so a comment line begins as one. A line in a template may
 * begin the same way; it counts.
 */
function codeLines(file: SourceFile, first: number, last: number): number {
  const lines = file.lines.slice(first, last + 1);
  return lines.filter((line) => line.trim() !== "" && !/^\s*(\/\/|\/\*|\*( |\/|$))/.test(line))
    .length;
}
