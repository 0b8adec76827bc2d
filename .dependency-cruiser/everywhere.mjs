/** What holds for every file. */
export default [
  { name: "no-cycles", from: {}, to: { circular: true } },
  {
    name: "no-folder-circles",
    comment: "Rooms that need each other are one room, or lack a third.",
    scope: "folder",
    from: { path: "^src/" },
    to: { circular: true },
  },
  {
    name: "no-orphans",
    // What jest puts in the place of others is named in its settings alone.
    from: { orphan: true, pathNot: "([.](d|test)|/not-in-unit-tests)[.]ts$" },
    to: {},
  },
  {
    name: "no-code-that-only-tests-use",
    from: {
      path: "^(src/main|src/adapters/iiko/menu/menu-worker|sandbox/main|scripts/[^/]+)[.]ts$",
    },
    to: {
      path: "^(src|sandbox)/",
      pathNot: "^((src|sandbox)/main|src/adapters/iiko/menu/menu-worker)[.]ts$",
      reachable: false,
    },
  },
  { name: "no-unresolvable", from: {}, to: { couldNotResolve: true } },
  {
    name: "no-undeclared-packages",
    from: {},
    to: { dependencyTypes: ["npm-no-pkg", "npm-unknown"] },
  },
  {
    name: "no-development-packages-in-the-product",
    from: { path: "^(src|sandbox|migrations|ormconfig[.]ts$)" },
    to: { dependencyTypes: ["npm-dev"], dependencyTypesNot: ["type-only"] },
  },
];
