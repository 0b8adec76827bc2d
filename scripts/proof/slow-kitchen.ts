import { toTerminalTime } from "../../src/adapters/iiko/values/terminal-time";
import { type World } from "./world";

/** How long an order usually takes, and how much longer the staff say it takes. */
export const USUAL_MINUTES = 40;
export const LONGER_MINUTES = 25;

/** Prefix of the keys of orders that come in while the kitchen is certain to be slower. */
export const SLOW_KEY = "while the kitchen is slower";

const DELAYED = `
  select number, idempotency_key as key, wanted_at as "wantedAt", delayed_to as "delayedTo",
    ceil(extract(epoch from first_promised_at - created_at) / 60)::int as minutes
  from orders`;

interface Row {
  readonly number: string;
  readonly key: string;
  readonly wantedAt: Date | null;
  readonly delayedTo: Date | null;
  readonly minutes: number | null;
}

/**
 * Counts the orders whose guest, kitchen and till do not go by the same time: every order that is
 * wanted as soon as possible has a promised time, which is later than usual exactly where the till
 * was given that later time. Guests who ordered while the kitchen was certain to be slower were
 * promised the later time.
 */
export async function twoTimes(world: World): Promise<number> {
  const rows = await world.query<Row>(DELAYED);
  const copies = world.sandbox.orders().filter(({ status }) => status !== null);
  return rows.filter((row) => {
    const told = copies
      .filter(({ externalNumber }) => externalNumber === row.number)
      .map(({ request }) => request.order.completeBefore ?? null);
    return !(isPromised(row) && told.every((time) => time === timeOf(row)));
  }).length;
}

function isPromised({ key, wantedAt, delayedTo, minutes }: Row): boolean {
  if (key.startsWith(SLOW_KEY) && delayedTo === null) return false;
  if (wantedAt !== null) return minutes === null && delayedTo === null;
  return minutes === USUAL_MINUTES + (delayedTo === null ? 0 : LONGER_MINUTES);
}

function timeOf({ wantedAt, delayedTo }: Row): string | null {
  const time = wantedAt ?? delayedTo;
  return time && toTerminalTime(time, "Europe/Moscow");
}
