import { ours, packaged } from "./paths.mjs";

/**
 * Who may import whom (ARCHITECTURE.md). A layer may import its own folder, node's own modules, and
 * what its line names: `ours` are folders or files below src, `types` the same but only as types,
 * `packages` are npm packages.
 */
const layers = {
  domain: { packages: ["libphonenumber-js", "@turf/boolean-point-in-polygon", "@turf/kinks"] },
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

export default [...onlyWhatItsLineNames, ...someOnlyAsTypes];
