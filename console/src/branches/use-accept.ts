import { toFault } from "../gateway/gateway-fault";
import { useWords } from "../language/language";
import { useToast } from "../parts/toasts";
import { useMoment } from "../parts/use-moment";
import { useSession } from "../session/session";
import { Accept, type Acceptance as State } from "./operations";

export type Way = "delivery" | "pickup";

export interface Accepting extends State {
  readonly id: string;
  readonly name: string;
  readonly timeZone: string;
}

const MINUTE_MS = 60_000;

/** Changes it at once, and offers to take that back. */
export function useAccept(branch: Accepting, way: Way, onChanged: () => void) {
  const { faults, branches } = useWords();
  const { acceptance: words } = branches;
  const { gateway } = useSession();
  const toast = useToast();
  const moment = useMoment(branch.timeZone, "short");
  const before = stateOf(branch, way);
  const write = async (isOpen: boolean, until: string | null): Promise<boolean> => {
    try {
      const asked = { branchId: branch.id, [way]: isOpen, until };
      const { setOrderAcceptance: done } = await gateway.ask(Accept, asked);
      for (const { message } of done.userErrors) toast(message, { isError: true });
      return done.userErrors.length === 0;
    } catch (error) {
      const { code } = toFault(error);
      toast(faults.byCode[code] ?? faults.other(code), { isError: true });
      return false;
    } finally {
      onChanged();
    }
  };
  return (isOpen: boolean, until: string | null) => {
    const undo = () => void write(before.isOpen, isAhead(before.until) ? before.until : null);
    const said = isOpen
      ? words.opened(words[way])
      : until === null
        ? words.closedNow(words[way])
        : words.pausedUntil(words[way], moment(until));
    void write(isOpen, until).then((isDone) => isDone && toast(said, { onUndo: undo }));
  };
}

export function stateOf(branch: State, way: Way) {
  return way === "delivery"
    ? { isOpen: branch.acceptingDelivery, until: branch.deliveryPausedUntil }
    : { isOpen: branch.acceptingPickup, until: branch.pickupPausedUntil };
}

/** @returns the moment when a pause of so many minutes ends, from now on */
export function endOf(minutes: number): string {
  return new Date(Date.now() + minutes * MINUTE_MS).toISOString();
}

function isAhead(until: string | null): boolean {
  return until !== null && Date.parse(until) > Date.now();
}
