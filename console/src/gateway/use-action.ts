import { useState } from "react";
import { useSession } from "../session/session";
import { type Gateway } from "./gateway";
import { type GatewayFault, toFault } from "./gateway-fault";

interface Action {
  readonly isRunning: boolean;
  /** Why the last one did not come to an end. */
  readonly fault: GatewayFault | undefined;
  readonly run: (work: (gateway: Gateway) => Promise<unknown>) => void;
}

/** What is done when somebody presses a button: one at a time. */
export function useAction(): Action {
  const { gateway } = useSession();
  const [isRunning, setIsRunning] = useState(false);
  const [fault, setFault] = useState<GatewayFault>();
  const run: Action["run"] = (work) => {
    setIsRunning(true);
    setFault(undefined);
    void work(gateway)
      .catch((error: unknown) => setFault(toFault(error)))
      .finally(() => setIsRunning(false));
  };
  return { isRunning, fault, run };
}
