/**
 * Who may import whom (ARCHITECTURE.md). A layer may import its own folder, node's own modules, and
 * what its line names: `ours` are folders or files below src, `types` the same but only as types,
 * `packages` are npm packages.
 */
const layers = {
  domain: { packages: ["libphonenumber-js"] },
  errors: { ours: ["domain"] },
  ports: { ours: ["domain", "errors"], packageTypes: ["typeorm"] },
  // Whoever talks to PostgreSQL does so by these.
  postgres: { ours: ["domain", "errors", "ports"], packages: ["pg", "typeorm"] },
  entities: { ours: ["domain"], packages: ["typeorm", "type-graphql"] },
  services: { ours: ["domain", "errors", "ports", "postgres", "entities"], packages: ["typeorm"] },
  // What work a job means is handed in: the queue would do any.
  jobs: {
    ours: ["domain", "errors", "ports", "postgres"],
    types: ["services"],
    packages: ["zod"],
    packageTypes: ["typeorm"],
  },
  loaders: {
    ours: ["domain", "errors", "ports", "entities"],
    types: ["services"],
    packages: ["dataloader", "typeorm"],
  },
  resolvers: {
    ours: ["domain", "errors", "entities", "services", "loaders", "subscriptions", "vendors"],
    types: ["ports", "context"],
    packages: ["type-graphql", "graphql", "graphql-scalars"],
  },
  subscriptions: {
    ours: ["domain", "errors", "ports", "entities", "services"],
    types: ["context"],
    packageTypes: ["typeorm"],
  },
  // The API as a part of a larger graph: what other services may name of it.
  federation: {
    ours: ["domain", "errors", "entities", "services", "resolvers"],
    types: ["context", "loaders"],
    packages: ["graphql"],
  },
  webhooks: { ours: ["errors", "ports", "services"], packageTypes: ["fastify", "typeorm"] },
  security: {
    ours: ["domain", "errors", "ports", "entities", "limits"],
    types: ["config", "context", "server"],
    packages: ["jose", "type-graphql"],
    packageTypes: ["typeorm"],
  },
  // Who is counted, and how; whoever limits something does so by these.
  limits: { ours: ["domain", "errors", "ports"] },
  // The server would serve any schema: it knows errors, and nothing of orders.
  server: {
    ours: ["errors", "limits"],
    packages: [
      "@apollo/server",
      "@fastify/helmet",
      "@fastify/static",
      "fastify",
      "graphql",
      "graphql-jit",
      "graphql-ws",
      "pino",
      "ws",
    ],
  },
  // What is an origin, the server and its settings have to agree on. Vendors bring settings along.
  config: { ours: ["errors", "ports", "server", "vendors"] },
  // What is struck out of logs is a matter of security.
  logger: { ours: ["security"], packages: ["pino"] },
  context: { types: ["domain", "subscriptions"] },
};

/**
 * A folder below src, the file of the same name, or both: `server` is src/server.ts and
 * src/server/.
 */
const ours = (name) => `^src/${name}(/|[.]ts$)`;
const packaged = (name) => `(^|/)node_modules/(@types/)?${name}/`;

const onlyWhatItsLineNames = Object.entries(layers).map(([name, layer]) => ({
  name: `${name}-imports-only-what-its-line-names`,
  from: { path: ours(name) },
  to: {
    pathNot: [
      ...[name, ...(layer.ours ?? []), ...(layer.types ?? [])].map(ours),
      ...[...(layer.packages ?? []), ...(layer.packageTypes ?? [])].map(packaged),
    ],
    dependencyTypesNot: ["core"],
  },
}));

const someOnlyAsTypes = Object.entries(layers)
  .filter(([, { types, packageTypes }]) => types ?? packageTypes)
  .map(([name, { types = [], packageTypes = [] }]) => ({
    name: `${name}-imports-some-only-as-types`,
    from: { path: ours(name) },
    to: {
      path: [...types.map(ours), ...packageTypes.map(packaged)],
      dependencyTypesNot: ["type-only"],
    },
  }));

const outside = [
  {
    name: "adapters-know-ports-and-rules-only",
    comment: "One adapter never knows another: a vendor can be taken out by deleting its folder.",
    from: { path: "^src/adapters/([^/]+)/" },
    to: {
      path: "^[^/]+[.]ts$|^(src|sandbox|migrations|scripts|bench)/",
      pathNot: [
        ours("domain"),
        ours("errors"),
        ours("ports"),
        ours("postgres"),
        "^src/adapters/$1/",
      ],
    },
  },
  {
    name: "orders-know-nobody-who-tells-people",
    comment:
      "What people are told follows from what was decided: the orders' own effects begin it.",
    from: { path: "^src/services/(checkout|orders)/" },
    to: { path: "^src/services/fallback/" },
  },
  {
    name: "what-is-told-of-orders-sends-and-operates-nothing",
    from: { path: "^src/services/orders/status/" },
    to: { path: "^src/services/orders/(inject|operate)/" },
  },
  {
    name: "an-effect-knows-no-use-case",
    comment: "It writes what was decided, whoever has decided it.",
    from: { path: "^src/services/orders/effects/" },
    to: { path: "^src/services/", pathNot: "^src/services/orders/(effects|rows)/" },
  },
  {
    name: "sending-knows-no-operators",
    from: { path: "^src/services/orders/inject/" },
    to: { path: "^src/services/orders/operate/" },
  },
  {
    name: "a-kind-of-job-is-a-file-by-itself",
    comment:
      "It knows its payload and its use case, and neither the queue nor other kinds of jobs.",
    from: { path: "^src/jobs/tasks/" },
    to: { path: "^src/jobs/", pathNot: "^src/jobs/kinds/" },
  },
  {
    name: "only-their-list-knows-the-tasks",
    from: { path: "^src/", pathNot: "^src/jobs/tasks[.]ts$" },
    to: { path: "^src/jobs/tasks/" },
  },
  {
    name: "axios-only-in-adapters",
    comment: "Adapters that are written for a rehearsal are adapters, too.",
    from: { pathNot: "^(src/adapters|tests/rehearsal)/" },
    to: { path: packaged("axios") },
  },
  {
    name: "connections-to-postgresql-have-limits",
    comment:
      "src/postgres opens them. A server in a folder of this machine (packages/embedded-postgres) is started before there is any limit to keep.",
    from: { path: "^src/", pathNot: "^src/postgres/" },
    to: { path: packaged("pg"), dependencyTypesNot: ["type-only"] },
  },
  {
    name: "sandbox-migrations-console-packages-know-nothing-of-src",
    comment:
      "A sandbox that shares our code shares our mistakes; a frozen migration must not change with the code.",
    from: { path: "^(sandbox|migrations|console|packages)/" },
    to: {
      path: "^([^/]+[.]ts$|(src|sandbox|migrations|console|packages|scripts|bench|tests)/)",
      pathNot: "^$1/",
    },
  },
  {
    name: "the-launcher-knows-itself-only",
    from: { path: "^packages/embedded-postgres/" },
    to: {
      pathNot: ["^packages/embedded-postgres/", packaged("pg")],
      dependencyTypesNot: ["core"],
    },
  },
  {
    name: "the-client-needs-no-package",
    comment: "Browsers, Node and React Native load it; it brings nothing of others along.",
    from: { path: "^packages/client/" },
    to: { pathNot: "^packages/client/" },
  },
  {
    name: "only-the-wiring-starts-the-sandbox",
    from: { path: "^src/", pathNot: "^src/(gateway/dev-services|gateway)[.]ts$" },
    to: { path: "^sandbox/" },
  },
  {
    name: "nothing-runs-on-tests-scripts-or-benches",
    from: { path: "^(src|sandbox|migrations|ormconfig[.]ts$)" },
    to: { path: "^(tests|scripts|bench|console|packages/(?!embedded-postgres/))" },
  },
];

const everywhere = [
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
    from: { orphan: true, pathNot: "[.](d|test)[.]ts$" },
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

const asError = (rule) => ({ severity: "error", ...rule });

/** @type {import("dependency-cruiser").IConfiguration} */
module.exports = {
  forbidden: [...onlyWhatItsLineNames, ...someOnlyAsTypes, ...outside, ...everywhere].map(asError),
  options: {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    doNotFollow: { path: "node_modules" },
    exclude: { path: "(^|/)dist/" },
    combinedDependencies: false,
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["types", "node", "import", "require", "default"],
      mainFields: ["types", "main"],
      extensions: [".ts", ".mts", ".tsx", ".js", ".mjs", ".json", ".d.ts"],
    },
  },
};
