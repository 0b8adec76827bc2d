import { randomBytes } from "node:crypto";

import { FURTHER_DOWN, queryWith } from "../support/further-down";
import { argumentsOf, type GoodArguments, goodArguments } from "../support/good-arguments";
import { preparePlaces } from "../support/scope-places";
import { type Places } from "../support/scope-rows";
import { textPlaces } from "../support/text-places";
import { WholeGateway } from "../support/whole-gateway";

/** What Postgres cannot store anywhere, or cannot index. */
const TEXTS = {
  NUL: "a\u0000b",
  "half a surrogate pair": "a\ud800",
  "too much": randomBytes(10_000).toString("base64url"),
  "a cursor with NUL": Buffer.from('["\\u0000","\u0000"]').toString("base64url"),
};

let gateway: WholeGateway;
let places: Places;
let good: GoodArguments;

beforeAll(async () => {
  gateway = await WholeGateway.start({ publicMutationBurst: 0 });
  places = await preparePlaces(gateway);
  good = await goodArguments(gateway, places);
});

afterAll(() => gateway.stop());

/** null: it was answered, or refused properly. */
async function troubleOf(query: string, variables: object): Promise<string | null> {
  const { status, codes, text } = await gateway.ask(query, variables, gateway.adminKey);
  return status < 500 && !codes.includes("INTERNAL_SERVER_ERROR") ? null : text;
}

describe("a text that cannot be stored", () => {
  it.each(textPlaces())("causes no gateway error in $name", async ({ field, requestWith }) => {
    for (const [what, text] of Object.entries(TEXTS)) {
      const { query, variables } = requestWith(text, argumentsOf(good, field));
      expect({ what, trouble: await troubleOf(query, variables) }).toEqual({ what, trouble: null });
    }
  });

  it.each(FURTHER_DOWN)("causes no gateway error in %s", async (...place) => {
    for (const [what, text] of Object.entries(TEXTS)) {
      const { query, variables } = queryWith(place, text, places);
      expect({ what, trouble: await troubleOf(query, variables) }).toEqual({ what, trouble: null });
    }
  });
});
