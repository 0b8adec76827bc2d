import { type Pool } from "pg";

import { type Sandbox } from "../../sandbox/start-sandbox";
import { type Evidence, type Told } from "./judge";
import { caughtMessages, type Message } from "./messages";

/** What the gateway stores about an order. */
export interface OrderRow {
  readonly id: string;
  readonly number: string;
  readonly key: string;
  readonly state: string;
  readonly cancelled: boolean;
  readonly jobs: number;
  readonly repeatedNotes: number;
  /** Whether the till is known as a place where the order may be. */
  readonly warned: boolean;
}

interface DeliveryRow {
  readonly id: string;
  readonly orderId: string;
  readonly kind: Told["kind"];
  readonly purpose: Told["purpose"];
  readonly round: number;
  readonly sent: boolean;
  readonly inDoubt: boolean;
  readonly repeated: boolean;
}

const DELIVERIES = `
  select id, order_id as "orderId", kind, purpose, round, repeated, sent_at is not null as sent,
    given_up_at is not null and sending_since is not null as "inDoubt"
  from fallback_deliveries`;

/**
 * A branch may be pointed elsewhere and back: each move, which gives the order another id, is
 * recorded in the same words. So are a hand-over and its correction that one channel did not
 * accept.
 */
const ORDERS = `
  select o.id, o.number, o.idempotency_key as key, o.injection_state as state,
  o.status = 'CANCELLED' as cancelled, (
    select count(*)::int from jobs j
    where j.payload ->> 'orderId' = o.id::text
      and (o.handed_over_at is null and o.injection_state <> 'CANCELLED_BEFORE_SEND' or j.task not in ('confirm-submission', 'catch-up-order'))
      and not (o.injection_state = 'IN_POS')
  ) + (
    select count(*)::int from fallback_deliveries d
    where d.order_id = o.id and d.sent_at is null and d.given_up_at is null
  ) + (
    select count(*)::int from order_commands c where c.order_id = o.id and c.outcome = 'PENDING'
  ) as jobs, (
    select greatest(coalesce(sum(times - 1), 0) - greatest(ids.count - 2, 0) - unsent.alike, 0)::int from (
      select count(*) as times from order_events e
      where e.order_id = o.id and e.detail ->> 'kind' = 'NOTE' group by e.summary::text
    ) notes
  ) as "repeatedNotes", coalesce((o.last_fault ->> 'mayExist')::boolean, false) as warned
  from orders o, lateral (select count(*) from pos_orders p where p.order_id = o.id) ids, lateral (
    select count(*) - count(distinct d.kind) as alike
    from fallback_deliveries d where d.order_id = o.id and d.given_up_at is not null
  ) unsent order by o.created_at`;

/** The states in which an order comes to rest. */
const ENDS = new Set([
  "IN_POS",
  "FALLBACK_SENT",
  "DEAD_LETTERED",
  "ENTERED_BY_HAND",
  "CANCELLED_BEFORE_SEND",
]);

/** Whether nothing is left to do for the order, except probes after a hand-over. */
export function isAtRest({ jobs, state }: OrderRow): boolean {
  return jobs === 0 && ENDS.has(state);
}

/** What the gateway stores about all orders, in order of arrival. */
export async function orderRows(pool: Pool): Promise<OrderRow[]> {
  return (await pool.query<OrderRow>(ORDERS)).rows;
}

/** Combines what the gateway, the till, the mailbox and Telegram know about every order. */
export async function gatherEvidence(
  pool: Pool,
  sandbox: Sandbox,
  rows: readonly OrderRow[],
): Promise<(Evidence & { readonly key: string; readonly copies: readonly string[] })[]> {
  const [deliveries, { mail, telegram }] = await Promise.all([
    pool.query<DeliveryRow>(DELIVERIES),
    caughtMessages(sandbox.url),
  ]);
  const till = sandbox.orders().filter(({ status }) => status !== null);
  return rows.map((row) => {
    const told = deliveries.rows
      .filter(({ orderId }) => orderId === row.id)
      .map((delivery) => ({
        ...delivery,
        messages: messagesOf(delivery, mail, telegram, row.number),
      }));
    const named = [...mail, ...telegram].filter(({ text }) => names(text, row.number));
    return {
      ...keptOf(row),
      ...foundIn(till.filter(({ externalNumber }) => externalNumber === row.number)),
      told,
      rounds: new Set(
        told.filter(({ purpose }) => purpose === "HAND_OVER").map(({ round }) => round),
      ).size,
      strayMessages: named.filter(
        (message) => !told.some(({ messages }) => messages.includes(message)),
      ).length,
    };
  });
}

function keptOf({ number, key, state, cancelled, jobs, repeatedNotes, warned }: OrderRow) {
  return {
    number,
    key,
    injectionState: state,
    cancelled,
    openWork: jobs,
    repeatedNotes,
    warned,
  };
}

function foundIn(copies: ReturnType<Sandbox["orders"]>) {
  return {
    copies: copies.map(({ id, status, organizationId }) => `${id} ${status} at ${organizationId}`),
    inTill: copies.length,
    madeInTill: copies.filter(({ status }) => status !== "Cancelled").length,
  };
}

/**
 * Corrections have no links: in Telegram, and in messages about several orders, they are recognised
 * by the order's number.
 */
function messagesOf(
  delivery: DeliveryRow,
  mail: Message[],
  telegram: Message[],
  number: string,
): Message[] {
  const caught = delivery.kind === "EMAIL" ? mail : telegram;
  const own = caught.filter(({ deliveryId }) => deliveryId === delivery.id);
  if (own.length > 0 || delivery.purpose === "HAND_OVER") return own;
  return caught.filter(({ deliveryId, text }) => deliveryId === null && names(text, number));
}

/**
 * In every language, a message names its order in the first line before any other number; the
 * till's number comes after it.
 */
function names(text: string, number: string): boolean {
  return /[\w-]*\d[\w-]*/.exec(text.split("\n")[0] ?? "")?.[0] === number;
}
