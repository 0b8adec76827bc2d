import { buildSchema, execute, type GraphQLSchema, isObjectType, parse, subscribe } from "graphql";

import { boundInputs } from "../../src/schema";
import { CompiledQueries } from "../../src/server/compiled-queries";
import { maskError } from "../../src/server/mask-error";

const SDL = `
  directive @atMost(characters: Int, items: Int, asUserError: Boolean) on ARGUMENT_DEFINITION | INPUT_FIELD_DEFINITION
  input Dish {
    name: String @atMost(characters: 5)
    tags: [String!] @atMost(characters: 3, items: 2)
    note: String @atMost(characters: 3, asUserError: true)
    with: [Dish!] @atMost(items: 2, asUserError: true)
  }
  type Query {
    dish(of: Dish, id: ID): String
    named(name: String @atMost(characters: 5)): String
    defaulted(name: String = "far too long" @atMost(characters: 5)): String
    plain(count: Int): String
  }
  type Subscription { dish(name: String @atMost(characters: 5)): String }
`;

let ran: number;
let schema: GraphQLSchema;

beforeEach(() => {
  ran = 0;
  schema = buildSchema(SDL);
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) || type.name.startsWith("__")) continue;
    for (const field of Object.values(type.getFields())) {
      field.resolve = () => `answer ${++ran}`;
      if (type.name === "Subscription") field.subscribe = () => noEvents(++ran);
    }
  }
  boundInputs(schema);
});

// eslint-disable-next-line @typescript-eslint/require-await
async function* noEvents(_ran: number): AsyncGenerator<object> {
  yield {};
}

async function told(source: string, variableValues: Record<string, unknown> = {}) {
  const { errors = [] } = await execute({ schema, document: parse(source), variableValues });
  return errors.map((error) => maskError(error, { hideSuggestions: false }).formatted);
}

describe("A text or list that exceeds its stated length", () => {
  it.each<[string, unknown, string, string[]]>([
    ["a text", { name: "Borsch" }, "of.name: at most 5 characters", ["of", "name"]],
    ["a list", { tags: ["a", "b", "c"] }, "of.tags: at most 2 items", ["of", "tags"]],
    [
      "a text in a list",
      { tags: ["a", "soup"] },
      "of.tags[1]: at most 3 characters",
      ["of", "tags", "1"],
    ],
    [
      "a text in an input in a list in an input of its own type",
      { with: [{}, { with: [{ name: "Borsch" }] }] },
      "of.with[1].with[0].name: at most 5 characters",
      ["of", "with", "1", "with", "0", "name"],
    ],
  ])("is refused, naming where it stands: %s", async (_what, of, message, field) => {
    const extensions = { code: "BAD_USER_INPUT", retryable: false, field };
    expect(await told("query ($of: Dish) { dish(of: $of) }", { of })).toMatchObject([
      { message, extensions },
    ]);
    expect(ran).toBe(0);
  });

  it.each([
    ["in the document", '{ named(name: "Borsch") }', {}],
    ["in a variable", "query ($name: String) { named(name: $name) }", { name: "Borsch" }],
    ["in a variable's default", 'query ($name: String = "Borsch") { named(name: $name) }', {}],
    [
      "in a variable inside an input",
      "query ($name: String) { dish(of: { name: $name }) }",
      { name: "Borsch" },
    ],
    ["in the schema's default", "{ defaulted }", {}],
    ["in an ID", "query ($id: ID) { dish(id: $id) }", { id: "1".repeat(101) }],
  ])("is refused %s", async (_where, source, variables) => {
    expect(await told(source, variables)).toMatchObject([
      { extensions: { code: "BAD_USER_INPUT" } },
    ]);
    expect(ran).toBe(0);
  });

  it("is refused before a subscription begins", async () => {
    const document = parse('subscription { dish(name: "Borsch") }');
    expect(await subscribe({ schema, document })).toMatchObject({
      errors: [{ message: "name: at most 5 characters" }],
    });
    expect(ran).toBe(0);
  });

  it("is refused by compiled code, which leaves the wording to graphql-js", async () => {
    const queries = new CompiledQueries(schema);
    const source = "query ($name: String) { named(name: $name) }";
    const asked = (name: string) => ({
      document: parse(source),
      operationName: undefined,
      hash: "",
      variables: { name },
    });
    for (const name of ["Soup", "Soup", "Soup"]) await queries.answer(asked(name), {});
    expect(await queries.answer(asked("Soup"), {})).toMatchObject({
      data: { named: expect.any(String) as string },
    });
    const before = ran;
    expect(await queries.answer(asked("Borsch"), {})).toBeUndefined();
    expect(ran).toBe(before);
  });
});

describe("What is let through", () => {
  it.each([
    ["as many characters as stated", { name: "Salad" }],
    ["characters that take two places of a string, counted once", { name: "🍕🍕🍕🍕🍕" }],
    ["nothing", { name: null, tags: null }],
    ["a single value for a list", { tags: "a" }],
    ["what a use case refuses in its own words", { note: "no onions", with: [{}, {}, {}] }],
  ])("is %s", async (_what, of) => {
    expect(await told("query ($of: Dish) { dish(of: $of) }", { of })).toEqual([]);
    expect(ran).toBe(1);
  });

  it("includes fields that take neither texts nor lists, which stay as they were", () => {
    const resolve = () => "the same";
    const untouched = buildSchema("type Query { plain(count: Int): String none: String }");
    const { plain, none } = untouched.getQueryType()!.getFields();
    Object.assign(plain!, { resolve });
    boundInputs(untouched);
    expect([plain?.resolve, none?.resolve]).toEqual([resolve, undefined]);
  });
});
