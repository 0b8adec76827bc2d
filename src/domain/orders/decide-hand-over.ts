import { type Text } from "../texts/locale";
import { type Draft } from "./decision";
import { InjectionEvent } from "./injection-state";

const TELLING_PEOPLE: Text = {
  ru: "Касса не приняла заказ, передаём его сотрудникам ресторана",
  en: "The till did not take the order; the restaurant's staff are being notified",
};

/** The branch settings that determine whether its staff can be notified. */
export interface StaffSettings {
  readonly fallback: readonly { readonly enabled: boolean }[];
}

/**
 * Hands an order over to the staff: one message on every enabled channel of its branch. Begins once
 * per round: nothing happens while the staff already have the order.
 */
export function handOver(draft: Draft, { fallback }: StaffSettings): void {
  const { handedOverAt, lastFault } = draft.after;
  if (handedOverAt !== null) return;
  draft.change({ handedOverAt: draft.at, nextAttemptAt: null });
  // A late POS creates orders late, so the order is still probed.
  draft.cause({ kind: "PROBE", look: 0 });
  if (!fallback.some(({ enabled }) => enabled)) {
    draft.take(InjectionEvent.NOBODY_REACHED, { fault: lastFault });
    return;
  }
  draft.cause({ kind: "STAFF_MESSAGE", purpose: "HAND_OVER", round: "next" });
  draft.note(TELLING_PEOPLE);
}
