import { useWrite } from "../gateway/use-write";
import { useWords } from "../language/language";
import { useToast } from "../parts/toasts";
import { useMoment } from "../parts/use-moment";
import { type OpenState, SetBusy } from "./operations";
import { isAhead } from "./use-accept";

/** How long orders take now: longer if the staff say so, or if the kitchen has many orders. */
export type Pace = Pick<OpenState, "minutes" | "extraMinutes" | "busyMinutes" | "busyUntil">;

/** A branch and its kitchen, which makes both deliveries and pick-ups. */
export interface Kitchen {
  readonly id: string;
  readonly name: string;
  readonly timeZone: string;
  readonly delivery: Pace;
}

/** Sets how much longer orders take and offers to undo it. */
export function useBusy({ id: branchId, timeZone, delivery }: Kitchen, onChanged: () => void) {
  const { busy: words } = useWords().branches;
  const toast = useToast();
  const moment = useMoment(timeZone, "short");
  const write = useWrite(onChanged);
  const { busyMinutes, busyUntil } = delivery;
  const put = (minutes: number, until: string | null) => {
    const asked = { branchId, minutes: until === null ? 0 : minutes, until };
    return write(async (gateway) => (await gateway.ask(SetBusy, asked)).setBusyMode);
  };
  /** @param until null when orders take their usual time */
  return (minutes: number, until: string | null) => {
    const undo = () => void put(busyMinutes, isAhead(busyUntil) ? busyUntil : null);
    const said = until === null ? words.usualNow : words.busyNow(minutes, moment(until));
    void put(minutes, until).then((isDone) => isDone && toast(said, { onUndo: undo }));
  };
}
