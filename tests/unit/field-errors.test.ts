import { buildSchema, type GraphQLError, parse } from "graphql";
import { getVariableValues } from "graphql/execution/values";

import { Forbidden, NotFound, PosUnavailable, RateLimited } from "../../src/errors";
import { Decimal } from "../../src/resolvers/schema/scalars";
import { inWordsOf } from "../../src/server/error-words";
import { maskError } from "../../src/server/mask-error";
import { tooComplex } from "../../src/server/operation-limits";
import { withoutValues } from "../../src/server/without-values";

const SCHEMA = buildSchema(`
  scalar Decimal
  enum Way { DELIVERY PICKUP }
  input Line { article: String!, quantity: Decimal, count: Int }
  input Guest { name: String!, phone: String! }
  input Order { customer: Guest, lines: [Line!]!, way: Way, paid: Boolean }
  type Query { order(input: Order!): Int }
`);
Object.assign(SCHEMA.getType("Decimal") ?? {}, {
  parseValue: Decimal.parseValue.bind(Decimal),
  parseLiteral: Decimal.parseLiteral.bind(Decimal),
});

const [DEFINITION] = parse("query Q($input: Order!) { order(input: $input) }").definitions;

function wrong(input: unknown): GraphQLError {
  const definitions =
    DEFINITION && "variableDefinitions" in DEFINITION ? (DEFINITION.variableDefinitions ?? []) : [];
  const { errors = [] } = getVariableValues(SCHEMA, definitions, { input });
  const [error] = errors;
  if (!error) throw new Error("The variables are good");
  return error;
}

const line = { article: "00101" };
const SECRET = "Anna +79001234567";

describe("an error about variables keeps the path to what is wrong and drops only the value", () => {
  it.each<[unknown, string, string]>([
    [
      { lines: [{ ...line, quantity: SECRET }] },
      "$input.lines[0].quantity",
      "Decimal cannot represent this value.",
    ],
    [
      { lines: [line, { ...line, count: SECRET }] },
      "$input.lines[1].count",
      "Int cannot represent this value.",
    ],
    [
      { lines: [line, { ...line, count: 1.5 }] },
      "$input.lines[1].count",
      "Int cannot represent this value.",
    ],
    [
      { lines: [{ article: { deep: SECRET } }] },
      "$input.lines[0].article",
      "String cannot represent this value.",
    ],
    [{ lines: [line], way: SECRET }, "$input.way", 'The value does not exist in "Way" enum.'],
    [{ lines: [line], way: 5 }, "$input.way", 'The value does not exist in "Way" enum.'],
    [{ lines: [line], paid: SECRET }, "$input.paid", "Boolean cannot represent this value."],
    [
      { lines: [line], customer: { name: SECRET } },
      "$input.customer",
      'Field "phone" of required type "String!" was not provided.',
    ],
    [
      { lines: [line], customer: SECRET },
      "$input.customer",
      'Expected type "Guest" to be an object.',
    ],
    [{ lines: [null] }, "$input.lines[0]", 'Expected non-nullable type "Line!" not to be null.'],
    [
      { lines: [{ ...line, comments: SECRET }] },
      "$input.lines[0]",
      'Field "comments" is not defined by type "Line".',
    ],
    [{ comment: SECRET }, "$input", 'Field "lines" of required type "[Line!]!" was not provided.'],
    [SECRET, "$input", 'Expected type "Order" to be an object.'],
    [
      { lines: [{ ...line, quantity: `"; Int at "input.x"; ${SECRET}` }] },
      "$input.lines[0].quantity",
      "Decimal cannot",
    ],
  ])("%j", (input, place, reason) => {
    const { message } = maskError(wrong(input), { hideSuggestions: true }).formatted;
    expect(message).toContain(`Variable "${place}" got an invalid value: ${reason}`);
    expect(message).not.toContain("Anna");
    expect(message).not.toContain("7900");
  });

  it("and names it for programs", () => {
    const error = wrong({ lines: [line, { ...line, quantity: "two" }] });
    expect(maskError(error, { hideSuggestions: true }).formatted.extensions).toEqual({
      code: "BAD_USER_INPUT",
      variable: "input.lines[1].quantity",
    });
  });

  it("in time proportional to its length", () => {
    const hostile = `Variable "$input" got invalid value ${' at "input'.repeat(50_000)}; ${"; Field ".repeat(50_000)}`;
    expect(withoutValues(hostile)).toBe('Variable "$input" got an invalid value.');
  });
});

describe("the scalar Decimal", () => {
  const literal = (text: string) => {
    const [definition] = parse(`{ order(input: ${text}) }`).definitions;
    const [field] =
      definition && "selectionSet" in definition ? (definition.selectionSet?.selections ?? []) : [];
    const value = field && "arguments" in field ? field.arguments?.[0]?.value : undefined;
    return value && Decimal.parseLiteral(value);
  };

  it("accepts numbers in JSON and in documents exactly, and strings", () => {
    expect([449.9, 2, 0.1, "449.90", "1 995,00"].map((value) => Decimal.parseValue(value))).toEqual(
      [...["449.9", "2", "0.1", "449.90", "1995.00"]],
    );
    expect(["449.90", "2", "-0.10", '"449,90"', "12e-1"].map(literal)).toEqual([
      "449.9",
      "2",
      "-0.1",
      "449.90",
      "1.2",
    ]);
  });

  it.each([true, null, {}, [], NaN, 1e15, 0.1 + 0.2, "", "two"])("rejects %j", (value) => {
    expect(() => Decimal.parseValue(value)).toThrow("Decimal cannot represent this value");
  });

  it("always returns strings", () => {
    expect(Decimal.serialize("449.90")).toBe("449.90");
    expect(() => Decimal.serialize(449.9)).toThrow();
    expect(() => Decimal.serialize("449,90")).toThrow();
  });
});

describe("a thrown error speaks the language of its caller", () => {
  const said = (error: unknown, locale: "ru" | "en") =>
    maskError(error, { hideSuggestions: true, locale }).formatted;

  it("in the words that were written for it", () => {
    const error = new NotFound({ en: "There is no such branch", ru: "Такого филиала нет" });
    expect(said(error, "ru").message).toBe("Такого филиала нет");
    expect(said(error, "en").message).toBe("There is no such branch");
    expect(error.message).toBe("There is no such branch");
  });

  it.each([
    new Error("password=hunter2"),
    new Forbidden("Somebody else's"),
    new PosUnavailable("iiko's answer to /api/1/x is not readable"),
    new RateLimited("Too many", 1_000),
    wrong({ lines: [{ ...line, quantity: "two" }] }),
    tooComplex(),
    tooComplex({ measure: "depth", cost: 16, limit: 15 }),
  ])("by its code or its place, whatever was thrown (%#)", (error) => {
    expect(said(error, "ru").message).toMatch(/^[А-ЯЁ]/);
    expect(said(error, "ru").message).not.toContain("hunter2");
    expect(said(error, "en").message).not.toMatch(/[а-яё]/i);
    expect(said(error, "ru").extensions).toEqual(said(error, "en").extensions);
  });

  it("also for errors in documents", () => {
    const ru = (message: string, code = "GRAPHQL_VALIDATION_FAILED") =>
      inWordsOf("ru", message, { code });
    expect(ru('Cannot query field "hallo" on type "Query".')).toBe("В типе Query нет поля hallo.");
    expect(ru('Variable "$input" is not defined by operation "Q".')).toBe(
      "Переменная $input не объявлена.",
    );
    expect(ru("Syntax Error: Unexpected Name …", "GRAPHQL_PARSE_FAILED")).toBe(
      "Синтаксическая ошибка в документе.",
    );
    expect(ru("Whatever a later version of GraphQL says.")).toBe(
      "Запрос составлен неверно: Whatever a later version of GraphQL says.",
    );
  });

  it("except for what is meant for programs", () => {
    expect(inWordsOf("ru", "PersistedQueryNotFound", { code: "PERSISTED_QUERY_NOT_FOUND" })).toBe(
      "PersistedQueryNotFound",
    );
  });

  it("with the measure, cost and limit when the operation is too complex", () => {
    const error = tooComplex({ measure: "root fields", cost: 31, limit: 30 });
    expect(said(error, "en")).toEqual({
      message: "The operation is too complex: root fields 31 of at most 30",
      extensions: { code: "TOO_COMPLEX", measure: "ROOT_FIELDS", cost: 31, limit: 30 },
    });
    expect(said(error, "ru").message).toBe(
      "Запрос слишком сложный: полей верхнего уровня 31, а можно 30",
    );
  });
});
