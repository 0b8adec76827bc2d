import { type GraphQLSchema } from "graphql";

import { randomFrom } from "../../scripts/proof/random";
import { openDatabase } from "../../src/gateway/open-database";
import { menuCosts } from "../../src/resolvers/catalogue/menu-costs";
import { isRepeatable } from "../../src/resolvers/catalogue/repeatable-queries";
import { OperationCosts } from "../../src/server/operation-cost";
import { prepareOperation } from "../../src/server/prepare-operation";
import { withDatabase } from "../bench-database";
import { Child } from "../child";
import { gatewaySchema } from "../menu/gateway-schema";
import { gatewaySettings } from "../menu/gateway-settings";
import { BRANCH_ID } from "../menu/seed-menu";
import { judge, printTable } from "../report";
import { median } from "../rounds";
import { OTHER_BRANCH_ID, seedLargeMenus } from "./large-menus";
import { type Metered, MeteredGateway } from "./metered-gateway";
import { type WrittenQuery } from "./query-tree";
import { RandomQueries } from "./random-queries";
import { type Found, type FullnessOf, WorstQueries } from "./worst-queries";

const TIMES_WHOLE_MENU = 3;
/**
 * Or as much as the whole menu, where that is more: the whole menu is admitted however large it is.
 */
const MOST_BYTES = 8_000_000;
/** The estimates of both are not exact. */
const ABOUT = 1.05;
const USUAL_TRIES = 300;
const ROUNDS = 5;
/** Requests for the whole menu, as storefronts send them all day. */
const WARM_UP = 8;
const MOST_SHOWN = 2_000;
/** Leaves room for what distinguishes the rounds. */
const MOST_CHARACTERS = 19_900;
const CHOICES = {
  branchIds: [...Array.from({ length: 9 }, () => BRANCH_ID), OTHER_BRANCH_ID],
  articles: ["00001", "00041", "02999", "99999"],
  words: ["пицца", "марг", "1", "2", "0", "№", "а", "я", "ё", "%"],
};

interface SearchOptions {
  readonly seed: number;
  readonly tries: number;
}

/**
 * `npm run bench -- worst-query --seed N --tries N`: searches for the most expensive query that is
 * admitted on a large menu. Fails when it costs more than three times the processor time of the
 * whole menu, or its answer exceeds 8 MB.
 */
export async function benchWorstQuery(options: readonly string[]): Promise<boolean> {
  const seed = numberAfter(options, "--seed") ?? Date.now() % 100_000;
  const tries = numberAfter(options, "--tries") ?? USUAL_TRIES;
  console.log(`--seed ${seed} --tries ${tries}`);
  return withDatabase(async (databaseUrl) => {
    const db = await openDatabase(databaseUrl);
    await seedLargeMenus(db);
    await db.destroy();
    const [server, { url }] = await Child.start<{ url: string }>(
      "menu/contestants/gateway",
      gatewaySettings(databaseUrl, { MENU_CACHE_MB: "0" }),
    );
    try {
      return report(await search(new MeteredGateway(server, url), databaseUrl, { seed, tries }));
    } finally {
      await server.stop();
    }
  });
}

interface Verdict {
  readonly found: readonly Found[];
  readonly menu: readonly Metered[];
}

async function search(
  gateway: MeteredGateway,
  databaseUrl: string,
  { seed, tries }: SearchOptions,
): Promise<Verdict> {
  const { schema, shownMenus, close } = await gatewaySchema(databaseUrl);
  for (const branchId of [BRANCH_ID, OTHER_BRANCH_ID]) await shownMenus.get(branchId);
  const costs = menuCosts(shownMenus);
  const wholeMenu = { query: costs.yardstick, variables: { branchId: BRANCH_ID } };
  const [random, lists] = [randomFrom(seed), [1, 10, 100, 1_000].map(articles)];
  const queries = new RandomQueries(schema, random, { ...CHOICES, lists });
  const fullnessOf = fullnessBy(schema, new OperationCosts(schema, costs, isRepeatable));
  for (let n = 0; n < WARM_UP; n += 1) await gateway.ask(wholeMenu);
  const worst = new WorstQueries({ gateway, queries, random, lists, fullnessOf });
  const candidates = await worst.search(tries, ({ metered, fullness }) =>
    console.log(
      `${metered.cpuMs.toFixed(0)} ms, ${metered.bytes} bytes, ${(fullness * 100).toFixed(0)} % of the limit`,
    ),
  );
  const again = await measureAgain(gateway, wholeMenu, candidates);
  await close();
  return again;
}

/**
 * Measures them in turn, so that anything else the machine does slows down all of them. Each time
 * the query is one that has not been sent before.
 */
async function measureAgain(
  gateway: MeteredGateway,
  wholeMenu: WrittenQuery,
  candidates: readonly Found[],
): Promise<Verdict> {
  const [menu, rounds]: [Metered[], Metered[][]] = [[], candidates.map(() => [])];
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const [place, { written }] of candidates.entries()) {
      menu.push(await gateway.ask(wholeMenu));
      rounds[place]?.push(await gateway.ask({ ...written, query: `${written.query} # ${round}` }));
    }
  }
  const found = candidates.map((each, place) => {
    const measured = rounds[place] ?? [];
    return {
      ...each,
      metered: { ...each.metered, cpuMs: median(measured.map(({ cpuMs }) => cpuMs)) },
    };
  });
  return { menu, found: found.sort((one, other) => other.metered.cpuMs - one.metered.cpuMs) };
}

function report({ found, menu }: Verdict): boolean {
  const [worst] = found;
  if (!worst) throw new Error("No query was admitted");
  const menuMs = median(menu.map(({ cpuMs }) => cpuMs));
  const menuBytes = menu[0]?.bytes ?? 0;
  const mostBytes = Math.max(...found.map(({ metered }) => metered.bytes));
  printTable([
    ["query", "cpu ms", "bytes", "% of the limit"],
    ["whole menu", menuMs.toFixed(0), String(menuBytes), ""],
    ...found.map(({ metered, fullness }, place) => [
      `found ${place + 1}`,
      ...[metered.cpuMs.toFixed(0), String(metered.bytes), (fullness * 100).toFixed(0)],
    ]),
  ]);
  console.log(`\nThe dearest:\n${worst.written.query.slice(0, MOST_SHOWN)}`);
  return judge([
    {
      name: "processor time / whole menu",
      reached: worst.metered.cpuMs / menuMs,
      atMost: TIMES_WHOLE_MENU,
    },
    { name: "MB", reached: mostBytes / 1e6, atMost: Math.max(MOST_BYTES, menuBytes * ABOUT) / 1e6 },
  ]);
}

function fullnessBy(schema: GraphQLSchema, costs: OperationCosts): FullnessOf {
  return async ({ query, variables }) => {
    const prepared =
      query.length > MOST_CHARACTERS ? { errors: [] } : prepareOperation(schema, query);
    if ("errors" in prepared) return undefined;
    const { cost, limit } = await costs.costOf({
      document: prepared.document,
      operationName: null,
      variables,
    });
    return cost / limit;
  };
}

function articles(count: number): string[] {
  return Array.from({ length: count }, (_, n) => String(n + 1).padStart(5, "0"));
}

function numberAfter(args: readonly string[], name: string): number | undefined {
  const value = args.includes(name) ? Number(args[args.indexOf(name) + 1]) : undefined;
  if (value !== undefined && !(value >= 0)) throw new Error(`${name} takes a number`);
  return value;
}
