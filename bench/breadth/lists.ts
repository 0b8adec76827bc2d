import { type DataSource } from "typeorm";

import { createDataSource } from "../../ormconfig";
import { Scope, type Viewer } from "../../src/domain/access/viewer";
import { InjectionState } from "../../src/domain/orders/injection-state";
import { AttentionReason } from "../../src/domain/orders/order-attention";
import { OrderStatus } from "../../src/domain/orders/order-status";
import { Fulfilment } from "../../src/domain/ticket/order-ticket";
import { openDatabase } from "../../src/gateway/open-database";
import { systemClock } from "../../src/ports/clock";
import { LONG_WORK } from "../../src/postgres/limits";
import { FindOrders } from "../../src/services/orders/read/find-orders";
import { type OrderFilter } from "../../src/services/orders/read/order-filter";
import { withDatabase } from "../bench-database";
import { type Bar, judge, printTable } from "../report";
import { optionOf } from "./options";
import { seedHistory, seedPlaces } from "./seed-orders";

const BRANCHES = 100;
const FEW = 10_000;
const MANY = 1_000_000;
const PAGE = 21;
const TIMES = 40;
/** How many times more a page may cost with a hundred times as many orders. */
const MOST_TIMES = 2;

interface Case {
  readonly name: string;
  readonly viewer: Viewer;
  readonly filter: OrderFilter;
}

/**
 * Measures what the first page of orders costs with a hundred times as many orders behind it
 * (`--orders N`), for each kind of caller and each filter, as the best time in milliseconds. The
 * bars apply to pages without a filter and to handed-over orders: a filter that finds little
 * examines more rows.
 */
export function benchLists(options: readonly string[]): Promise<boolean> {
  const orders = optionOf(options, "--orders", MANY);
  return withDatabase(async (databaseUrl) => {
    await (await openDatabase(databaseUrl)).destroy();
    const db = await createDataSource(databaseUrl, { limits: LONG_WORK }).initialize();
    try {
      return judge(await barsOf(db, orders));
    } finally {
      await db.destroy();
    }
  });
}

async function barsOf(db: DataSource, orders: number): Promise<Bar[]> {
  const cases = casesOf(await seedPlaces(db, BRANCHES));
  const findOrders = new FindOrders(db, systemClock);
  await seedHistory(db, 1, FEW);
  await measure(findOrders, cases);
  const few = await measure(findOrders, cases);
  await seedHistory(db, FEW + 1, orders);
  await measure(findOrders, cases);
  const many = await measure(findOrders, cases);
  const told = cases.map(({ name, filter }, index) => {
    const [before = NaN, after = NaN] = [few[index], many[index]];
    const hasBar = filter === ENTERED_BY_HAND || Object.keys(filter).length === 0;
    return { name, hasBar, before, after };
  });
  printTable([
    ["first page of orders", `${FEW}, ms`, `${orders}, ms`, "ratio"],
    ...told.map(({ name, before, after }) => [
      name,
      before.toFixed(2),
      after.toFixed(2),
      (after / before).toFixed(2),
    ]),
  ]);
  return told
    .filter(({ hasBar }) => hasBar)
    .map(({ name, before, after }) => {
      return { name: `first page of orders, ${name}`, reached: after / before, atMost: MOST_TIMES };
    });
}

async function measure(findOrders: FindOrders, cases: readonly Case[]): Promise<number[]> {
  const best: number[] = [];
  for (const { viewer, filter } of cases) {
    const times: number[] = [];
    for (let time = 0; time < TIMES; time++) {
      const began = performance.now();
      await findOrders.execute(viewer, filter, PAGE, null);
      times.push(performance.now() - began);
    }
    best.push(Math.min(...times));
  }
  return best;
}

function casesOf(branchIds: readonly string[]): Case[] {
  const all = keyOf(null);
  const callers: [string, Viewer][] = [
    ["all branches", all],
    ["a key of one branch", keyOf(branchIds.slice(0, 1))],
    ["a key of fifty branches", keyOf(branchIds.slice(0, 50))],
  ];
  return [
    ...callers.flatMap(([caller, viewer]) =>
      FILTERS.map(([name, filter]) => ({ name: `${caller}, ${name}`, viewer, filter })),
    ),
    { name: "three of all branches", viewer: all, filter: { branchIds: branchIds.slice(0, 3) } },
    { name: "a guest's own", viewer: GUEST, filter: {} },
  ];
}

function keyOf(branchIds: readonly string[] | null): Viewer {
  return { kind: "key", keyId: "bench", label: "bench", scope: Scope.OPERATOR, branchIds };
}

const GUEST: Viewer = { kind: "customer", phone: "+79990007919", expiresAt: null };
const OPEN = [OrderStatus.UNCONFIRMED, OrderStatus.NEW, OrderStatus.COOKING, OrderStatus.READY];

const ENTERED_BY_HAND: OrderFilter = { injectionStates: [InjectionState.ENTERED_BY_HAND] };

const FILTERS: readonly (readonly [string, OrderFilter])[] = [
  ["any", {}],
  ["open", { statuses: OPEN }],
  ["a status that none has", { statuses: [OrderStatus.UNCONFIRMED] }],
  ["cancelled", { statuses: [OrderStatus.CANCELLED] }],
  ["entered by hand", ENTERED_BY_HAND],
  ["dead letters", { injectionStates: [InjectionState.DEAD_LETTERED] }],
  ["pickup", { fulfilments: [Fulfilment.PICKUP] }],
  ["needing a person", { needsPerson: true }],
  ["needing nobody", { needsPerson: false }],
  ["late", { attention: [AttentionReason.LATE] }],
  ["a day", { createdFrom: new Date(Date.now() - 86_400_000), createdTo: new Date() }],
  ["a number", { number: "H37" }],
  ["a phone", { phone: "+79990007919" }],
  ["a common name", { name: "Анна" }],
  ["a rare name", { search: "анна 12" }],
];
