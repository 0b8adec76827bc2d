import { parse } from "graphql";

import { sharingKey } from "../../src/server/sharing-key";
import { SampleSchema } from "../support/sample-schema";

const { schema } = new SampleSchema();

function key(query: string, variableValues: Record<string, unknown>, audience = "guest"): string {
  return sharingKey({ schema, document: parse(query), variableValues }, audience);
}

describe("the key by which subscriptions share answers", () => {
  it("is the same wherever they start, and whatever the order of their variables", () => {
    const query =
      "subscription ($to: Int!, $after: String) { shared(after: $after) @skip(if: $to) }";
    expect(key(query, { after: "1", to: 2 })).toBe(key(query, { to: 2, after: "9" }));
    expect(key(query, { to: 2 })).toBe(key(query, { to: 2, after: null }));
    expect(key(query, { to: 2 })).not.toBe(key(query, { to: 3 }));
    expect(key(query, { to: 2 })).not.toBe(key(query, { to: 2 }, "owner"));
  });

  it("differs between cursors that are also used for something else", () => {
    const query = `subscription ($after: String) { shared(after: $after) ...Other }
      fragment Other on Subscription { again: shared(text: $after) }`;
    expect(key(query, { after: "1" })).not.toBe(key(query, { after: "2" }));
  });
});
