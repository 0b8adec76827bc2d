import { WholeGateway } from "../support/whole-gateway";

let gateway: WholeGateway;
let branchId: string;

beforeAll(async () => {
  gateway = await WholeGateway.start();
  branchId = await gateway.demoBranchId();
});

afterAll(() => gateway.stop());

const WORDS = Array.from("абвгдежзи");

/** Everywhere that a caller's words are searched for in names. */
const SEARCHES = {
  products: "products(branchId: $branchId, search: $search) { pageInfo { hasNextPage } }",
  "PosMenu.items": "posMenu(branchId: $branchId) { items(search: $search) { totalCount } }",
};

const ACCEPTED = {
  "100 characters": "п".repeat(100),
  "8 different words": WORDS.slice(0, 8).join(" "),
  "one word 20 times": "сыр ".repeat(20),
};

const REFUSED = {
  "101 characters": ["п".repeat(101), "search: at most 100 characters"],
  "9 different words": [WORDS.join(" "), "search: at most 8 different words"],
  "240 KB of one-letter words": ["а ".repeat(80_000), "search: at most 100 characters"],
} as const;

function pairs<Text>(
  texts: Readonly<Record<string, Text>>,
): [what: string, field: string, document: string, text: Text][] {
  return Object.entries(texts).flatMap(([what, text]) =>
    Object.entries(SEARCHES).map(([field, document]): [string, string, string, Text] => [
      what,
      field,
      document,
      text,
    ]),
  );
}

function ask(document: string, search: string) {
  const query = `query ($branchId: ID!, $search: String) { ${document} }`;
  return gateway.ask(query, { branchId, search }, gateway.adminKey);
}

describe("A search", () => {
  it.each(pairs(ACCEPTED))("for %s is answered by %s", async (_what, _field, document, search) => {
    const { status, codes } = await ask(document, search);
    expect({ status, codes }).toEqual({ status: 200, codes: [] });
  });

  it.each(pairs(REFUSED))(
    "for %s is refused by %s, however often it is sent",
    async (...[, , document, refusal]) => {
      const [search, message] = refusal;
      // From the third time on, compiled code answers.
      for (let time = 0; time < 5; time++) {
        const { text } = await ask(document, search);
        const extensions = { code: "BAD_USER_INPUT", retryable: false, field: ["search"] };
        expect((JSON.parse(text) as { errors: unknown }).errors).toMatchObject([
          { message, extensions },
        ]);
      }
    },
  );
});
