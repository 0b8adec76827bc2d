import { type Text } from "../texts/locale";
import { type Decision, Draft, type Refusal } from "./decision";
import { orderClaimed } from "./operator-errors";
import { claimAgainst, claimOf } from "./order-claim";
import { type OrderFacts } from "./order-facts";

export interface Claimant {
  readonly keyId: string;
  readonly label: string;
}

const LASTS_MS = 5 * 60_000;

const TAKEN: Text = {
  ru: "Заказом занимается сотрудник",
  en: "A member of the staff is seeing to the order",
};
const LEFT: Text = {
  ru: "Сотрудник больше не занимается заказом",
  en: "The member of the staff is not at the order any more",
};

/**
 * A person claims an order for five minutes, or extends an existing claim of their own by five
 * minutes. Automatic processing continues regardless.
 *
 * @param takeOver even if somebody else has claimed it
 * @returns the refusal CONFLICT, with the claim's owner and end
 */
export function decideClaim(
  order: OrderFacts,
  { keyId, label }: Claimant,
  { takeOver, now }: { readonly takeOver: boolean; readonly now: Date },
): Decision | Refusal {
  const other = claimAgainst(order, keyId, now);
  if (other && !takeOver) return { refusal: orderClaimed(other) };
  const until = new Date(now.getTime() + LASTS_MS).toISOString();
  const draft = new Draft(order, now);
  draft.change({ claim: { keyId, by: label, at: now.toISOString(), until } });
  draft.tell({
    at: now,
    source: "GATEWAY",
    actor: label,
    summary: TAKEN,
    detail: { kind: "CLAIM", until },
  });
  return draft.done();
}

/**
 * A person releases an order. Nothing happens if nobody has claimed it.
 *
 * @returns the refusal CONFLICT: somebody else has claimed it
 */
export function decideRelease(
  order: OrderFacts,
  { keyId, label }: Claimant,
  now: Date,
): Decision | Refusal {
  const other = claimAgainst(order, keyId, now);
  if (other) return { refusal: orderClaimed(other) };
  const draft = new Draft(order, now);
  if (claimOf(order, now) === null) return draft.done();
  draft.change({ claim: null });
  draft.tell({
    at: now,
    source: "GATEWAY",
    actor: label,
    summary: LEFT,
    detail: { kind: "CLAIM", until: null },
  });
  return draft.done();
}

/** Anyone who has acted on an order is done with it: the action is reported in its own right. */
export function endedClaim(decision: Decision): Decision {
  return { ...decision, columns: { ...decision.columns, claim: null } };
}
