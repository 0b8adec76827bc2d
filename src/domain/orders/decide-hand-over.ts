import { type Text } from "../texts/locale";
import { type Draft } from "./decision";
import { InjectionEvent } from "./injection-state";

const TELLING_PEOPLE: Text = {
  ru: "Касса не приняла заказ, передаём его сотрудникам ресторана",
  en: "The till did not take the order; the restaurant's staff are being notified",
};

/** What of a branch's settings says whether its people can be told. */
export interface StaffSettings {
  readonly fallback: readonly { readonly enabled: boolean }[];
}

/**
 * Gives an order to people: one message on every enabled channel of its branch. Begins once per
 * round: nothing happens while people have the order already.
 */
export function handOver(draft: Draft, { fallback }: StaffSettings): void {
  const { handedOverAt, lastFault } = draft.after;
  if (handedOverAt !== null) return;
  draft.change({ handedOverAt: draft.at, nextAttemptAt: null });
  // A late till creates late orders: the order is still looked for.
  draft.cause({ kind: "PROBE", look: 0 });
  if (!fallback.some(({ enabled }) => enabled)) {
    draft.take(InjectionEvent.NOBODY_REACHED, { fault: lastFault });
    return;
  }
  draft.cause({ kind: "STAFF_MESSAGE", purpose: "HAND_OVER", round: "next" });
  draft.note(TELLING_PEOPLE);
}
