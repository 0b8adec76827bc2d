import { readFileSync } from "node:fs";
import { join } from "node:path";

import {
  buildSchema,
  getNamedType,
  type GraphQLField,
  isInputObjectType,
  isObjectType,
} from "graphql";

import {
  EVERY_FIELD,
  Statement,
  statementOf,
  STATEMENTS,
} from "../../src/domain/access/statements";
import { inputsOf } from "../../src/resolvers/schema/input-maxima";
import { findUnstated } from "../../src/schema";
import { scopeTable, VIEWERS } from "../support/scope-table";

const schema = buildSchema(readFileSync(join(__dirname, "../../schema.graphql"), "utf8"));

/** Words of money and trust: an input that contains one of them must not pass for a mere wish. */
const MONEY_OR_TRUST =
  /price|total|sum$|amount|fee|paid|payment(Id|Type)|discount|bonus|points?$|percent|expected/i;

function fieldsOf(owner: string): string[] {
  const type = schema.getType(owner);
  return isInputObjectType(type) ? Object.keys(type.getFields()) : [];
}

function coordinatesOf(owner: string): string[] {
  return Object.values(STATEMENTS[owner] ?? {}).flatMap((names) =>
    (names === EVERY_FIELD ? fieldsOf(owner) : names.split(/\s+/)).map(
      (name) => `${owner}.${name}`,
    ),
  );
}

/** The input types that a field takes, at any depth. */
function inputsBelow(field: GraphQLField<unknown, unknown>): Set<string> {
  const found = new Set<string>();
  const visit = (name: string): void => {
    const type = schema.getType(name);
    if (!isInputObjectType(type) || found.has(name)) return;
    found.add(name);
    for (const inner of Object.values(type.getFields())) visit(getNamedType(inner.type).name);
  };
  for (const arg of field.args) visit(getNamedType(arg.type).name);
  return found;
}

describe("The statement kind of every argument and input field", () => {
  it("is given exactly once", () => {
    const all = [...inputsOf(schema).keys()].map((coordinate) =>
      coordinate.replace(/\((\w+):\)$/, ".$1"),
    );
    expect(Object.keys(STATEMENTS).flatMap(coordinatesOf).sort()).toEqual(all.sort());
  });

  it("is mandatory: a schema with an unclassified argument is not built", () => {
    const grown = buildSchema(
      "input PaymentInput { tip: String } type Query { me(input: PaymentInput, who: ID): String }",
    );
    expect(findUnstated(grown).sort()).toEqual([
      "PaymentInput.tip",
      "Query.me(input:)",
      "Query.me(who:)",
    ]);
  });

  it("is never a mere wish where money is involved", () => {
    const wishes = Object.entries(STATEMENTS).flatMap(([owner, said]) =>
      [said.WISH, said.CONTACT].flatMap(
        (names) => names?.split(/\s+/).map((name) => `${owner}.${name}`) ?? [],
      ),
    );
    expect(
      wishes.filter((coordinate) => MONEY_OR_TRUST.test(coordinate.split(".").at(-1) ?? "")),
    ).toEqual([]);
  });

  it("is the same in a quote and in an order", () => {
    const both = Object.values(STATEMENTS["QuoteInput"] ?? {}).flatMap((names) =>
      names.split(/\s+/),
    );
    const differing = both.filter(
      (name) => statementOf("QuoteInput", name) !== statementOf("CreateOrderInput", name),
    );
    expect(differing).toEqual([]);
  });

  it("is that of the restaurant where only its staff have access, and nowhere else", () => {
    const office: Record<string, boolean> = {};
    for (const { field, outcomes } of scopeTable) {
      const [type = "", name = ""] = field.split(".");
      const root = schema.getType(type);
      const definition = isObjectType(root) ? root.getFields()[name] : undefined;
      const guests = [
        VIEWERS.indexOf("nobody"),
        VIEWERS.indexOf("owner"),
        VIEWERS.indexOf("stranger"),
      ];
      const closed = guests.every((index) =>
        ["UNAUTHENTICATED", "FORBIDDEN"].includes(outcomes[index] ?? ""),
      );
      for (const owner of [field, ...(definition ? inputsBelow(definition) : [])])
        office[owner] = (office[owner] ?? true) && closed;
    }
    for (const [owner, closed] of Object.entries(office)) {
      const said = Object.keys(STATEMENTS[owner] ?? {});
      if (!closed)
        expect([owner, said]).toEqual([
          owner,
          said.filter((kind) => kind !== String(Statement.OFFICE)),
        ]);
      else if (owner !== "OrderFilter")
        expect([owner, said.filter((kind) => kind !== String(Statement.OFFICE))]).toEqual([
          owner,
          [],
        ]);
    }
  });
});
