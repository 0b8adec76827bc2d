import { registerEnumType } from "type-graphql";

import { AttemptOutcome } from "../../domain/orders/attempt-outcome";
import { InjectionState } from "../../domain/orders/injection-state";
import { Observation } from "../../domain/orders/order-event";
import { Fulfilment } from "../../domain/ticket/order-ticket";

registerEnumType(AttemptOutcome, {
  name: "AttemptOutcome",
  description: "How one try to put an order into the till ended.",
  valuesConfig: {
    ACCEPTED: { description: "The till has taken the order." },
    IN_PROGRESS: {
      description: "The POS has received the order and has not said yet whether the till took it.",
    },
    REJECTED: { description: "The POS has refused the order; `error` says why." },
    TIMED_OUT: {
      description:
        "No answer came in time. The till may have the order; the gateway looks before it repeats.",
    },
    FOUND_EXISTING: {
      description:
        "Nothing was sent: the gateway looked first, and the till had the order from an earlier attempt.",
    },
    NETWORK_ERROR: {
      description:
        "The connection broke, or the answer was of no use. The till may have the order; the gateway looks before it repeats.",
    },
    NOT_SENT: {
      description:
        "Nothing has left the gateway: the key's allowance of calls was used up, or the call was held back.",
    },
    ABANDONED_BY_CRASH: {
      description:
        "The process that made the attempt died in it, or an operator took the stuck order over. The till may have the order; the gateway looks before it repeats.",
    },
    GATEWAY_FAILED: {
      description: "A fault of the gateway's own broke the attempt off; its log tells more.",
    },
  },
});
registerEnumType(Fulfilment, {
  name: "Fulfilment",
  description: "How a guest gets an order.",
  valuesConfig: {
    DELIVERY: { description: "A courier brings it to the address of the order." },
    PICKUP: { description: "The guest collects it at the branch." },
    DINE_IN: {
      description:
        "It is eaten at the restaurant. createOrder and quoteOrder do not take such orders: INVALID.",
    },
  },
});
registerEnumType(Observation, {
  name: "Observation",
  description: "How a change came to be known.",
  valuesConfig: {
    WEBHOOK: { description: "The POS told it by itself." },
    POLL: { description: "The gateway asked the POS for changes." },
    READ_THROUGH: { description: "The gateway looked at this one order in the POS." },
    COMMAND: { description: "A caller of this API did it: ordered or cancelled." },
  },
});
registerEnumType(InjectionState, {
  name: "InjectionState",
  description: "Does the till have the order? An axis of its own beside OrderStatus.",
  valuesConfig: {
    QUEUED: { description: "The order is taken and waits to be sent." },
    SENDING: { description: "The order is being sent now." },
    AWAITING_POS: {
      description:
        "The POS has received the order and has not said yet whether the till took it; the gateway asks until it does.",
    },
    IN_POS: { description: "The till has the order." },
    RETRY_SCHEDULED: {
      description: "The till has not got the order, and it is sent again at nextAttemptAt.",
    },
    OUTCOME_UNKNOWN: {
      description:
        "No usable answer came: the till may have the order. The gateway looks there before it sends again.",
    },
    FALLBACK_SENT: {
      description:
        "The till did not take the order, and the staff were told, over a fallback channel, to enter it by hand.",
    },
    DEAD_LETTERED: {
      description:
        "The till did not take the order, and no member of the staff could be told: an operator has to act, by retryOrder, markOrderEnteredByHand or cancelOrder.",
    },
    ENTERED_BY_HAND: {
      description:
        "The staff have entered the order into the till, and an operator, or a link in their message, has said so.",
    },
    CANCELLED_BEFORE_SEND: {
      description:
        "The order was cancelled before the till had it, and is not sent any more. Should the till turn out to have it, the gateway cancels it there.",
    },
    NOT_REQUIRED: {
      description:
        "The order is not meant for a till, and is never sent. No order has this state so far.",
    },
  },
});

export { AttemptOutcome, Fulfilment, InjectionState, Observation };
