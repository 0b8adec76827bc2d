import { ours, packaged } from "./paths.mjs";

/** What is beside the floors of src, and what rooms of one floor may know of each other. */
export default [
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
