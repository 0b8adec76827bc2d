import { type Text } from "../texts/locale";
import { renewPosId } from "./decide-failure";
import { type ToldStatus } from "./decide-status";
import { type Decision, Draft, NOTHING } from "./decision";
import { InjectionEvent } from "./injection-state";
import { type OrderFacts } from "./order-facts";
import { isFinal } from "./order-status";

const ELSEWHERE: Text = {
  ru: "Филиал подключён к другой организации, а в прежней заказа нет: он отправляется в новую",
  en: "The branch is connected to another organization, and the former one does not have the order: the new one gets it",
};

export const TWICE: Text = {
  ru: "Касса приняла заказ второй раз, под прежним номером: одну копию нужно отменить",
  en: "The till has taken the order a second time, under another id: one copy has to be cancelled",
};

/** A decision that changes nothing but the history. */
export function decideNote(
  order: OrderFacts,
  summary: Text,
  at: Date,
  actor: string | null = null,
): Decision {
  const draft = new Draft(order, at);
  draft.note(summary, actor);
  return draft.done();
}

/** Another organization gets the order under a different id: two tills never share one. */
export function decideElsewhere(
  order: OrderFacts,
  place: { readonly organizationId: string | null; readonly keyId: string | null },
  at: Date,
): Decision {
  const draft = new Draft(order, at);
  renewPosId(draft, place);
  draft.note(ELSEWHERE);
  return draft.done();
}

/**
 * A duplicate of the order exists: the staff are asked to cancel one copy while both are alive.
 * What happens to the duplicate does not concern the guest.
 */
export function decideSecondCopy(
  order: OrderFacts,
  { creation, status }: ToldStatus,
  at: Date,
): Decision {
  const lives = creation === "created" && (status === null || !isFinal(status));
  if (!lives || isFinal(order.status)) return NOTHING;
  const draft = new Draft(order, at);
  draft.cause({ kind: "STAFF_MESSAGE", purpose: "TWICE_IN_TILL", round: 0 });
  draft.note(TWICE, null, "POS");
  return draft.done();
}

/** The order is late on its way to the POS: the staff are warned, once. */
export function decideLate(order: OrderFacts, at: Date): Decision {
  if (order.alertedAt !== null) return NOTHING;
  const draft = new Draft(order, at);
  draft.change({ alertedAt: at });
  // Staff who have the order itself do not need to hear that it is late.
  if (order.handedOverAt === null)
    draft.cause({ kind: "STAFF_MESSAGE", purpose: "ALERT", round: 0 });
  return draft.done();
}

/**
 * A message about the order has reached its end.
 *
 * @param note what the timeline says about it
 * @param state what it means for the order: the staff have it, no message has reached anyone, or
 *   nothing
 */
export function decideMessageEnd(
  order: OrderFacts,
  note: Text | null,
  state: "HANDED_OVER" | "NOBODY_REACHED" | null,
  at: Date,
): Decision {
  const draft = new Draft(order, at);
  if (note) draft.note(note);
  if (state) draft.take(InjectionEvent[state], { fault: order.lastFault });
  return draft.done();
}

/**
 * A channel asks for such a long wait that other channels are notified, including those added to
 * the branch since.
 */
export function decidePutOff(order: OrderFacts, note: Text, round: number, at: Date): Decision {
  const draft = new Draft(order, at);
  draft.note(note);
  draft.cause({ kind: "STAFF_MESSAGE", purpose: "HAND_OVER", round });
  return draft.done();
}
