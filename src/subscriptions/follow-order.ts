import { type Viewer } from "../domain/access/viewer";
import { NO_SUCH_ORDER } from "../domain/errors/thrown-texts";
import { type Order } from "../entities/orders/order";
import { type OrderEventRow } from "../entities/orders/order-event-row";
import { NotFound } from "../errors";
import { type FindOrder } from "../services/orders/read/find-order";
import { seenBy } from "./event-cursor";
import { type EventStream } from "./event-stream";
import { openOrderEvents } from "./order-event-stream";
import { type OrderCursor, type OrderHistory } from "./order-history";
import { type SharedReads } from "./shared-reads";

/** Opens an order's stream of events for anyone who may see the order. */
export class FollowOrder {
  constructor(
    private readonly findOrder: FindOrder,
    private readonly history: OrderHistory,
    private readonly reads: SharedReads,
  ) {}

  /**
   * Emits everything that happens to the order to which a tracking token grants access, until the
   * token is renewed.
   *
   * @throws {NotFound} the token is forged
   * @throws {InvalidInput} the cursor is not one of ours
   */
  async byTrackingToken(
    viewer: Viewer,
    token: string,
    after: string | null | undefined,
  ): Promise<EventStream<OrderCursor>> {
    const order = await this.findOrder.byTrackingToken(viewer, token);
    return this.open(order, after, undefined, order ? this.renewalOf(order) : undefined);
  }

  /**
   * Emits the changes of an order's status.
   *
   * @throws {NotFound} there is no such order for this viewer
   * @throws {InvalidInput} the cursor is not one of ours
   */
  async statusOf(
    viewer: Viewer,
    orderId: string,
    after: string | null | undefined,
  ): Promise<EventStream<OrderCursor>> {
    const isStatus = ({ detail }: OrderEventRow) => detail.kind === "STATUS";
    return this.open(await this.findOrder.byId(viewer, orderId), after, isStatus);
  }

  private async open(
    order: Order | null,
    after: string | null | undefined,
    wanted?: (event: OrderEventRow) => boolean,
    isOver?: () => Promise<boolean>,
  ): Promise<EventStream<OrderCursor>> {
    if (!order) throw new NotFound(NO_SUCH_ORDER);
    return openOrderEvents(
      this.history,
      this.reads,
      order.id,
      after ? seenBy(after) : undefined,
      wanted,
      isOver,
    );
  }

  /** Checks whether the order's token was renewed; holds nothing else of the order in memory. */
  private renewalOf({ id, trackingGeneration }: Order): () => Promise<boolean> {
    return async () => (await this.history.trackingGeneration(id)) !== trackingGeneration;
  }
}
