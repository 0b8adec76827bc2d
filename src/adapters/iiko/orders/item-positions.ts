import { posPositionIdFor } from "../../../domain/ids";
import { type OrderTicket } from "../../../domain/ticket/order-ticket";
import { type IikoOrderItem } from "./iiko-order";

/** Gives every item an id of its own, by which iiko says what a discount is for. */
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

/** Which line every item is of; a combo's has one item for each part. The delivery is of none. */
export function linesOfItems({ lines }: Pick<OrderTicket, "lines">): number[] {
  return lines.flatMap(({ parts }, position) =>
    Array.from({ length: parts?.length ?? 1 }, () => position),
  );
}
