import { answersTo, type Asked, expectSameAnswers, TIMES } from "../support/same-answers";
import { SampleServer } from "../support/sample-server";

describe("A query of the sample schema gets the same answer from graphql-js and from compiled code", () => {
  let server: SampleServer;
  beforeAll(async () => (server = await SampleServer.start()));
  afterAll(() => server.running.close());

  it.each<[string, Asked, RegExp]>([
    [
      "aliases and nested fields",
      { query: "{ a: dish { n: name with { with { name } } } hello }" },
      /"n":"Margherita"/,
    ],
    [
      "fragments",
      { query: "{ dish { ...D } } fragment D on Dish { name ... on Dish { size } }" },
      /30 cm/,
    ],
    ["__typename", { query: "{ __typename dish { __typename } }" }, /"__typename":"Dish"/],
    [
      "@skip and @include with variables",
      {
        query:
          "query ($a: Boolean!, $b: Boolean!) { hello @skip(if: $a) dish @include(if: $b) { name size @skip(if: $a) } }",
        variables: { a: true, b: true },
      },
      /^{"data":{"dish":{"name":"Margherita"}}}/,
    ],
    ["a null list", { query: "{ dishes(first: 1) { name } }" }, /"dishes":null/],
    [
      "an enum argument",
      { query: "query ($m: Mood) { hello(mood: $m) }", variables: { m: "HAPPY" } },
      /hello/,
    ],
    [
      "a wrong enum",
      { query: "query ($m: Mood) { hello(mood: $m) }", variables: { m: "SAD" } },
      /BAD_USER_INPUT/,
    ],
    [
      "a missing variable",
      { query: "query ($n: Int!) { dishes(first: $n) { name } }" },
      /BAD_USER_INPUT/,
    ],
    [
      "a null where none may be",
      { query: "query ($n: Int = 1) { dishes(first: $n) { name } }", variables: { n: null } },
      /BAD_USER_INPUT/,
    ],
    [
      "a masked failure",
      { query: "{ hello crash }" },
      /"hello":"hello","crash":null.*|Internal server error/,
    ],
    ["a refusal", { query: "{ dish { name } refused }" }, /NOT_FOUND/],
    ["a contract broken outside", { query: "{ broken }" }, /INTERNAL_SERVER_ERROR/],
    ["failed validation of arguments", { query: "{ invalid }" }, /validationErrors/],
    ["a value that does not fit", { query: "{ badInt }" }, /INTERNAL_SERVER_ERROR/],
    [
      "one operation of two",
      { query: "query A { hello } query B { viewer }", operationName: "B" },
      /"viewer":"guest"/,
    ],
    [
      "none of two",
      { query: "query A { hello } query B { viewer }" },
      /OPERATION_RESOLUTION_FAILURE/,
    ],
    [
      "introspection",
      { query: "{ __schema { queryType { fields { name type { kind name } } } } }" },
      /"name":"hello"/,
    ],
  ])("with %s", (_, asked, said) =>
    expectSameAnswers((body, headers) => server.post(body, headers), asked, said),
  );

  it.each<[string, Asked, RegExp]>([
    [
      "a refusal by its code",
      { query: "{ dish { size } refused }" },
      /"message":"Ничего не найдено"/,
    ],
    [
      "a refusal under another name",
      { query: "{ gone: refused hello }" },
      /"message":"Ничего не найдено"/,
    ],
    [
      "a masked failure",
      { query: "{ dish { size } crash }" },
      /"message":"Внутренняя ошибка сервера"/,
    ],
  ])("in the caller's language, with %s", (_, asked, said) =>
    expectSameAnswers((body, headers) => server.post(body, headers), asked, said, {
      "accept-language": "ru",
    }),
  );

  it("with a different viewer each time", async () => {
    for (const viewer of ["Bearer a", "Bearer b", "Bearer c", "Bearer d"]) {
      const response = await server.post({ query: "{ viewer }" }, { authorization: viewer });
      expect(await response.json()).toEqual({ data: { viewer } });
    }
  });

  it("and each failure is logged once", async () => {
    await answersTo((body) => server.post(body), { query: "{ unknown: crash }" });
    const logged = server.log.filter((line) => JSON.stringify(line).includes('"path":["unknown"]'));
    expect(logged).toHaveLength(TIMES);
  });
});
