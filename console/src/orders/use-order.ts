import { type GatewayFailure } from "../gateway/gateway-failure";
import { useAnswer } from "../gateway/use-answer";
import { useScope } from "../session/scope";
import { OrderByNumber } from "./operations";
import { type Story } from "./story";
import { useOrderNews } from "./use-order-news";

interface KnownOrder {
  /** undefined while it is loading; null if there is none. */
  readonly story: Story | null | undefined;
  readonly failure: GatewayFailure | undefined;
  readonly ask: () => void;
}

/** One order of the chosen branches, in its present state. */
export function useOrder(number: string): KnownOrder {
  const { branches, isAll } = useScope();
  const branchIds = isAll ? null : branches.map(({ id }) => id);
  const { answer, failure, ask } = useAnswer(OrderByNumber, { number, branchIds });
  useOrderNews(ask);
  return { story: answer && (answer.orders.nodes[0] ?? null), failure, ask };
}
