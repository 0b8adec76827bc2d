import { useCallback, useEffect, useRef, useState } from "react";

import { useSession } from "../session/session";
import { type GatewayFault, toFault } from "./gateway-fault";
import { type Operation } from "./operation";

export interface Asked<Answer> {
  /** The newest answer; stays while it is asked again, goes when the variables change. */
  readonly answer: Answer | undefined;
  readonly fault: GatewayFault | undefined;
  readonly isAsking: boolean;
  readonly ask: () => void;
}

interface Kept<Answer> {
  readonly question: string;
  readonly answer?: Answer | undefined;
  readonly fault?: GatewayFault | undefined;
}

/**
 * Asks when the component appears and whenever variables, key or language change; not at all
 * without variables.
 */
export function useAnswer<Answer, Variables extends object>(
  operation: Operation<Answer, Variables>,
  variables: Variables | null,
): Asked<Answer> {
  const { gateway } = useSession();
  const question = JSON.stringify(variables);
  const [kept, setKept] = useState<Kept<Answer>>({ question });
  const [isAsking, setIsAsking] = useState(false);
  const newest = useRef(0);

  const ask = useCallback(() => {
    const asked = JSON.parse(question) as Variables | null;
    if (asked === null) return;
    const turn = ++newest.current;
    const settle = (outcome: Pick<Kept<Answer>, "answer" | "fault">) => {
      // An answer that comes after a later question is worth nothing.
      if (turn !== newest.current) return;
      setIsAsking(false);
      setKept((before) => ({ ...(before.question === question && before), ...outcome, question }));
    };
    setIsAsking(true);
    gateway.ask(operation, asked).then(
      (answer) => settle({ answer, fault: undefined }),
      (error: unknown) => settle({ fault: toFault(error) }),
    );
  }, [gateway, operation, question]);

  useEffect(() => {
    ask();
    return () => void newest.current++;
  }, [ask]);

  const isCurrent = kept.question === question;
  return {
    answer: isCurrent ? kept.answer : undefined,
    fault: isCurrent ? kept.fault : undefined,
    isAsking,
    ask,
  };
}
