import { registerEnumType } from "type-graphql";

import { AttemptOutcome } from "../../domain/orders/attempt-outcome";
import { InjectionState } from "../../domain/orders/injection-state";
import { Observation } from "../../domain/orders/order-event";
import { Fulfilment } from "../../domain/ticket/order-ticket";

registerEnumType(AttemptOutcome, {
  name: "AttemptOutcome",
  description: "Outcome of one attempt to submit an order to the POS.",
  valuesConfig: {
    ACCEPTED: { description: "The till has accepted the order." },
    IN_PROGRESS: {
      description:
        "The POS has received the order and has not yet reported whether the till accepted it.",
    },
    REJECTED: { description: "The POS refused the order; `error` explains why." },
    TIMED_OUT: {
      description:
        "No answer arrived in time. The till may have the order; the gateway checks before it tries again.",
    },
    FOUND_EXISTING: {
      description:
        "Nothing was sent: the gateway checked first, and the till already had the order from an earlier attempt.",
    },
    NETWORK_ERROR: {
      description:
        "The connection failed, or the answer was unusable. The till may have the order; the gateway checks before it tries again.",
    },
    NOT_SENT: {
      description:
        "Nothing left the gateway: the rate limit of the key was exhausted, or the call was held back.",
    },
    ABANDONED_BY_CRASH: {
      description:
        "The process died during the attempt, or an operator took over the stuck order. The till may have the order; the gateway checks before it tries again.",
    },
    GATEWAY_FAILED: {
      description:
        "The attempt failed because of an error in the gateway itself; its log has the details.",
    },
  },
});
registerEnumType(Fulfilment, {
  name: "Fulfilment",
  description: "How the guest receives an order.",
  valuesConfig: {
    DELIVERY: { description: "A courier delivers it to the address of the order." },
    PICKUP: { description: "The guest collects it at the branch." },
    DINE_IN: {
      description:
        "The guest eats at the restaurant. createOrder and quoteOrder refuse such orders with INVALID.",
      deprecationReason:
        "Nothing takes or gives it: no order of the gateway is eaten at the tables.",
    },
  },
});
registerEnumType(Observation, {
  name: "Observation",
  description: "How the gateway learned of a change.",
  valuesConfig: {
    WEBHOOK: { description: "The POS sent a web hook." },
    POLL: { description: "The gateway polled the POS for changes." },
    READ_THROUGH: { description: "The gateway looked up this order in the POS." },
    COMMAND: { description: "A caller of this API did it, for example ordered or cancelled." },
  },
});
registerEnumType(InjectionState, {
  name: "InjectionState",
  description: "Whether the till has the order. Independent of OrderStatus.",
  valuesConfig: {
    QUEUED: { description: "The order has been accepted and waits to be sent." },
    SENDING: { description: "The order is being sent now." },
    AWAITING_POS: {
      description:
        "The POS has received the order and has not yet reported whether the till accepted it; the gateway keeps asking.",
    },
    IN_POS: { description: "The till has the order." },
    RETRY_SCHEDULED: {
      description: "The till does not have the order; it is sent again at nextAttemptAt.",
    },
    OUTCOME_UNKNOWN: {
      description:
        "There was no usable answer: the till may have the order. The gateway checks before it sends it again.",
    },
    FALLBACK_SENT: {
      description:
        "The till did not accept the order, and the staff were notified over a fallback channel to enter it by hand.",
    },
    DEAD_LETTERED: {
      description:
        "The till did not accept the order, and none of the staff could be notified: an operator has to act, by retryOrder, markOrderEnteredByHand or cancelOrder.",
    },
    ENTERED_BY_HAND: {
      description:
        "The staff have entered the order into the till, as confirmed by an operator or by a link in the message to them.",
    },
    CANCELLED_BEFORE_SEND: {
      description:
        "The order was cancelled before it reached the till and will not be sent. If it turns out that the till has it, the gateway cancels it there.",
    },
    NOT_REQUIRED: {
      description: "The order is not meant for a till and is never sent. Not used so far.",
    },
  },
});

export { AttemptOutcome, Fulfilment, InjectionState, Observation };
