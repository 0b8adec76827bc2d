import { useCallback, useEffect, useRef, useState } from "react";

import { useSession } from "../session/session";
import { type GatewayFailure, toFailure } from "./gateway-failure";
import { type Operation } from "./operation";

export interface Asked<Answer, Variables = object> {
  /** The newest answer; stays during another request, and is dropped when the variables change. */
  readonly answer: Answer | undefined;
  readonly failure: GatewayFailure | undefined;
  readonly isAsking: boolean;
  readonly ask: () => void;
  /**
   * Sends the request, and resolves once the newest answer has arrived or is known to have failed.
   * @param others variables that differ this time
   */
  readonly renew: (others?: Partial<Variables>) => Promise<void>;
}

interface Kept<Answer> {
  readonly question: string;
  readonly answer?: Answer | undefined;
  readonly failure?: GatewayFailure | undefined;
}

/**
 * Sends the request when the component appears and whenever variables, key or language change;
 * sends none without variables.
 */
export function useAnswer<Answer, Variables extends object>(
  operation: Operation<Answer, Variables>,
  variables: Variables | null,
): Asked<Answer, Variables> {
  const { gateway } = useSession();
  const question = JSON.stringify(variables);
  const [kept, setKept] = useState<Kept<Answer>>({ question });
  const [isAsking, setIsAsking] = useState(false);
  /** The last request; null when nobody waits for it any more. */
  const newest = useRef<Promise<void>>(null);

  const renew = useCallback(
    (others?: Partial<Variables>): Promise<void> => {
      const asked = JSON.parse(question) as Variables | null;
      if (asked === null) return Promise.resolve();
      const settle = async (outcome: Pick<Kept<Answer>, "answer" | "failure">): Promise<void> => {
        // Ignores an answer that arrives after a later request.
        if (newest.current !== mine) return newest.current ?? undefined;
        setIsAsking(false);
        setKept((before) => ({
          ...(before.question === question && before),
          ...outcome,
          question,
        }));
      };
      setIsAsking(true);
      const mine: Promise<void> = gateway.ask(operation, Object.assign(asked, others)).then(
        (answer) => settle({ answer, failure: undefined }),
        (error: unknown) => settle({ failure: toFailure(error) }),
      );
      newest.current = mine;
      return mine;
    },
    [gateway, operation, question],
  );
  const ask = useCallback(() => void renew(), [renew]);

  useEffect(() => {
    ask();
    return () => void (newest.current = null);
  }, [ask]);

  const now: Kept<Answer> = kept.question === question ? kept : { question };
  return { answer: now.answer, failure: now.failure, isAsking, ask, renew };
}
