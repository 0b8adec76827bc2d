import { fileCircles, folderCircles } from "./circles";
import { crumbs } from "./crumbs";
import { longFiles, longFunctions } from "./lengths";
import { literalSpreads } from "./literal-spreads";
import { longLines } from "./long-lines";
import { readTexts, type SourceFile, sourceTree, type Texts } from "./source-tree";

const FOLDERS = ["src", "packages/embedded-postgres/src"];

interface Rule {
  readonly name: string;
  /** How many places may break the rule. */
  readonly limit: number;
  readonly broken: (files: readonly SourceFile[]) => string[];
}

export interface Finding {
  readonly rule: string;
  readonly limit: number;
  readonly broken: readonly string[];
}

const RULES: readonly Rule[] = [
  { name: "folder circles", limit: 0, broken: folderCircles },
  { name: "file circles", limit: 0, broken: fileCircles },
  { name: "files of more than 200 lines", limit: 0, broken: longFiles },
  { name: "functions of more than 40 lines", limit: 0, broken: longFunctions },
  {
    name: "files of one short function that one file uses (lists aside)",
    limit: 10,
    broken: crumbs,
  },
  { name: "spreads of a literal", limit: 0, broken: literalSpreads },
  {
    name: "lines of more than 100 characters (texts, patterns and addresses aside)",
    limit: 0,
    broken: longLines,
  },
];

/** The texts of all files that the rules apply to. */
export function readHouse(root: string): Texts {
  return readTexts(root, FOLDERS);
}

/** The rules' findings about a tree, which is parsed once for all of them. */
export function judgeHouse(texts: Texts): Finding[] {
  const files = sourceTree(texts);
  return RULES.map(({ name, limit, broken }) => ({ rule: name, limit, broken: broken(files) }));
}
