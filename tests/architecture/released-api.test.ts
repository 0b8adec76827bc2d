import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const SCRIPT = join(__dirname, "..", "..", "scripts", "check-api.mjs");
const RELEASED = `
type Query {
  order(id: ID!, language: String @deprecated(reason: "Use the header")): Order
  points: Int @deprecated(reason: "Use order")
  tier: Tier @deprecated(reason: "Never known")
}
type Order { id: ID! total: Int! way: Way }
type Tier { name: String }
enum Way { DELIVERY PICKUP DINE_IN @deprecated(reason: "Never used") }
input Place { city: String }
`;

/** How the check of the changed schema ends, and what it reports. */
function checked(from: string, to: string): { status: number | null; told: string } {
  const folder = mkdtempSync(join(tmpdir(), "released-api-"));
  const files = ["released.graphql", "today.graphql"].map((name) => join(folder, name));
  writeFileSync(files[0]!, RELEASED);
  writeFileSync(files[1]!, RELEASED.replace(from, to));
  const { status, stderr } = spawnSync(process.execPath, [SCRIPT, ...files], { encoding: "utf8" });
  rmSync(folder, { recursive: true });
  return { status, told: stderr };
}

describe("The API check against the last release", () => {
  it.each([
    ["a new field", "total: Int!", "total: Int! number: String"],
    ["a new optional argument", "id: ID!,", "id: ID!, zone: String,"],
    [
      "a field that is gone after it was deprecated",
      'points: Int @deprecated(reason: "Use order")',
      "",
    ],
    [
      "an argument that is gone after it was deprecated",
      ', language: String @deprecated(reason: "Use the header")',
      "",
    ],
    [
      "a value that is gone after it was deprecated",
      'DINE_IN @deprecated(reason: "Never used")',
      "",
    ],
  ])("allows %s", (_, from, to) => {
    expect(checked(from, to)).toEqual({ status: 0, told: "" });
  });

  it("allows removing a type that only deprecated fields had", () => {
    const [field, type] = [
      'tier: Tier @deprecated(reason: "Never known")',
      "type Tier { name: String }",
    ];
    const between = RELEASED.slice(RELEASED.indexOf(field), RELEASED.indexOf(type) + type.length);
    expect(checked(between, between.replace(field, "").replace(type, "")).status).toBe(0);
  });

  it.each([
    ["a field that is gone", "total: Int!", "", "FIELD_REMOVED: Order.total"],
    ["a field of another type", "total: Int!", "total: String!", "FIELD_CHANGED_KIND: Order.total"],
    [
      "a field that may be null now",
      "total: Int!",
      "total: Int",
      "FIELD_CHANGED_KIND: Order.total",
    ],
    ["a value that is gone", "PICKUP", "", "VALUE_REMOVED_FROM_ENUM: PICKUP"],
    [
      "a new argument that is required",
      "id: ID!,",
      "id: ID!, zone: String!,",
      "REQUIRED_ARG_ADDED",
    ],
    [
      "a new input field that is required",
      "city: String",
      "city: String house: String!",
      "REQUIRED_INPUT_FIELD_ADDED",
    ],
    ["a type that is gone", "input Place { city: String }", "", "TYPE_REMOVED: Place"],
  ])("reports %s", (_, from, to, told) => {
    const { status, told: said } = checked(from, to);
    expect(status).toBe(1);
    expect(said).toContain(told);
  });
});
