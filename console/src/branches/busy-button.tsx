import { Button as AriaButton } from "react-aria-components/Button";
import { Dialog, DialogTrigger } from "react-aria-components/Dialog";
import { Popover } from "react-aria-components/Popover";

import { useWords } from "../language/language";
import { Button } from "../parts/button";
import { useHour } from "../parts/use-moment";
import { endOf } from "./use-accept";
import { type Kitchen, useBusy } from "./use-busy";

interface Props {
  readonly branch: Kitchen;
  /** The button's text; the room around it may be wide or narrow. */
  readonly label: string;
  readonly onChanged: () => void;
}

/** By how many minutes promised times are extended, and for how many minutes that lasts. */
const LATER = [15, 30, 60] as const;
const LASTING = [60, 120, 240] as const;

/**
 * Reports in two presses that the kitchen is busy, by how much and until when, or that it is not.
 */
export function BusyButton({ branch, label, onChanged }: Props) {
  const { busy: words } = useWords().branches;
  return (
    <DialogTrigger>
      <Button small icon="flame" aria-label={`${label}: ${branch.name}`}>
        <span className="word">{label}</span>
      </Button>
      <Popover className="pop pauses busy-menu" placement="bottom start">
        <Dialog aria-label={`${words.title}: ${branch.name}`}>
          {({ close }) => <Choices {...{ branch, onChanged, close }} />}
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}

interface ChoicesProps extends Omit<Props, "label"> {
  readonly close: () => void;
}

function Choices({ branch, onChanged, close }: ChoicesProps) {
  const { busy: words } = useWords().branches;
  const put = useBusy(branch, onChanged);
  const { minutes, busyUntil } = branch.delivery;
  const choose = (later: number, until: string | null) => {
    close();
    put(later, until);
  };
  return (
    <>
      <h3>{words.title}</h3>
      {LATER.map((later) => (
        <Until key={later} {...{ later, branch, choose }} />
      ))}
      {busyUntil !== null && (
        <AriaButton className="opt-b" onPress={() => choose(0, null)}>
          {words.asUsual}
        </AriaButton>
      )}
      <p className="consequence">
        {words.consequence} {minutes === null ? words.noUsual : words.inMinutes(minutes)}
      </p>
    </>
  );
}

interface UntilProps extends Pick<Props, "branch"> {
  readonly later: number;
  readonly choose: (later: number, until: string) => void;
}

/** One line: a delay with three times until which it can last. */
function Until({ later, branch, choose }: UntilProps) {
  const { busy: words, acceptance } = useWords().branches;
  const hour = useHour(branch.timeZone);
  return (
    <div className="busy-until" role="group" aria-label={words.plus(later)}>
      <b>{words.plus(later)}</b>
      {LASTING.map((minutes) => {
        const end = endOf(minutes);
        const until = acceptance.until(hour(end));
        return (
          <AriaButton
            key={minutes}
            className="opt-b"
            aria-label={`${words.plus(later)} ${until}`}
            onPress={() => choose(later, end)}
          >
            {until}
          </AriaButton>
        );
      })}
    </div>
  );
}
