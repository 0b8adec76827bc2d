import { useWrite } from "../gateway/use-write";
import { useWords } from "../language/language";
import { useToast } from "../parts/toasts";
import { useMoment } from "../parts/use-moment";
import { Accept, type Acceptance as State } from "./operations";

export type Way = "delivery" | "pickup";

export interface Accepting extends State {
  readonly id: string;
  readonly name: string;
  readonly timeZone: string;
}

const MINUTE_MS = 60_000;

/** Applies the change immediately and offers to undo it. */
export function useAccept(branch: Accepting, way: Way, onChanged: () => void) {
  const { acceptance: words } = useWords().branches;
  const toast = useToast();
  const moment = useMoment(branch.timeZone, "short");
  const before = stateOf(branch, way);
  const write = useWrite(onChanged);
  const put = (isOpen: boolean, until: string | null) => {
    const asked = { branchId: branch.id, [way]: isOpen, until };
    return write(async (gateway) => (await gateway.ask(Accept, asked)).setOrderAcceptance);
  };
  return (isOpen: boolean, until: string | null) => {
    const undo = () => void put(before.isOpen, isAhead(before.until) ? before.until : null);
    const said = isOpen
      ? words.opened(words[way])
      : until === null
        ? words.closedNow(words[way])
        : words.pausedUntil(words[way], moment(until));
    void put(isOpen, until).then((isDone) => isDone && toast(said, { onUndo: undo }));
  };
}

export function stateOf(branch: State, way: Way) {
  return way === "delivery"
    ? { isOpen: branch.acceptingDelivery, until: branch.deliveryPausedUntil }
    : { isOpen: branch.acceptingPickup, until: branch.pickupPausedUntil };
}

/** @returns the time that is `minutes` from now */
export function endOf(minutes: number): string {
  return new Date(Date.now() + minutes * MINUTE_MS).toISOString();
}

export function isAhead(until: string | null): boolean {
  return until !== null && Date.parse(until) > Date.now();
}
