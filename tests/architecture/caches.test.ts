import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

const SRC = join(__dirname, "..", "..", "src");
/**
 * Everything that callers send passes through these; adapters and jobs keep what vendors and rows
 * contain.
 */
const FLOORS = [
  "server",
  "subscriptions",
  "loaders",
  "limits",
  "security",
  "resolvers",
  "services",
  "domain",
  "ports",
];

/**
 * Everything that outlives a request and grows, and why no caller can fill the memory with it.
 * Anything new joins this table. What holds texts of callers beyond their request is a
 * `LeastRecentlyUsed`: it weighs keys and values, and its keys are hashes.
 */
const KEPT: Readonly<Record<string, string>> = {
  "server/answer-cache.ts kept": "weighed: MENU_CACHE_MB",
  "server/answer-cache.ts served": "gone with the answer",
  "server/answer-cache.ts etags": "gone with the answer",
  "server/compiled-queries.ts asked": "weighed: 1 MB of counts",
  "server/compiled-queries.ts compiled": "weighed: 64 MB",
  "limits/address-counts.ts byGroup": "as many as connections are open",
  "limits/address-limiter.ts limiters": "three widths of networks",
  "limits/rate-limiter.ts buckets": "50,000 networks or ids of ours",
  "server/answer-slices.ts readersOf": "gone with the answer",
  "server/http-connections.ts entered": "as many as connections are open",
  "server/http-connections.ts refused": "gone with the socket",
  "server/http-connections.ts underWay": "gone with the socket",
  "server/single-connections.ts connections":
    "as many as sockets may be open, gone with the stream or after ten seconds without one",
  "server/streamed-operations.ts subscriptions":
    "as many as connections are open, and so many operations on each",
  "server/unread-bytes.ts readers": "as many as answers are being sent",
  "server/when-over.ts atClose": "an entry for each open connection, with its requests under way",
  "server/field-usage.ts known": "gone with the document; a number for each field of the schema",
  "server/pictures.ts kept": "weighed: 32 MB",
  "server/pictures.ts underWay": "8 under way and 200 that wait",
  "server/socket-pings.ts unanswered": "gone with the socket",
  "server/least-recently-used.ts entries": "this is what weighs",
  "server/list-lengths.ts known": "gone with the schema",
  "server/list-lengths.ts longest": "a number for each list of the schema",
  "server/live-budget.ts connections": "gone with the connection",
  "server/live-budget.ts groups": "live subscriptions, which this weighs",
  "server/live-documents.ts live": "live subscriptions, weighed by the budget for them",
  "server/live-executions.ts admitted": "gone with the request",
  "server/operation-cost.ts limits": "gone with the menu",
  "server/operation-weight.ts weighed": "one document",
  "server/operation-reads.ts drawn": "one document",
  "server/operation-reads.ts types": "one document, then weighed with its outline",
  "server/operation-reads.ts outlines": "weighed: 8 MB",
  "server/shared-executions.ts ofEvents": "gone with the event",
  "loaders/branches/recent-lists.ts kept": "500 lists, of keys of branches",
  "subscriptions/branch-watch.ts followed": "live subscriptions, of branches that exist",
  "subscriptions/event-stream.ts told": "gone with the event",
  "subscriptions/event-stream.ts versions": "one for each place to begin at, gone with the event",
  "subscriptions/job-watch.ts followers": "live subscriptions, of jobs that exist",
  "subscriptions/shared-reads.ts topics": "live subscriptions, of orders and branches that exist",
  "subscriptions/shared-reads.ts followers": "live subscriptions",
  "subscriptions/shared-reads.ts pages": "until the next announcement, by places that events have",
  "resolvers/schema/input-checks.ts ofInputs": "types of the schema",
  "resolvers/catalogue/menu-costs.ts NOTHING": "empty",
  "resolvers/catalogue/menu-shape.ts extents": "fields of the schema",
  "resolvers/catalogue/menu-shape.ts shapes": "gone with the menu",
  "server/data-shape.ts NO_SHAPE": "empty",
  "resolvers/catalogue/public-menu.ts menus": "gone with the menu",
  "resolvers/catalogue/public-menu.ts sections": "gone with the menu",
  "resolvers/catalogue/public-menu.ts combos": "gone with the menu",
  "services/catalogue/kept/branch-cache.ts kept": "weighed: MENU_MEMORY_MB",
  "services/catalogue/kept/branch-cache.ts reads": "statements under way; keys are UUIDs",
  "services/catalogue/kept/branch-cache.ts changed": "gone with what is kept or packed",
  "services/catalogue/kept/branch-cache.ts unsure": "gone with what is kept or packed",
  "services/catalogue/kept/branch-cache.ts listeners": "live subscriptions, of branches that exist",
  "services/catalogue/kept/menu-memory.ts held": "this is what weighs",
  "services/catalogue/menu/shown-menus.ts asked": "20,000 branches that exist, for five minutes",
  "services/catalogue/packed/menu-pages.ts pages": "weighed: MENU_MEMORY_MB",
  "services/catalogue/packed/packed-menus.ts packed": "weighed: MENU_MEMORY_MB",
  "services/catalogue/packed/packed-menus.ts underWay": "menus being packed, four at a time",
  "services/catalogue/packed/packed-menus.ts shared": "gone with the menu",
  "services/catalogue/menu/menu-listing.ts availableIn": "gone with the menu",
  "services/catalogue/menu/menu-listing.ts knownAvailable": "gone with the menu",
  "services/catalogue/menu/shown-menus.ts shown": "gone with the menu",
  "services/catalogue/plans/item-differences.ts known": "gone with the menu",
  "services/catalogue/pictures/find-picture-url.ts kept": "four menus of branches that exist",
  "services/catalogue/pos-menu/find-pos-menu.ts kept": "weighed: MENU_MEMORY_MB",
  "services/catalogue/menu/changed-availability.ts compared": "gone with the menu",
  "services/catalogue/menu/changed-availability.ts known": "gone with the menu",
  "services/catalogue/menu/sale-clock.ts followed": "branches that somebody follows now",
  "services/delivery/locate-address.ts asking": "questions the POS has not answered yet",
  "services/loyalty/confirm-discount.ts asking": "questions to the POS under way",
  "services/loyalty/confirm-discount.ts known": "organizations of connected branches",
  "services/checkout/keyed-queue.ts last": "requests under way",
  "services/orders/status/kept-webhooks.ts kept":
    "web hooks that proved their token, until they are recorded",
  "services/orders/status/polled-keys.ts keyIds": "one for each branch that is connected",
  "services/orders/session/order-session.ts changed": "one transaction",
  "services/orders/status/parse-webhooks.ts notedAt": "organizations of connected branches",
  "security/company-names.ts byKey": "companies that exist",
  "security/company-names.ts byOrigin": "sites of companies that exist",
  "security/company-reaches.ts kept": "companies that exist, with the ids of their branches",
  "domain/access/viewer.ts SETS": "gone with the list",
  "domain/money/currency.ts digits": "currencies of branches, which are those of ISO 4217",
  "domain/time/local-date.ts formats": "time zones there are",
  "domain/time/moment-in-words.ts formats": "three for each time zone of a branch and language",
  "domain/time/wall-clock.ts formats": "time zones there are",
  "domain/time/wall-clock.ts offsets": "time zones there are, 8,000 minutes of each",
  "domain/checkout/stock-tally.ts taken": "one order",
  "ports/prepared.ts statements": "statements of ours, which have no values in them",
};

/**
 * Fields of classes and constants of modules: what is created inside functions is gone when they
 * end.
 */
const PLACE =
  /^(?: {2}(?!const |let |return )(?:(?:private|protected|readonly|static) )*|(?:export )?(?:const|let) )(\w+)/;
const IN_CONSTRUCTOR = /^ {4}this\.(\w+)/;
const GROWING = /= new (?:(?:Weak)?(?:Map|Set)(?:<.*>)?\(\)|LeastRecentlyUsed\b)/;

function growingIn(text: string): string[] {
  // Joins a type that is too long for one line, or a value below its name, into one line.
  const joined = text
    .replace(/<\n[^;(]*?\n\s*>/g, (type) => type.replace(/\s+/g, ""))
    .replace(/ =\n\s+/g, " = ");
  // A line that ends with a comma is an argument.
  const lines = joined.split("\n").filter((line) => GROWING.test(line) && !line.endsWith(","));
  return lines.flatMap((line) => (PLACE.exec(line) ?? IN_CONSTRUCTOR.exec(line))?.[1] ?? []);
}

function growingThings(): string[] {
  return FLOORS.flatMap((floor) => {
    const names = readdirSync(join(SRC, floor), { recursive: true, encoding: "utf8" });
    return names
      .filter((name) => name.endsWith(".ts"))
      .flatMap((name) =>
        growingIn(readFileSync(join(SRC, floor, name), "utf8")).map(
          (field) => `${floor}/${name} ${field}`,
        ),
      );
  });
}

describe("State kept beyond a request", () => {
  it("is all listed in the table that says what bounds it", () => {
    expect(growingThings().sort()).toEqual(Object.keys(KEPT).sort());
  });

  it("is found however it is declared", () => {
    const written = [
      "  private readonly a = new Map<string, Map<string, number>>();",
      "const b = new Set<string>();",
      "    this.c = new LeastRecentlyUsed(maxBytes, (value) => value.length);",
      "  d: Map<string, number> = new Map();",
      "  private readonly e = new WeakMap<\n    A,\n    B\n  >();",
      "  private readonly f =\n    new Map();",
      "    const gone = new Map();",
      "  given: Set<string> = new Set(),",
    ];
    expect(growingIn(written.join("\n"))).toEqual(["a", "b", "c", "d", "e", "f"]);
  });
});
