import { type EntityManager } from "typeorm";

import { type OrderTicket, type TicketPayment } from "../../domain/order-ticket";
import { type BranchSettings } from "../../entities/branch-settings";
import { type Order } from "../../entities/order";
import { OrderLine } from "../../entities/order-line";

/** All the restaurant needs to make a stored order, with the id of its current generation. */
export async function orderTicketOf(
  manager: EntityManager,
  order: Order,
  settings: BranchSettings,
): Promise<OrderTicket> {
  const lines = await manager.find(OrderLine, { where: { orderId: order.id }, order: { position: "ASC" } });
  return {
    posOrderId: order.posOrderId,
    number: order.number,
    fulfilment: order.fulfilment,
    customer: { name: order.customerName, phone: order.customerPhone, joinsLoyalty: order.joinsLoyalty },
    address: order.address,
    wantedAt: order.wantedAt,
    comment: order.comment,
    lines,
    deliveryFee: null,
    discount: null,
    promoCode: null,
    payments: paymentsOf(order, settings),
    paidOnline: order.paidOnline,
    changeFrom: order.changeFrom,
    total: order.total,
    acceptTimeoutSeconds: settings.acceptTimeoutSeconds,
  };
}

/** «Не выбрано» gives no payment: the till asks, and the comment says what the guest owes or has paid. */
function paymentsOf(order: Order, settings: BranchSettings): TicketPayment[] {
  const mapping = settings.paymentTypes.find((each) => each.method === order.paymentMethod);
  if (!mapping?.posPaymentTypeId || order.total === 0) return [];
  const processedExternally = order.paidOnline && mapping.processedExternally;
  const { method, posPaymentTypeId } = mapping;
  return [{ method, posPaymentTypeId, sum: order.total, processedExternally }];
}
