import { useEffect, useState } from "react";
import { type GatewayFault, toFault } from "../gateway/gateway-fault";
import { useSession } from "../session/session";
import { type BoardAnswer, MoreOfBoard } from "./operations";
import { type BoardOrder } from "./tones";

type Page = BoardAnswer["orders"];

export interface NextPage {
  readonly ask: () => void;
  readonly isAsking: boolean;
  readonly fault: GatewayFault | undefined;
}

interface Pages {
  readonly orders: readonly BoardOrder[];
  /** undefined: that is all. */
  readonly more: NextPage | undefined;
}

/**
 * The first page, which is asked for again with all news, and those that somebody wanted to see
 * after it.
 */
export function usePages(branchId: string, first: Page | undefined): Pages {
  const { gateway } = useSession();
  const [later, setLater] = useState<readonly Page[]>([]);
  const [isAsking, setIsAsking] = useState(false);
  const [fault, setFault] = useState<GatewayFault>();
  useEffect(() => setLater([]), [branchId]);
  const last = later.at(-1) ?? first;
  const after = last?.pageInfo.hasNextPage ? last.pageInfo.endCursor : null;
  const ask = () => {
    if (after === null) return;
    setIsAsking(true);
    setFault(undefined);
    void gateway
      .ask(MoreOfBoard, { branchId, after })
      .then(({ orders }) => setLater((before) => [...before, orders]))
      .catch((error: unknown) => setFault(toFault(error)))
      .finally(() => setIsAsking(false));
  };
  // News moves orders from page to page: the first page has the newest of each.
  const all = new Map<string, BoardOrder>();
  for (const order of [first, ...later].flatMap((page) => page?.nodes ?? []))
    if (!all.has(order.id)) all.set(order.id, order);
  return { orders: [...all.values()], more: after === null ? undefined : { ask, isAsking, fault } };
}
