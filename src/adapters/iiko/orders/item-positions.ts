import { posPositionIdFor } from "../../../domain/ids";
import { type OrderTicket } from "../../../domain/ticket/order-ticket";
import { type IikoOrderItem } from "./iiko-order";

/** Gives every item an id, which iiko uses to say what a discount is for. */
export function withPositions(
  items: readonly IikoOrderItem[],
  posOrderId: string,
): IikoOrderItem[] {
  return items.map((item, index) => {
    const positionId = posPositionIdFor(posOrderId, index);
    if (item.type === "Product") return { ...item, positionId };
    return { ...item, primaryComponent: { ...item.primaryComponent, positionId } };
  });
}

/**
 * Returns the line that each item belongs to; a combo has one item for each part. The delivery fee
 * belongs to no line.
 */
export function linesOfItems({ lines }: Pick<OrderTicket, "lines">): number[] {
  return lines.flatMap(({ parts }, position) =>
    Array.from({ length: parts?.length ?? 1 }, () => position),
  );
}
