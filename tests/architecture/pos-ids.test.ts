import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

import {
  buildSchema,
  getNamedType,
  type GraphQLArgument,
  type GraphQLField,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
} from "graphql";

const ROOT = join(__dirname, "..", "..");
const SRC = join(ROOT, "src");
/** Its ids are UUIDs. */
const OF_IIKO = /^adapters\/iiko\//;
/** The names of ids from a POS in the code and in the tables. */
const OF_A_POS =
  /\b(pos(Order|Product|Size|Group|Street|Customer|PaymentType)?Ids?|(organization|terminalGroup|wallet|customer|priceCategory|paymentType|discount|marketingSource)Ids?|\w*_in_pos)\b/;
/** Code that treats a text as a UUID. */
const AS_UUID = [
  /isUuid\(([^)]*)\)/g,
  /([\w.]+)\.filter\(isUuid\)/g,
  /(["\w]+)::uuid/g,
  /("?\w+"?) uuid\b/g,
  /@(?:Primary)?Column\("uuid", \{ name: "(\w+)"/g,
];

type Field =
  Pick<GraphQLArgument, "name" | "type" | "deprecationReason"> | GraphQLField<unknown, unknown>;

function takenForUuids(text: string): string[] {
  return AS_UUID.flatMap((pattern) => [...text.matchAll(pattern)].map(([whole]) => whole)).filter(
    (found) => OF_A_POS.test(found),
  );
}

it("nothing outside iiko's adapter treats a POS id as a UUID", () => {
  const files = readdirSync(SRC, { recursive: true, encoding: "utf8" }).filter(
    (path) => path.endsWith(".ts") && !OF_IIKO.test(path),
  );
  const found = files.flatMap((path) =>
    takenForUuids(readFileSync(join(SRC, path), "utf8")).map((text) => `${path}: ${text}`),
  );
  expect(found).toEqual([]);
});

it("finds code and SQL that do so", () => {
  const wrong = [
    "if (isUuid(update.posOrderId)) return;",
    "posOrderIds.filter(isUuid)",
    "where organization_id_in_pos = $1::uuid",
    'as place ("posOrderId" uuid, "keyId" text)',
    '@Column("uuid", { name: "wallet_id_in_pos" })',
  ];
  // The parameter in the third text has no name that gives it away.
  expect(wrong.map((text) => takenForUuids(text).length)).toEqual([1, 1, 0, 1, 1]);
  expect(takenForUuids('isUuid(branchId) && "orderId" uuid')).toEqual([]);
});

/** Ids of a single call. A POS whose calls have other ids has none here. */
const OF_CALLS = ["correlationId"];

/** The name that replaces a deprecated one. */
function insteadOf({ deprecationReason }: Field): string | undefined {
  return /Use (\w+)\.$/.exec(deprecationReason ?? "")?.[1];
}

/** Of fields or arguments in the same place, the UUIDs that have no ID alongside them. */
function withoutId(together: readonly Field[]): string[] {
  const ids = new Set(
    together.filter(({ type }) => String(getNamedType(type)) === "ID").map(({ name }) => name),
  );
  return together
    .filter(({ name, type }) => String(getNamedType(type)) === "UUID" && !OF_CALLS.includes(name))
    .filter((field) => !ids.has(insteadOf(field) ?? ""))
    .map(({ name }) => name);
}

function uuidsWithoutId(sdl: string): string[] {
  return Object.values(buildSchema(sdl).getTypeMap()).flatMap((type) => {
    if (isInputObjectType(type))
      return withoutId(Object.values(type.getFields())).map((name) => `${type.name}.${name}`);
    if (!isObjectType(type) && !isInterfaceType(type)) return [];
    const fields = Object.values(type.getFields());
    return [...withoutId(fields), ...fields.flatMap(({ args }) => withoutId(args))].map(
      (name) => `${type.name}.${name}`,
    );
  });
}

it("every field and argument of the scalar UUID is replaced by an ID alongside it", () => {
  expect(uuidsWithoutId(readFileSync(join(ROOT, "schema.graphql"), "utf8"))).toEqual([]);
});

it("finds one that has no replacement, or whose replacement does not exist", () => {
  const sdl = `
    scalar UUID
    input I { posId: UUID }
    type T { posId: UUID @deprecated(reason: "Use idInPos."), other: UUID @deprecated(reason: "Use otherInPos."), otherInPos: ID }
    type Query { t(posId: UUID @deprecated(reason: "Use idInPos."), idInPos: ID): T, u(posId: UUID, idInPos: ID): T }
  `;
  expect(uuidsWithoutId(sdl)).toEqual(["I.posId", "T.posId", "Query.posId"]);
});
