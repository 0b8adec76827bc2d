import { setTimeout as pause } from "node:timers/promises";

import { answeredWithin } from "../../src/domain/concurrency/answered-within";
import { GatewayClient } from "../../tests/support/gateway-client";
import { SandboxControl } from "../../tests/support/sandbox-control";
import { ADMIN_KEY } from "../../tests/support/settings";
import { DeadTill } from "./dead-till";
import { type Wish } from "./guests";
import { type BrokenRules } from "./judge";
import { LONGER_MINUTES, SLOW_KEY, twoTimes, USUAL_MINUTES } from "./slow-kitchen";
import { type World } from "./world";

const SLOT_MINUTES = 30;
const SLOT_ORDERS = 10;
const DAY_MS = 24 * 3_600_000;
const SLOT_MS = SLOT_MINUTES * 60_000;
/** Number of slots that guests ask for at first; a guest who finds one full takes a later one. */
const SLOTS = 4;
/** A dish of the demo restaurant that has no required options. */
const MORNING_DISH = { section: "Десерты", article: "01101" };
/** The menu sells the dish for at least this long. */
const LEAST_MORNING_MS = 20_000;
/**
 * A process may freeze after it has checked an order, before it records when the order was placed.
 */
const JUDGED_BEFORE_MS = 30_000;
const PAUSE_MS = 1_500;
const SLOW_MS = 3_000;
/** By then, all processes have heard of a change. */
const HEARD_MS = 2_000;
const PATIENCE_MS = 5_000;

const REFRESH = "mutation ($id: ID!) { refreshPosMenu(branchId: $id) { userErrors { code } } }";
const SECTION = `mutation ($id: ID!, $name: String!) {
  createSection(branchId: $id, name: $name) { section { id } userErrors { code } }
}`;
const IMPORT = `mutation ($input: ImportSectionInput!) {
  importSection(input: $input) { plan { applied } userErrors { code } }
}`;
const PAUSE = `mutation ($id: ID!, $until: DateTime) {
  setOrderAcceptance(branchId: $id, delivery: false, until: $until) { userErrors { code } }
}`;

const SLOW = `mutation ($id: ID!, $minutes: Int!, $until: DateTime) {
  setBusyMode(branchId: $id, minutes: $minutes, until: $until) { userErrors { code } }
}`;

const SLOTS_OF = `
  select floor(extract(epoch from wanted_at) * 1000 / $1)::bigint * $1 as "startsAtMs",
    count(*) filter (where status <> 'CANCELLED')::int as orders
  from orders where wanted_at is not null group by 1`;
const SOLD_LATE = `
  select count(*)::int as orders from orders o join order_lines l on l.order_id = o.id
  where l.article = $1 and o.created_at > $2`;

/**
 * The rules of the proof's branch: slots with few orders, a dish that the menu stops selling,
 * pauses, a slow kitchen and a silent till.
 */
export class HouseRules {
  /**
   * A half-hour boundary in every zone with a whole-hour offset, and far enough ahead for the
   * entire run.
   */
  private readonly firstSlot = Math.ceil((Date.now() + DAY_MS) / SLOT_MS) * SLOT_MS;
  /**
   * First slot of the orders that their guests cancel; the others show that no slot has one too
   * many.
   */
  private readonly firstGivenUp = this.firstSlot + DAY_MS;
  private readonly morningEndsAt = Math.ceil((Date.now() + LEAST_MORNING_MS) / 60_000) * 60_000;
  readonly till: DeadTill;
  pauses = 0;
  slownesses = 0;

  private constructor(private readonly world: World) {
    this.till = new DeadTill(world);
  }

  static async of(world: World): Promise<HouseRules> {
    const rules = new HouseRules(world);
    await world.change({
      hours: {
        slotMinutes: SLOT_MINUTES,
        slotOrders: SLOT_ORDERS,
        usualMinutes: USUAL_MINUTES,
      },
    });
    await rules.sellInTheMorning();
    return rules;
  }

  /** What the guest of an order wishes for besides its dishes. */
  wishOf(count: number): Pick<Wish, "wantedAt" | "alsoDish"> {
    if (count % 6 === 1) return { wantedAt: this.slot(this.firstSlot, count) };
    return count % 6 === 5 ? { alsoDish: MORNING_DISH.article } : {};
  }

  /** The same for a guest who changes their mind. */
  givenUpWish(count: number): Pick<Wish, "wantedAt"> {
    return { wantedAt: this.slot(this.firstGivenUp, count) };
  }

  /** The branch accepts no deliveries for a moment. */
  async pause(): Promise<void> {
    if (await this.isHeard(PAUSE, { until: after(PAUSE_MS) })) this.pauses += 1;
  }

  /** The kitchen is slower than usual for a moment. */
  async slow(): Promise<void> {
    if (await this.isHeard(SLOW, { minutes: LONGER_MINUTES, until: after(SLOW_MS) }))
      this.slownesses += 1;
  }

  /** Places as many orders as each slot can still take if none of its places has been lost. */
  async fillUp(): Promise<void> {
    for (const { startsAtMs, orders } of await this.slots()) {
      const wantedAt = new Date(startsAtMs);
      for (let place = orders; place < SLOT_ORDERS; place += 1)
        await this.world.order(`fills ${startsAtMs} ${place}`, { wantedAt });
    }
  }

  /** Orders of two guests while the kitchen is slower, once nothing goes wrong any more. */
  async slowAtLast(): Promise<void> {
    const { branchId: id } = this.world;
    await this.ask(SLOW, { id, minutes: LONGER_MINUTES, until: after(DAY_MS / 2) });
    await pause(HEARD_MS);
    for (const guest of [1, 2]) await this.world.order(`${SLOW_KEY} ${guest}`);
    await this.ask(SLOW, { id, minutes: 0, until: null });
    await pause(HEARD_MS);
    await this.world.order("at the usual pace");
  }

  /** To be called once all slots are filled up. */
  async broken(): Promise<BrokenRules> {
    const slots = await this.slots();
    const late = new Date(this.morningEndsAt + JUDGED_BEFORE_MS);
    const [sold] = await this.world.query<{ orders: number }>(SOLD_LATE, [
      MORNING_DISH.article,
      late,
    ]);
    return {
      slots: slots.reduce((sum, { orders }) => sum + Math.abs(orders - SLOT_ORDERS), 0),
      hours: sold?.orders ?? NaN,
      till: await this.till.broken(),
      times: await twoTimes(this.world),
    };
  }

  async used(): Promise<number> {
    return (await this.slots()).length;
  }

  private slot(first: number, count: number): Date {
    return new Date(first + (Math.floor(count / 6) % SLOTS) * SLOT_MS);
  }

  private async slots(): Promise<{ readonly startsAtMs: number; readonly orders: number }[]> {
    const rows = await this.world.query<{ startsAtMs: string; orders: number }>(SLOTS_OF, [
      SLOT_MS,
    ]);
    return rows.map(({ startsAtMs, orders }) => ({ startsAtMs: Number(startsAtMs), orders }));
  }

  private async sellInTheMorning(): Promise<void> {
    const { branchId: id, sandbox } = this.world;
    const clock = (at: number) =>
      new Date(at).toLocaleTimeString("ru", {
        timeZone: "Europe/Moscow",
        hour: "2-digit",
        minute: "2-digit",
      });
    const hours = {
      begin: clock(Date.now() - DAY_MS / 2),
      end: clock(this.morningEndsAt),
      days: [],
    };
    const saleHours = [{ section: MORNING_DISH.section, hours: [hours] }];
    await new SandboxControl(sandbox.url).send("PUT", "restaurant", { saleHours });
    await this.ask(REFRESH, { id });
    const created = await this.ask<{ createSection: { section: { id: string } } }>(SECTION, {
      id,
      name: MORNING_DISH.section,
    });
    const fields = ["NAME", "PRICE", "SIZES", "OPTIONS"];
    const sectionId = created.createSection.section.id;
    const input = {
      branchId: id,
      sectionId,
      articles: [MORNING_DISH.article],
      fields,
      dryRun: false,
    };
    await this.ask(IMPORT, { input });
  }

  /** Returns false when the gateway that was asked has been killed, or stands still. */
  private isHeard(query: string, said: object): Promise<boolean> {
    const asked = this.ask(query, { id: this.world.branchId, ...said });
    return answeredWithin(PATIENCE_MS, "the gateway", asked).then(
      () => true,
      () => false,
    );
  }

  private async ask<T>(query: string, variables: object): Promise<T> {
    return new GatewayClient(this.world.gateways.oneAlive ?? "").ask<T>(
      query,
      { ...variables },
      ADMIN_KEY,
    );
  }
}

function after(ms: number): Date {
  return new Date(Date.now() + ms);
}
