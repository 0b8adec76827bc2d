import { useState } from "react";

import { useSession } from "../session/session";
import { type Gateway } from "./gateway";
import { type GatewayFailure, toFailure } from "./gateway-failure";

interface UserError {
  readonly message: string;
}

/** What a mutation answers. */
interface Payload {
  readonly userErrors: readonly UserError[];
}

export interface Action {
  readonly isRunning: boolean;
  /** Why the last one did not come to an end. */
  readonly failure: GatewayFailure | undefined;
  /** What the last one has to be mended in. */
  readonly userErrors: readonly UserError[];
  readonly run: (work: (gateway: Gateway) => Promise<Payload | undefined>) => void;
}

/**
 * What is done when somebody presses a button: one at a time. @param onDone also after user errors
 */
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
