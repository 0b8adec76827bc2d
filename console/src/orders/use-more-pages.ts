import { useEffect, useState } from "react";

import { useSession } from "../session/session";
import { OrdersPage, type OrdersPageAnswer, type OrdersPageVariables } from "./operations";
import { type Row } from "./story";

type Page = OrdersPageAnswer["orders"];

interface Pages {
  readonly orders: readonly Row[];
  /** Number of orders on all pages, shown or not; more than 10,000 are not counted. */
  readonly all: string;
  /** undefined when there are no more. */
  readonly more: { readonly ask: () => void; readonly isAsking: boolean } | undefined;
}

/**
 * The first page, which is requested again with every event, and the later pages that were loaded.
 */
export function useMorePages(asked: OrdersPageVariables, first: Page | undefined): Pages {
  const { gateway } = useSession();
  const [later, setLater] = useState<readonly Page[]>([]);
  const [isAsking, setIsAsking] = useState(false);
  useEffect(() => setLater([]), [asked]);
  const last = later.at(-1) ?? first;
  const after = last?.pageInfo.hasNextPage ? last.pageInfo.endCursor : null;
  const ask = () => {
    if (after === null) return;
    setIsAsking(true);
    void gateway
      .ask(OrdersPage, { ...asked, after })
      .then(({ orders }) => setLater((before) => [...before, orders]))
      .catch(() => undefined)
      .finally(() => setIsAsking(false));
  };
  // Events move orders between pages: the first page that contains an order has its newest version.
  const known = new Map<string, Row>();
  for (const order of [first, ...later].flatMap((page) => page?.nodes ?? []))
    if (!known.has(order.id)) known.set(order.id, order);
  return {
    orders: [...known.values()],
    all: first?.totalCount === null ? "10\u00a0000+" : `${first?.totalCount ?? 0}`,
    more: after === null ? undefined : { ask, isAsking },
  };
}
