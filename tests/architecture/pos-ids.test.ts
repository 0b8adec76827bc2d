import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

import {
  buildSchema,
  getNamedType,
  type GraphQLArgument,
  type GraphQLField,
  isInputObjectType,
  isObjectType,
} from "graphql";

const ROOT = join(__dirname, "..", "..");
const SRC = join(ROOT, "src");
/** Its ids are UUIDs. */
const OF_IIKO = /^adapters\/iiko\//;
/** How ids that a POS gives are called in the code and in the tables. */
const OF_A_POS =
  /\b(pos(Order|Product|Size|Group|Street|Customer|PaymentType)?Ids?|(organization|terminalGroup|wallet|customer|priceCategory|paymentType|discount|marketingSource)Ids?|\w*_in_pos)\b/;
/** What takes a text for a UUID. */
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

it("nothing outside iiko's adapter takes an id of a POS for a UUID", () => {
  const files = readdirSync(SRC, { recursive: true, encoding: "utf8" }).filter(
    (path) => path.endsWith(".ts") && !OF_IIKO.test(path),
  );
  const found = files.flatMap((path) =>
    takenForUuids(readFileSync(join(SRC, path), "utf8")).map((text) => `${path}: ${text}`),
  );
  expect(found).toEqual([]);
});

it("finds what does, in code and in SQL", () => {
  const wrong = [
    "if (isUuid(update.posOrderId)) return;",
    "posOrderIds.filter(isUuid)",
    "where organization_id_in_pos = $1::uuid",
    'as place ("posOrderId" uuid, "keyId" text)',
    '@Column("uuid", { name: "wallet_id_in_pos" })',
  ];
  // The parameter of the third says nothing of itself.
  expect(wrong.map((text) => takenForUuids(text).length)).toEqual([1, 1, 0, 1, 1]);
  expect(takenForUuids('isUuid(branchId) && "orderId" uuid')).toEqual([]);
});

it("every field of the scalar UUID gives way to one that shows the ids of every POS", () => {
  /** Of one call. A POS whose calls have other ids has none here. */
  const ofCalls = ["correlationId"];
  const schema = buildSchema(readFileSync(join(ROOT, "schema.graphql"), "utf8"));
  const left = Object.values(schema.getTypeMap()).flatMap((type) => {
    const fields: Field[] = isObjectType(type)
      ? Object.values(type.getFields()).flatMap((field) => [field, ...field.args])
      : isInputObjectType(type)
        ? Object.values(type.getFields())
        : [];
    return fields
      .filter(({ type: its }) => String(getNamedType(its)) === "UUID")
      .filter(({ name, deprecationReason }) => !deprecationReason && !ofCalls.includes(name))
      .map(({ name }) => `${type.name}.${name}`);
  });
  expect(left).toEqual([]);
});
