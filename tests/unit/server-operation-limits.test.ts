import { buildSchema, parse, validate, type ValidationRule } from "graphql";

import { MAX_VALIDATION_ERRORS, operationLimits } from "../../src/server/operation-limits";

const schema = buildSchema("type Query { hello: String }");

/** How many fields a rule that runs after the limits still gets to see. */
function fieldsSeenAfterLimits(source: string): number {
  let seen = 0;
  const counting: ValidationRule = () => ({ Field: () => void (seen += 1) });
  validate(schema, parse(source), [operationLimits, counting], {
    maxErrors: MAX_VALIDATION_ERRORS,
  });
  return seen;
}

const aliases = (count: number) =>
  `{ ${Array.from({ length: count }, (_, n) => `a${n}: hello`).join(" ")} }`;

describe("An operation over the limits", () => {
  it("spares all other rules, including the slow ones", () => {
    expect(fieldsSeenAfterLimits(aliases(1_000))).toBe(0);
  });

  it("is the only kind that does", () => {
    expect(fieldsSeenAfterLimits(aliases(10))).toBe(10);
  });
});
