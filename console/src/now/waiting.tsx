import {
  createContext,
  type ReactNode,
  useCallback,
  useContext,
  useEffect,
  useMemo,
  useState,
} from "react";

import { type GatewayFailure } from "../gateway/gateway-failure";
import { useAnswer } from "../gateway/use-answer";
import { useEvery } from "../jobs/use-every";
import { useSoon } from "../orders/use-soon";
import { useScope } from "../session/scope";
import { useSession } from "../session/session";
import { useConnection } from "../shell/connection";
import { useCounts } from "../shell/counts";
import { Waiting, type WaitingAnswer } from "./operations";
import { useChanges } from "./use-changes";

const ASK_EVERY_MS = 15_000;

export type WaitingOrder = WaitingAnswer["orders"]["nodes"][number];

interface WhoWaits {
  /**
   * Most serious first, and within each kind the one that has waited longest first. undefined until
   * known.
   */
  readonly orders: readonly WaitingOrder[] | undefined;
  readonly counts: WaitingAnswer["ordersNeedingPeople"];
  readonly total: number;
  readonly oldestSince: string | undefined;
  /** When all of this was last true; undefined if it never was. */
  readonly trueAt: number | undefined;
  readonly failure: GatewayFailure | undefined;
  readonly ask: () => void;
  /** Grows with every event, for components that show more than the waiting orders. */
  readonly news: number;
}

const WaitingContext = createContext<WhoWaits | null>(null);

/** Which orders of the scope need a person; available in every room. */
export function useWaiting(): WhoWaits {
  const waiting = useContext(WaitingContext);
  if (!waiting) throw new Error("Nobody asks who waits here");
  return waiting;
}

export function WaitingProvider({ children }: { children: ReactNode }) {
  const { branches: known } = useSession();
  const { branches, isAll } = useScope();
  const { isLive } = useConnection();
  const { count } = useCounts();
  const branchIds = useMemo(() => branches.map(({ id }) => id), [branches]);
  const variables = known === null ? null : { branchIds: isAll ? null : branchIds };
  const { answer, failure, ask } = useAnswer(Waiting, variables);
  const [news, setNews] = useState(0);
  const tell = useCallback(() => {
    ask();
    setNews((before) => before + 1);
  }, [ask]);
  useChanges(branchIds, useSoon(tell));
  useEvery(ASK_EVERY_MS, ask);
  const trueAt = useTrueAt(answer, isLive && failure === undefined);
  const value = useMemo(
    () => ({ ...summedUp(answer), trueAt, failure, ask, news }),
    [...[answer, trueAt, failure, ask, news]],
  );
  useEffect(() => count("now", value.total), [count, value.total]);
  return <WaitingContext value={value}>{children}</WaitingContext>;
}

/** While the connection is live, anything that was not reported has not happened. */
function useTrueAt(answer: WaitingAnswer | undefined, isLive: boolean): number | undefined {
  const [trueAt, setTrueAt] = useState<number>();
  useEffect(() => {
    if (answer === undefined || !isLive) return undefined;
    setTrueAt(Date.now());
    const timer = setInterval(() => setTrueAt(Date.now()), 1_000);
    return () => clearInterval(timer);
  }, [answer, isLive]);
  return trueAt;
}

function summedUp(answer: WaitingAnswer | undefined) {
  const counts = answer?.ordersNeedingPeople ?? [];
  const since = counts.map(({ oldestSince }) => oldestSince).sort();
  const rank = (order: WaitingOrder) =>
    counts.findIndex(({ reason }) => reason === order.attention?.reason);
  const orders = answer?.orders.nodes
    .filter(({ attention }) => attention !== null)
    .sort((one, other) => rank(one) - rank(other) || sinceOf(one).localeCompare(sinceOf(other)));
  const total = counts.reduce((sum, { count }) => sum + count, 0);
  return { orders, counts, total, oldestSince: since[0] };
}

function sinceOf({ attention, createdAt }: WaitingOrder): string {
  return attention?.since ?? createdAt;
}
