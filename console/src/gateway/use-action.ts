import { useState } from "react";

import { useSession } from "../session/session";
import { type Gateway } from "./gateway";
import { type GatewayFailure, toFailure } from "./gateway-failure";

interface UserError {
  readonly message: string;
}

/** The answer of a mutation. */
interface Payload {
  readonly userErrors: readonly UserError[];
}

export interface Action {
  readonly isRunning: boolean;
  /** Why the last run did not complete. */
  readonly failure: GatewayFailure | undefined;
  /** What the user has to fix in the last run. */
  readonly userErrors: readonly UserError[];
  readonly run: (work: (gateway: Gateway) => Promise<Payload | undefined>) => void;
}

/** Runs what a button triggers, one run at a time. @param onDone also called after user errors */
export function useAction(onDone?: () => void): Action {
  const { gateway } = useSession();
  const [isRunning, setIsRunning] = useState(false);
  const [failure, setFailure] = useState<GatewayFailure>();
  const [userErrors, setUserErrors] = useState<readonly UserError[]>([]);
  const run: Action["run"] = (work) => {
    setIsRunning(true);
    setFailure(undefined);
    setUserErrors([]);
    void work(gateway)
      .then((payload) => setUserErrors(payload?.userErrors ?? []))
      .then(onDone)
      .catch((error: unknown) => setFailure(toFailure(error)))
      .finally(() => setIsRunning(false));
  };
  return { isRunning, failure, userErrors, run };
}
