import { FURTHER_DOWN, queryWith, textsBelowTheRoot } from "../support/further-down";
import { argumentsOf, type GoodArguments, goodArguments } from "../support/good-arguments";
import { preparePlaces } from "../support/scope-places";
import { type Places } from "../support/scope-rows";
import { SseClient } from "../support/sse-client";
import { listPlaces, type Request, textPlaces } from "../support/text-places";
import { WebSocketClient } from "../support/websocket-client";
import { WholeGateway } from "../support/whole-gateway";

let gateway: WholeGateway;
let places: Places;
let good: GoodArguments;
let before: string;

beforeAll(async () => {
  gateway = await WholeGateway.start({ publicMutationBurst: 0 });
  places = await preparePlaces(gateway);
  good = await goodArguments(gateway, places);
  before = await everythingThatCallersMake();
});

afterAll(() => gateway.stop());

interface Told {
  readonly code: string;
  readonly field?: readonly string[] | null;
}

interface Answer {
  readonly data?: Readonly<Record<string, Outcome | null>> | null;
  readonly errors?: readonly { readonly message: string; readonly extensions: Told }[];
}

interface Outcome {
  readonly userErrors?: readonly Told[];
  readonly quote?: { readonly warnings: readonly Told[] } | null;
}

async function everythingThatCallersMake(): Promise<string> {
  const documents = [
    "{ apiKeys { id revokedAt } }",
    "{ branches { nodes { id name version acceptingDelivery settings { fallback { target } } } } }",
    "query ($branchId: ID!) { branch(id: $branchId) { changes { nodes { field at } } sections { nodes { name } } } }",
    "query ($branchId: ID!) { products(branchId: $branchId) { nodes { article fieldSources { locked } } } }",
    "{ orders { nodes { id injection { state } cancellation { outcome } } } }",
    "query ($branchId: ID!) { promotions(branchId: $branchId) { nodes { id disabledAt codes { nodes { code } } } } }",
  ];
  const answers = documents.map(async (document) => {
    const { text, codes } = await gateway.ask(
      document,
      { branchId: places.branchId },
      gateway.adminKey,
    );
    expect(codes).toEqual([]);
    return text;
  });
  return (await Promise.all(answers)).join("\n");
}

/** Everything that was refused, in a form that a program can read. */
function refusalsIn({ data, errors = [] }: Answer): Told[] {
  const outcomes = Object.values(data ?? {}).filter((outcome) => outcome !== null);
  const faults = outcomes.flatMap(({ userErrors = [], quote }) => [
    ...userErrors,
    ...(quote?.warnings ?? []),
  ]);
  return [...errors.map(({ extensions }) => extensions), ...faults];
}

async function refusalsOf({ query, variables }: Request): Promise<Told[]> {
  const { status, text } = await gateway.ask(query, variables, gateway.adminKey);
  expect(status).toBeLessThan(500);
  return refusalsIn(JSON.parse(text) as Answer);
}

/** Refers to exactly this place, or to the list that contains it. */
function isAbout(place: readonly string[], { field }: Told): boolean {
  return field?.join(".") === place.join(".") || field?.join(".") === place.slice(0, -1).join(".");
}

/** What a scalar refuses has no field: graphql-js names the variable. */
function isOfScalar({ code, field }: Told): boolean {
  return code === "BAD_USER_INPUT" && field === undefined;
}

/** Codes about a text, as opposed to a missing value or a failed call. */
const CODES = ["BAD_USER_INPUT", "INVALID", "NOT_FOUND", "PHONE_INVALID", "PROMO_NOT_FOUND"];

async function expectRefusal(
  request: Request,
  place: readonly string[],
  ofScalar = false,
): Promise<void> {
  const refusals = await refusalsOf(request);
  const told = refusals.filter((refusal) =>
    ofScalar ? isOfScalar(refusal) : isAbout(place, refusal),
  );
  expect({ place, refusals, isTold: told.some(({ code }) => CODES.includes(code)) }).toMatchObject({
    isTold: true,
  });
}

const ofCursor = (name: string) => /\(after:?\)$/.test(name);

describe("A text one character over its stated maximum", () => {
  it.each(textPlaces())(
    "is refused in $name",
    async ({ field, characters, place, requestWith }) => {
      const request = requestWith("1".repeat(characters + 1), argumentsOf(good, field));
      const isEventCursor = /: EventCursor/.test(request.query);
      await expectRefusal(request, place, isEventCursor && place.at(-1) === "after");
    },
  );

  it.each(FURTHER_DOWN)("is refused in %s", async (...further) => {
    const [coordinate, type] = further;
    const { characters, place } = textsBelowTheRoot().find(
      (each) => each.coordinate === coordinate,
    )!;
    await expectRefusal(
      queryWith(further, "1".repeat(characters + 1), places),
      [place],
      type === "EventCursor",
    );
  });

  it("is tested in every field below the root that takes one", () => {
    expect(FURTHER_DOWN.map(([coordinate]) => coordinate).sort()).toEqual(
      textsBelowTheRoot()
        .map(({ coordinate }) => coordinate)
        .sort(),
    );
  });
});

describe("A text of exactly its stated maximum", () => {
  it.each(textPlaces(["query"]))(
    "is not too long in $name",
    async ({ field, characters, requestWith }) => {
      const { query, variables } = requestWith("1".repeat(characters), argumentsOf(good, field));
      const { text } = await gateway.ask(query, variables, gateway.adminKey);
      expect(text).not.toContain("at most");
    },
  );
});

describe("A list one item over its stated maximum", () => {
  it.each(listPlaces())("is refused in $name", async ({ field, items, place, requestWith }) => {
    await expectRefusal(requestWith(items + 1, argumentsOf(good, field)), place);
  });
});

describe("Overlong input", () => {
  it("changes nothing", async () => {
    expect(await everythingThatCallersMake()).toBe(before);
  });

  it("is not repeated to its sender", async () => {
    const search = "a secret ".repeat(20);
    const document =
      "query ($branchId: ID!, $search: String) { products(branchId: $branchId, search: $search) { nodes { id } } }";
    const { text } = await gateway.ask(document, { branchId: places.branchId, search });
    expect(text).not.toContain("secret");
    expect(JSON.parse(text)).toMatchObject({
      errors: [
        {
          message: "search: at most 100 characters",
          extensions: { code: "BAD_USER_INPUT", field: ["search"] },
        },
      ],
    });
  });
});

describe("Over a socket and as an event stream", () => {
  const all = [
    ...textPlaces(["subscription"]),
    ...listPlaces(["subscription"]),
    ...textPlaces(["query"]).filter(({ name }) => name === "products(search)"),
    ...listPlaces(["query"]).filter(({ name }) => name === "orders(filter.branchIds)"),
  ];

  /** Includes everything else that is required. */
  function requestFor(asked: (typeof all)[number]): Request {
    const { branchId, orderId, token } = places;
    const others: GoodArguments = {
      branchOrderEvents: { branchId },
      orderStatusChanged: { orderId },
      trackOrder: { token },
      products: { branchId },
    };
    if ("items" in asked) return asked.requestWith(asked.items + 1, others[asked.field]);
    return asked.requestWith("1".repeat(asked.characters + 1), others[asked.field]);
  }

  function expectTold(name: string, place: readonly string[], errors: Answer["errors"]): void {
    expect(errors?.map(({ extensions }) => extensions.code)).toEqual(["BAD_USER_INPUT"]);
    if (!ofCursor(name)) expect(errors?.[0]?.extensions.field).toEqual(place);
  }

  it.each(all)("overlong input in $name is refused over a socket", async (asked) => {
    const request = requestFor(asked);
    const client = await WebSocketClient.connect(gateway.webSocketUrl, {
      authorization: `Bearer ${gateway.adminKey}`,
    });
    client.subscribe("1", request.query, request.variables);
    const [message] = await client.answer("1");
    await client.leave();
    const errors =
      message?.type === "error" ? message.payload : (message?.payload as Answer).errors;
    expectTold(asked.name, asked.place, errors as Answer["errors"]);
  });

  it.each(all)("overlong input in $name is refused as an event stream", async (asked) => {
    const request = requestFor(asked);
    const headers = { authorization: `Bearer ${gateway.adminKey}` };
    const client = await SseClient.open({ url: `${gateway.url}/graphql`, body: request, headers });
    const [event] = await client.whole();
    expectTold(asked.name, asked.place, (event?.data as Answer).errors);
  });
});
