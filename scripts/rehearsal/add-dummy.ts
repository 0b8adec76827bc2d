import { readdirSync } from "node:fs";
import { dirname, join, normalize, relative } from "node:path";

import { type TreeCopy } from "./copy-of-tree";
import { type Dummy, LIST, placeOf } from "./dummies";

/** What adding a vendor has changed, by path. */
export interface Added {
  readonly created: readonly string[];
  /** With the number of new lines in each. */
  readonly changed: readonly { readonly path: string; readonly lines: number }[];
}

/** Adds the vendor as its author would: its files, and its entry in the list. */
export function addDummy(tree: TreeCopy, dummy: Dummy): Added {
  const home = `tests/rehearsal/${dummy.name}`;
  const files = readdirSync(join(tree.root, home));
  const moves = new Map(files.map((file) => [`${home}/${file}`, placeOf(dummy, file)]));
  for (const [from, to] of moves) tree.write(to, movedImports(tree.read(from), from, to, moves));
  const before = tree.read(LIST);
  tree.write(LIST, listed(before, dummy));
  const lines = tree.read(LIST).split("\n").length - before.split("\n").length;
  return { created: [...moves.values()].toSorted(), changed: [{ path: LIST, lines }] };
}

/**
 * The same file in its new place: what it imports has either stayed where it was or moved along.
 */
function movedImports(
  text: string,
  from: string,
  to: string,
  moves: ReadonlyMap<string, string>,
): string {
  return text.replace(/(from )"(\.[^"]+)"/g, (_, word: string, path: string) => {
    const target = normalize(join(dirname(from), path));
    const moved = moves.get(`${target}.ts`)?.replace(/\.ts$/, "") ?? target;
    const found = relative(dirname(to), moved);
    return `${word}"${found.startsWith(".") ? found : `./${found}`}"`;
  });
}

function listed(text: string, { name, list }: Dummy): string {
  const path = `./adapters/${name}/${name}-vendor`;
  const withImport = `import { ${name} } from "${path}";\n${text}`;
  const place = new RegExp(`(export const ${list}: [^=]+= \\[[^\\]]+)\\]`);
  if (!place.test(text)) throw new Error(`${LIST} has no list ${list} on one line`);
  return withImport.replace(place, `$1, ${name}]`);
}
