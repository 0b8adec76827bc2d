import { useEffect, useRef } from "react";

import { useWords } from "../language/language";
import { REASONS } from "../now/reasons";
import { useWaiting, type WaitingOrder } from "../now/waiting";
import { pathTo } from "../routing/address";
import { go } from "../routing/use-address";
import { useNow } from "../shell/use-clock";
import { type Called, nextCalls, type Waits } from "./next-calls";
import { closeNotices, notify } from "./notices";
import { useSoundState } from "./sound-provider";
import { sound } from "./tones";
import { useOnlyCaller } from "./use-only-caller";

const LOOK_EVERY_MS = 1_000;
/** More than this many at a time share one call. */
const BURST = 5;

/**
 * Calls the operator to waiting orders: by sound and, when the tab is hidden, by a notification.
 */
export function Calls() {
  const { now: words } = useWords();
  const { orders = [] } = useWaiting();
  const { state } = useSoundState();
  const isCaller = useOnlyCaller();
  const called = useRef<Called>(new Map());
  const now = useNow(LOOK_EVERY_MS);
  useEffect(() => {
    closeNotices(new Set(orders.map(({ number }) => number)));
    if (!isCaller) return;
    const next = nextCalls(orders.map(toWaits), called.current, now);
    called.current = next.called;
    if (next.due.length === 0) return;
    if (state === "on") sound(next.due.some(({ isGrave }) => isGrave) ? "grave" : "plain");
    const due = orders.filter(({ id }) => next.due.some((one) => one.id === id));
    if (due.length > BURST) {
      notify("many", words.burst(due.length), "", () => go(pathTo("now")));
      return;
    }
    for (const order of due) {
      const { badge, todo } = words.reasons[reasonOf(order)];
      const open = () => go(pathTo("orders", [order.number]));
      notify(order.number, words.change(order.number, badge), todo, open);
    }
  }, [orders, isCaller, state, words, now]);
  return <Told orders={orders} />;
}

/**
 * For screen reader users: one sentence for each new order, announced immediately if it is grave.
 */
function Told({ orders }: { orders: readonly WaitingOrder[] }) {
  const { now: words } = useWords();
  const said = (isGrave: boolean) =>
    orders
      .filter((order) => toWaits(order).isGrave === isGrave)
      .map((order) => words.change(order.number, words.reasons[reasonOf(order)].badge));
  return (
    <div className="vh">
      <Sentences live="assertive" texts={said(true)} />
      <Sentences live="polite" texts={said(false)} />
    </div>
  );
}

function Sentences({ live, texts }: { live: "assertive" | "polite"; texts: readonly string[] }) {
  return (
    <ul aria-live={live} aria-relevant="additions">
      {texts.map((text) => (
        <li key={text}>{text}</li>
      ))}
    </ul>
  );
}

function reasonOf({ attention }: WaitingOrder) {
  return attention?.reason ?? "WITH_PEOPLE";
}

function toWaits(order: WaitingOrder): Waits {
  const { tone, callEvery } = REASONS[reasonOf(order)];
  return { id: order.id, isGrave: tone === "red", isTaken: order.claim !== null, callEvery };
}
