import { type FieldsOfTypes } from "./scope-access";

/** Who may see which fields of an order, and of its parts. */
export const ORDER_FIELDS: FieldsOfTypes = {
  Order: {
    everybody:
      "address branch cancellable cancellation comment courier createdAt customer erasedAt estimatedAt externalNumber fulfilment guestCount id injection lines number payment payments progress promisedAt promisedFrom promisedTo promotions rawPosStatus status statusChangedAt summary timeline totals trackingUrl version wantedAt",
    hidden: "attention cancelReason claim staffText",
  },
  OrderFigure: {
    office:
      "cancelled cancelledPaid cancelledPayments day delivery handedOver hour inTill orders refused sales secondsToGuest secondsToReady secondsToReady95 secondsToTill secondsToTill95 unreached",
  },
  OrderFigures: { office: "days hours total" },
  OrdersExport: { office: "csv endCursor orders" },
  ExportOrdersPayload: { office: "page userErrors" },
  OrderAttention: { office: "reason since" },
  OrderClaim: { office: "at by mine until" },
  OrderClaimEvent: {
    everybody: "at cursor freshStart id order orderId previousCursor source summary until",
    hidden: "actor",
  },
  OrderClaimedUserError: { office: "claim code field message retryable" },
  OrderAddress: {
    everybody:
      "building city comment doorphone entrance flat floor house latitude line longitude street",
  },
  OrderCancellation: { everybody: "error outcome reason requestedAt" },
  OrderChallenge: { everybody: "bits expiresAt token" },
  OrderConnection: { everybody: "edges nodes pageInfo totalCount" },
  OrderCustomer: { everybody: "name phone" },
  OrderEdge: { everybody: "cursor node" },
  OrderEvent: {
    everybody: "at cursor freshStart id order orderId previousCursor source summary",
    hidden: "actor",
  },
  OrderEventConnection: { everybody: "edges nodes pageInfo" },
  OrderEventEdge: { everybody: "cursor node" },
  OrderFlowMinute: { office: "accepted inPos minute secondsToPos" },
  OrderLine: {
    everybody:
      "article comment halves name options parts product quantity sizeName total unitPrice",
  },
  OrderLineHalf: { everybody: "article name options" },
  OrderLineOption: { everybody: "article name price quantity" },
  OrderLinePart: { everybody: "article groupName name options sizeName" },
  OrderPayload: { everybody: "order userErrors" },
  OrderPayment: { everybody: "amount method paidOnline" },
  OrderProgress: { everybody: "expectedAt headline stage steps summary" },
  OrderSettlement: { everybody: "change changeFrom method paidOnline points toTake" },
  OrderStep: { everybody: "at current done name statuses" },
  OrderStatusEvent: {
    everybody:
      "at cursor freshStart from id lateBySeconds observedBy order orderId previousCursor rawPosStatus source summary to",
    hidden: "actor",
  },
  OrderTotals: { everybody: "bonusSpent deliveryFee discount pointsSpent subtotal total" },
};
