// Replaces packages that unit tests do without: see jest.config.mjs.
throw new Error(
  "A unit test imports typeorm, type-graphql or a network client, be it by way of others. Keep the rule apart from them in src/domain, or the test in tests/integration.",
);

export {};
