import { Button as AriaButton } from "react-aria-components/Button";
import { Dialog, DialogTrigger } from "react-aria-components/Dialog";
import { Popover } from "react-aria-components/Popover";
import { toFault } from "../gateway/gateway-fault";
import { useWords } from "../language/language";
import { Dot, type Tone } from "../parts/badge";
import { Button } from "../parts/button";
import { useToast } from "../parts/toasts";
import { useAge } from "../parts/use-age";
import { useMoment } from "../parts/use-moment";
import { useSession } from "../session/session";
import { useNow } from "../shell/use-clock";
import { Accept, type Acceptance as State } from "./operations";

type Way = "delivery" | "pickup";

export interface Accepting extends State {
  readonly id: string;
  readonly name: string;
  readonly timeZone: string;
}

interface Props {
  readonly branch: Accepting;
  readonly onChanged: () => void;
}

/** How long a pause lasts, in minutes; null: until somebody opens. */
const PAUSES = [15, 30, 60, 120, null] as const;
const MINUTE_MS = 60_000;

/** Whether the branch takes deliveries and pick-ups: paused in two presses, opened in one. */
export function Acceptance({ branch, onChanged }: Props) {
  return (
    <>
      <OneWay way="delivery" {...{ branch, onChanged }} />
      <OneWay way="pickup" {...{ branch, onChanged }} />
    </>
  );
}

function OneWay({ way, branch, onChanged }: Props & { way: Way }) {
  const { acceptance: words } = useWords().branches;
  const moment = useMoment(branch.timeZone, "short");
  const age = useAge();
  const now = useNow(10_000);
  const put = useAccept(branch, way, onChanged);
  const { isOpen, until } = stateOf(branch, way);
  const tone: Tone = isOpen ? "green" : until === null ? "red" : "amber";
  const ends =
    until === null ? words.closed : words.paused(moment(until), age(Date.parse(until) - now));
  return (
    <div className="row way-state" data-way={way}>
      <Dot tone={tone} />
      <span>
        <b className="strong">{words[way]}</b>{" "}
        <span className="soft">{isOpen ? words.open : ends}</span>
      </span>
      {isOpen ? (
        <PauseMenu way={way} branch={branch} onPause={(end) => put(false, end)} />
      ) : (
        <Button
          small
          aria-label={words.openNamed(words[way], branch.name)}
          onPress={() => put(true, null)}
        >
          {words.openIt}
        </Button>
      )}
    </div>
  );
}

interface PauseProps {
  readonly way: Way;
  readonly branch: Accepting;
  readonly onPause: (until: string | null) => void;
}

function PauseMenu({ way, branch, onPause }: PauseProps) {
  const { acceptance: words } = useWords().branches;
  const moment = useMoment(branch.timeZone, "short");
  return (
    <DialogTrigger>
      <Button small icon="pause" aria-label={words.pauseNamed(words[way], branch.name)}>
        {words.pause}
      </Button>
      <Popover className="pop pauses" placement="bottom start">
        <Dialog aria-label={words.pauseTitle(words[way])}>
          {({ close }) => (
            <>
              <h3>{words.pauseTitle(words[way])}</h3>
              {PAUSES.map((minutes) => {
                const end = minutes === null ? null : endOf(minutes);
                const choose = () => {
                  close();
                  onPause(minutes === null ? null : endOf(minutes));
                };
                return (
                  <AriaButton key={minutes} className="opt-b" onPress={choose}>
                    {words.for[minutes ?? "ever"]}
                    {end !== null && <span className="end">{words.until(moment(end))}</span>}
                  </AriaButton>
                );
              })}
            </>
          )}
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}

/** Changes it at once, and offers to take that back. */
function useAccept(branch: Accepting, way: Way, onChanged: () => void) {
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

function stateOf(branch: State, way: Way) {
  return way === "delivery"
    ? { isOpen: branch.acceptingDelivery, until: branch.deliveryPausedUntil }
    : { isOpen: branch.acceptingPickup, until: branch.pickupPausedUntil };
}

function endOf(minutes: number): string {
  return new Date(Date.now() + minutes * MINUTE_MS).toISOString();
}

function isAhead(until: string | null): boolean {
  return until !== null && Date.parse(until) > Date.now();
}
