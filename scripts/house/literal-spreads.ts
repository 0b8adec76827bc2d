import * as ts from "typescript";

import { placeOf, type SourceFile, walk } from "./source-tree";

/** `...{ … }` and `...[ … ]`: the literal's content can be written directly where it is spread. */
export function literalSpreads(files: readonly SourceFile[]): string[] {
  return files.flatMap((file) => {
    const found: string[] = [];
    walk(file.syntax, (node) => {
      if (!ts.isSpreadAssignment(node) && !ts.isSpreadElement(node)) return;
      const literal = ts.skipPartiallyEmittedExpressions(node.expression);
      if (ts.isObjectLiteralExpression(literal) || ts.isArrayLiteralExpression(literal))
        found.push(placeOf(file, node.getStart(file.syntax)));
    });
    return found;
  });
}
