import { WholeGateway } from "../support/whole-gateway";

const QUOTE =
  "mutation Quote($input: QuoteInput!) { quoteOrder(input: $input) { userErrors { code } } }";
const NOBODY = "00000000-0000-4000-8000-000000000000";
const DEEP = `{ __schema { types { ${"fields { type { ".repeat(9)}name${" } }".repeat(9)} } } }`;

interface Answered {
  readonly errors: readonly {
    readonly message: string;
    readonly extensions: Record<string, unknown>;
  }[];
}

let gateway: WholeGateway;

beforeAll(async () => (gateway = await WholeGateway.start()));
afterAll(() => gateway.stop());

async function told(body: unknown, language: string, headers: Record<string, string> = {}) {
  const response = await gateway.post(body, { "accept-language": language, ...headers });
  const { errors } = (await response.json()) as Answered;
  return errors[0];
}

describe("errors are in the caller's language", () => {
  const menu = {
    query: "query M($id: ID!) { menu(branchId: $id) { currencyCode } }",
    variables: { id: "none" },
  };
  const wrong = {
    query: QUOTE,
    variables: {
      input: {
        branchId: NOBODY,
        fulfilment: "DELIVERY",
        lines: [{ article: "1", quantity: "two" }],
      },
    },
  };

  it.each<[string, unknown, Record<string, string>, RegExp, RegExp]>([
    [
      "a branch that is none",
      { query: `{ products(branchId: "${NOBODY}") { nodes { id } } }` },
      {},
      /no such branch/,
      /нет/,
    ],
    [
      "a list of too much",
      { query: "{ branches(first: 5000) { nodes { id } } }" },
      {},
      /between/,
      /first: от/,
    ],
    [
      "a wrong cursor",
      { query: '{ branches(after: "?") { nodes { id } } }' },
      {},
      /cursor/,
      /курсор/,
    ],
    ["what guests may not", { query: "{ orders { nodes { id } } }" }, {}, /Sign in/, /Войдите/],
    [
      "a wrong token",
      menu,
      { authorization: "Bearer no.no.no" },
      /token is not valid/,
      /Токен недействителен/,
    ],
    [
      "a wrong header",
      menu,
      { authorization: "Basic abc" },
      /Authorization/,
      /Authorization неверен/,
    ],
    [
      "a field that is none",
      { query: "{ hallo }" },
      {},
      /Cannot query field/,
      /В типе Query нет поля hallo/,
    ],
    ["a document that is none", { query: "{ " }, {}, /Syntax Error/, /Синтаксическая ошибка/],
    [
      "a variable that is wrong",
      wrong,
      {},
      /\$input\.lines\[0\]\.quantity/,
      /переменной \$input\.lines\[0\]\.quantity/,
    ],
    [
      "a variable that is missing",
      { query: QUOTE },
      {},
      /"\$input" of required/,
      /переменная \$input/,
    ],
    ["an operation that is too deep", { query: DEEP }, {}, /depth \d+ of at most/, /вложенности/],
    [
      "a document that is too long",
      { query: `#${"x".repeat(20_000)}` },
      {},
      /characters/,
      /символов/,
    ],
    ["a body that is none", "[", {}, /./, /[а-яё]/],
    [
      "an operation by nobody's name",
      { query: "query A { __typename }", operationName: "B" },
      {},
      /named "B"/,
      /B/,
    ],
  ])("over HTTP: %s", async (_, body, headers, en, ru) => {
    const [english, russian] = [
      await told(body, "en", headers),
      await told(body, "ru-RU,ru;q=0.9", headers),
    ];
    expect(english?.message).toMatch(en);
    expect(english?.message).not.toMatch(/[а-яё]/i);
    expect(russian?.message).toMatch(ru);
    expect(russian?.message).toMatch(/[а-яё]/i);
    const { requestId: _one, ...extensions } = english?.extensions ?? {};
    expect(russian?.extensions).toMatchObject(extensions);
  });

  it("at entry points other than GraphQL", async () => {
    const response = await fetch(`${gateway.url}/nowhere`, {
      headers: { "accept-language": "ru" },
    });
    expect(((await response.json()) as Answered).errors[0]?.message).toBe("Ничего не найдено");
  });
});

describe("what was wrong", () => {
  it("is identified by its location", async () => {
    const lines = [{ article: "1" }, { article: "2", quantity: "many" }];
    const variables = { input: { branchId: NOBODY, fulfilment: "DELIVERY", lines } };
    const error = await told({ query: QUOTE, variables }, "en");
    expect(error?.message).toBe(
      'Variable "$input.lines[1].quantity" got an invalid value: Decimal cannot represent this value.',
    );
    expect(error?.extensions).toMatchObject({
      code: "BAD_USER_INPUT",
      variable: "input.lines[1].quantity",
    });
  });

  it("is reported with its cost and limit", async () => {
    const error = await told({ query: DEEP }, "en");
    expect(error?.extensions).toMatchObject({ code: "TOO_COMPLEX", measure: "DEPTH", limit: 15 });
    expect(error?.extensions["cost"]).toBeGreaterThan(15);
    const many = `{ ${Array.from({ length: 11 }, (_, index) => `a${index}: __typename`).join(" ")} }`;
    expect((await told({ query: many }, "en"))?.extensions).toMatchObject({ cost: 11, limit: 10 });
  });

  it("does not include numbers written in JSON or in a document", async () => {
    const branchId = await gateway.demoBranchId();
    const asked = (quantity: string) => `mutation { quoteOrder(input: {
      branchId: "${branchId}", fulfilment: PICKUP, lines: [{ article: "00101", quantity: ${quantity} }]
    }) { userErrors { code } quote { lines { quantity } } } }`;
    for (const quantity of ["2", "2.0", '"2,0"', '"２"']) {
      const { data, codes } = await gateway.ask<{ quoteOrder: { quote: object } }>(asked(quantity));
      expect(codes).toEqual([]);
      expect(data.quoteOrder.quote).toEqual({ lines: [{ quantity: "2" }] });
    }
  });
});
