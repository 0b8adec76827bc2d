import { execute, parse } from "graphql";

import { CompiledQueries } from "../../src/server/compiled-queries";
import { SampleSchema } from "../support/sample-schema";

const CONTEXT = { viewer: "guest", generation: 0 };

function asked(source: string, variables: Record<string, unknown> = {}, operationName?: string) {
  return { document: parse(source), operationName, hash: source, variables };
}

describe("Compiled queries", () => {
  it("answer from the third time on, so that a stranger's odd query is never compiled", async () => {
    const queries = new CompiledQueries(new SampleSchema().schema);
    const query = asked("{ dish { name with { name } } }");
    expect(await queries.answer(query, CONTEXT)).toBeUndefined();
    expect(await queries.answer(query, CONTEXT)).toBeUndefined();
    expect(await queries.answer(query, CONTEXT)).toEqual({
      data: { dish: { name: "Margherita", with: { name: "sauce" } } },
    });
  });

  it("are kept per operation, not only per document", async () => {
    const queries = new CompiledQueries(new SampleSchema().schema);
    const answerOf = async (name: string) => {
      const query = asked("query A { hello } query B { viewer }", {}, name);
      await queries.answer(query, CONTEXT);
      await queries.answer(query, CONTEXT);
      return queries.answer(query, CONTEXT);
    };
    expect(await answerOf("A")).toEqual({ data: { hello: "hello" } });
    expect(await answerOf("B")).toEqual({ data: { viewer: "guest" } });
  });

  it.each([
    ["a field", "{ hello dish { name } }"],
    ["an alias within a fragment", "{ hello ...F } fragment F on Query { other: dish { name } }"],
    ["an inline fragment", "{ hello ... on Query { dish { with { name } } } }"],
  ])("exclude queries that must not run twice, recognised by %s", async (_, source) => {
    const queries = new CompiledQueries(new SampleSchema().schema, (types) => !types.has("Dish"));
    for (let time = 0; time < 5; time++)
      expect(await queries.answer(asked(source), CONTEXT)).toBeUndefined();
    for (let time = 0; time < 2; time++) await queries.answer(asked("{ hello }"), CONTEXT);
    expect(await queries.answer(asked("{ hello }"), CONTEXT)).toEqual({ data: { hello: "hello" } });
  });

  it.each([
    ["a resolver fails", "{ hello crash }", {}],
    ["a value does not fit its type", "{ badInt }", {}],
    ["a variable is missing", "query ($first: Int!) { dishes(first: $first) { name } }", {}],
    [
      "a variable has the wrong type",
      "query ($first: Int!) { dishes(first: $first) { name } }",
      { first: "x" },
    ],
    ["there is no such operation", "query A { hello } query B { hello }", {}],
  ])("fall back to graphql-js when %s", async (_, source, variables) => {
    const queries = new CompiledQueries(new SampleSchema().schema);
    const answers = await Promise.all(
      [1, 2, 3, 4].map(() => queries.answer(asked(source, variables), CONTEXT)),
    );
    expect(answers).toEqual([undefined, undefined, undefined, undefined]);
  });

  const NAMES = [
    "__proto__",
    "constructor",
    "prototype",
    "hasOwnProperty",
    "toString",
    "valueOf",
    "toJSON",
    "then",
    "__parent",
  ];

  it.each(NAMES)("lose nothing that an alias calls %s", async (name) => {
    const { schema } = new SampleSchema();
    const queries = new CompiledQueries(schema);
    const query =
      asked(`query ${name} { ${name}: dish { ${name}: with { ${name}: name size } } ...${name} }
      fragment ${name} on Query { hello ${name}: dish { ${name}: with { name } } }`);
    const expected = JSON.stringify(
      execute({ schema, document: query.document, contextValue: CONTEXT }),
    );
    expect(expected.split(`"${name}"`)).toHaveLength(4);
    for (let times = 1; times <= 6; times += 1) {
      const answer = await queries.answer(query, CONTEXT);
      if (answer) expect(JSON.stringify(answer)).toBe(expected);
    }
  });

  it.each(NAMES)("find no value in a variable named %s that was never sent", async (name) => {
    const { schema } = new SampleSchema();
    const queries = new CompiledQueries(schema);
    const query = asked(
      `query ($${name}: Boolean = true, $x: Boolean) { dish { name @skip(if: $${name}) size } }`,
    );
    const expected = JSON.stringify(
      execute({ schema, document: query.document, contextValue: CONTEXT }),
    );
    for (let times = 1; times <= 6; times += 1) {
      const answer = await queries.answer(query, CONTEXT);
      if (answer) expect(JSON.stringify(answer)).toBe(expected);
    }
  });

  it("still work when another document could not be compiled", async () => {
    const queries = new CompiledQueries(new SampleSchema().schema);
    for (let times = 1; times <= 9; times += 1)
      await queries.answer(asked("{ __proto__: hello }"), CONTEXT);
    for (let times = 1; times <= 2; times += 1) await queries.answer(asked("{ hello }"), CONTEXT);
    expect(await queries.answer(asked("{ hello }"), CONTEXT)).toEqual({ data: { hello: "hello" } });
  });
});
