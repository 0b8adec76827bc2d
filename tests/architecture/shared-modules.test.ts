import { join } from "node:path";

import { readTexts, sourceTree } from "../../scripts/house/source-tree";

const OWN_MODULES =
  "/** @jest-environment <rootDir>/tests/support/watch/watched-environment.ts */\n";
/** The decorators that type-graphql remembers for as long as its module is loaded. */
const DECORATED = /^@(ObjectType|InputType|InterfaceType|ArgsType|Resolver)\(/m;

const texts = readTexts(join(__dirname, "..", ".."), ["tests"]);
const importsOf = new Map(sourceTree(texts).map(({ path, imports }) => [path, imports]));

/** The file, and all files of the tests that come with it. */
function loadedWith(path: string): Set<string> {
  const loaded = new Set([path]);
  // A set's iteration includes what is added during it.
  for (const each of loaded) for (const next of importsOf.get(each) ?? []) loaded.add(next);
  return loaded;
}

describe("Modules, which all test files of a process share,", () => {
  it("are loaded separately for tests with a schema of their own", () => {
    const declaring = [...texts].filter(([, text]) => DECORATED.test(text)).map(([path]) => path);
    expect(declaring).not.toEqual([]);
    const sharing = [...texts]
      .filter(([path, text]) => path.endsWith(".test.ts") && !text.startsWith(OWN_MODULES))
      .map(([path]) => ({ path, loaded: loadedWith(path) }))
      .filter(({ loaded }) => declaring.some((each) => loaded.has(each)))
      .map(({ path }) => path);
    expect(sharing).toEqual([]);
  });
});
