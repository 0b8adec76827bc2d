import * as ts from "typescript";

import { type SourceFile, walk } from "./source-tree";

const WIDEST = 100;

/**
 * Lines that are too wide. Texts and patterns stay whole, and so does a single word in a comment,
 * such as an address.
 */
export function longLines(files: readonly SourceFile[]): string[] {
  return files.flatMap((file) => {
    if (file.lines.every((line) => line.length <= WIDEST)) return [];
    const excused = linesWithUnbreakable(file);
    return file.lines.flatMap((line, index) => {
      const isFine = line.length <= WIDEST || excused.has(index) || isOneLongWord(line);
      return isFine ? [] : [`${file.path}:${index + 1}`];
    });
  });
}

/** Lines that are too wide because of a text or a pattern, or that are part of one. */
function linesWithUnbreakable(file: SourceFile): Set<number> {
  const lines = new Set<number>();
  const place = (position: number) => file.syntax.getLineAndCharacterOfPosition(position);
  walk(file.syntax, (node) => {
    if (!isUnbreakable(node)) return;
    const first = place(node.getStart(file.syntax)).line;
    const last = place(node.end);
    for (let line = first; line < last.line; line++) lines.add(line);
    const rest = file.lines[last.line]?.slice(last.character) ?? "";
    if (last.character >= WIDEST || /^[,;:)\]}]*$/.test(rest)) lines.add(last.line);
  });
  return lines;
}

function isUnbreakable(node: ts.Node): boolean {
  return (
    ts.isStringLiteralLike(node) ||
    ts.isTemplateExpression(node) ||
    ts.isRegularExpressionLiteral(node)
  );
}

/** A comment whose only word is too long. */
function isOneLongWord(line: string): boolean {
  return /^\s*(\/\/|\*|\/\*\*)\s+\S+(\s+\*\/)?$/.test(line);
}
