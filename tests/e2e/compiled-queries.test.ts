import { SampleServer } from "../support/sample-server";
import { WholeGateway } from "../support/whole-gateway";

/** The first two answers come from graphql-js, the later ones from compiled code. */
const TIMES = 5;

interface Asked {
  readonly query: string;
  readonly variables?: object;
  readonly operationName?: string;
}

type Post = (body: unknown, headers?: Record<string, string>) => Promise<Response>;

/** What the client gets, but for what is another with every request. */
async function answersTo(post: Post, asked: Asked, headers: Record<string, string> = {}) {
  const answers = [];
  for (let time = 0; time < TIMES; time++) {
    const response = await post(asked, headers);
    const body = (await response.text()).replace(/"requestId":"[^"]+"/g, '"requestId":"…"');
    answers.push({ status: response.status, type: response.headers.get("content-type"), body });
  }
  return answers;
}

async function expectSameAnswers(
  post: Post,
  asked: Asked,
  said: RegExp,
  headers: Record<string, string> = {},
) {
  const [first, ...others] = await answersTo(post, asked, headers);
  expect(first!.body).toMatch(said);
  for (const other of others) expect(other).toEqual(first);
}

describe("A query of the sample schema is answered the same by graphql-js and by compiled code", () => {
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
  ])("in the language of its caller, with %s", (_, asked, said) =>
    expectSameAnswers((body, headers) => server.post(body, headers), asked, said, {
      "accept-language": "ru",
    }),
  );

  it("with another viewer each time", async () => {
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

describe("A query of the gateway is answered the same by graphql-js and by compiled code", () => {
  let gateway: WholeGateway;
  let branchId: string;
  beforeAll(async () => {
    gateway = await WholeGateway.start();
    branchId = await gateway.demoBranchId();
  });
  afterAll(() => gateway.stop());

  const post: Post = (body, headers) => gateway.post(body, headers);

  it("for a whole menu with its scalars, enums and nulls", () =>
    expectSameAnswers(
      post,
      {
        query: `query ($id: ID!) { menu(branchId: $id) { asOf revision branch { id name acceptingDelivery deliveryPausedUntil }
          sections { name products(first: 100) { pageInfo { endCursor } edges { cursor node { __typename article
            description section { slug } sizes { name price { amount currencyCode } isDefault }
            optionGroups { min options { article price { amount } } } nutrition { energyKcal allergens }
            priceRange { min { amount } } } } } } } }`,
        variables: { id: branchId },
      },
      /"currencyCode":"RUB"/,
    ));

  it.each<[string, (id: string) => Asked, RegExp]>([
    [
      "a branch without the right to its settings",
      (id) => ({ query: `{ branch(id: "${id}") { name settings { pos } } }` }),
      /UNAUTHENTICATED|FORBIDDEN/,
    ],
    [
      "a query for operators",
      (id) => ({ query: `{ posMenu(branchId: "${id}") { source } }` }),
      /UNAUTHENTICATED|FORBIDDEN/,
    ],
    [
      "a page that is too long",
      (id) => ({ query: `{ products(branchId: "${id}", first: 101) { nodes { id } } }` }),
      /first must be/,
    ],
    [
      "a branch that does not exist",
      () => ({ query: `{ products(branchId: "x") { nodes { id } } }` }),
      /NOT_FOUND/,
    ],
    [
      "a tracked order that does not exist",
      () => ({ query: `{ trackedOrder(token: "x") { number } }` }),
      /trackedOrder/,
    ],
  ])("for %s", (_, asked, said) => expectSameAnswers(post, asked(branchId), said));

  it("for guests who read Russian", async () => {
    const headers = { "accept-language": "ru-RU,ru;q=0.9" };
    const products = {
      query: `{ products(branchId: "${branchId}", first: 101) { nodes { name } } }`,
    };
    await expectSameAnswers(post, products, /first: от/, headers);
    const settings = { query: `{ branch(id: "${branchId}") { name settings { pos } } }` };
    await expectSameAnswers(post, settings, /"message":"[А-ЯЁ]/, headers);
    const unknown = { query: '{ products(branchId: "y") { nodes { id } } }' };
    await expectSameAnswers(post, unknown, /"message":"[А-ЯЁ]/, headers);
  });

  it("for an operator who reads settings", () =>
    expectSameAnswers(
      post,
      {
        query: `{ branches { nodes { name settings { pos credential { kind } paymentTypes { method } } } } }`,
      },
      /"pos":"SANDBOX"/,
      { authorization: `Bearer ${gateway.adminKey}` },
    ));
});
