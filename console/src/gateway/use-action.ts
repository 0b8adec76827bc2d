import { useState } from "react";

import { useSession } from "../session/session";
import { type Gateway } from "./gateway";
import { type GatewayFault, toFault } from "./gateway-fault";

interface Refusal {
  readonly message: string;
}

/** What a mutation answers. */
interface Payload {
  readonly userErrors: readonly Refusal[];
}

export interface Action {
  readonly isRunning: boolean;
  /** Why the last one did not come to an end. */
  readonly fault: GatewayFault | undefined;
  /** What the last one has to be mended in. */
  readonly refusals: readonly Refusal[];
  readonly run: (work: (gateway: Gateway) => Promise<Payload | undefined>) => void;
}

/**
 * What is done when somebody presses a button: one at a time. @param onDone also after a refusal
 */
export function useAction(onDone?: () => void): Action {
  const { gateway } = useSession();
  const [isRunning, setIsRunning] = useState(false);
  const [fault, setFault] = useState<GatewayFault>();
  const [refusals, setRefusals] = useState<readonly Refusal[]>([]);
  const run: Action["run"] = (work) => {
    setIsRunning(true);
    setFault(undefined);
    setRefusals([]);
    void work(gateway)
      .then((payload) => setRefusals(payload?.userErrors ?? []))
      .then(onDone)
      .catch((error: unknown) => setFault(toFault(error)))
      .finally(() => setIsRunning(false));
  };
  return { isRunning, fault, refusals, run };
}
