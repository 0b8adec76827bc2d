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
 * A person takes an order on for five minutes; whoever has it already, for five minutes more. The
 * machine goes on with its own work as if nobody had.
 *
 * @param takeOver although somebody else has it
 * @returns the refusal CONFLICT, with who has it and until when
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
 * A person gives an order back. Nothing happens where nobody has it.
 *
 * @returns the refusal CONFLICT: somebody else has it
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

/** Whoever has acted on an order is done with it: what was done is told by itself. */
export function endedClaim(decision: Decision): Decision {
  return { ...decision, columns: { ...decision.columns, claim: null } };
}
