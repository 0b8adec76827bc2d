import { type World } from "../world";

export interface Stored {
  /** The ids of events, in order. */
  readonly branch: readonly string[];
  readonly of: (orderId: string) => readonly string[];
  readonly statuses: ReadonlyMap<string, string>;
}

export async function readStored(world: World): Promise<Stored> {
  const rows = await world.query<{ id: string; order_id: string }>(
    "select id, order_id from order_events order by sequence",
  );
  const branch = await world.query<{ id: string }>(
    "select id from order_events order by branch_position",
  );
  const orders = await world.query<{ id: string; status: string }>("select id, status from orders");
  const byOrder = new Map<string, string[]>();
  for (const { id, order_id: order } of rows)
    byOrder.set(order, [...(byOrder.get(order) ?? []), id]);
  return {
    branch: branch.map(({ id }) => id),
    of: (orderId) => byOrder.get(orderId) ?? [],
    statuses: new Map(orders.map(({ id, status }) => [id, status])),
  };
}
