import { BusyButton } from "../branches/busy-button";
import { useSlowness } from "../branches/busy-kitchen";
import { PauseButton } from "../branches/pause-button";
import { useWords } from "../language/language";
import { Dot, type Tone } from "../parts/badge";
import { useMoment } from "../parts/use-moment";
import { useScope } from "../session/scope";
import { type WorkingAnswer } from "./operations";
import { useWaiting } from "./waiting";

type States = Pick<WorkingAnswer, "branches" | "branchContacts" | "posKeys">;
type Contact = States["branchContacts"][number];
type State = States["branches"]["nodes"][number];
type Hours = State["pickup"];
type KeyState = States["posKeys"][number]["state"];

const KEY_TONES: Record<KeyState, Tone> = { OK: "green", CIRCUIT_OPEN: "amber", STOPPED: "red" };

interface Said {
  readonly tone: Tone;
  readonly text: string;
}

/**
 * Whether each branch accepts orders and its POS answers: in full for a single branch, one line
 * each for many.
 */
export function BranchStates(props: {
  readonly states: States | undefined;
  readonly onChanged: () => void;
}) {
  const { states, onChanged } = props;
  const { branches } = useScope();
  if (!states) return null;
  const isOne = branches.length === 1;
  return (
    <ul className="branch-states">
      {branches.map(({ id, name, timeZone }) => (
        <BranchLine key={id} isAlone={isOne} {...{ id, name, timeZone, states, onChanged }} />
      ))}
    </ul>
  );
}

interface LineProps {
  readonly id: string;
  readonly name: string;
  /** The branch needs no name because there is no other. */
  readonly isAlone: boolean;
  readonly timeZone: string;
  readonly states: States;
  readonly onChanged: () => void;
}

function BranchLine({ id, name, isAlone, timeZone, states, onChanged }: LineProps) {
  const { now: words } = useWords();
  const { counts } = useWaiting();
  const said = useSaid(timeZone);
  const state = states.branches.nodes.find((one) => one.id === id);
  const branch = state && Object.assign({ name, timeZone }, state);
  const key = states.posKeys.find(({ branchIds }) => branchIds.includes(id));
  const waiting = counts
    .filter(({ branchId }) => branchId === id)
    .reduce((sum, { count }) => sum + count, 0);
  const contact = states.branchContacts.find(({ branchId }) => branchId === id);
  const heard = useHeard(timeZone);
  const all = [
    ...(state ? said(state) : []),
    ...(key ? [keySaid(key.state, words)] : []),
    ...(contact ? heard(contact) : []),
  ];
  return (
    <li>
      {!isAlone && <b>{name}</b>}
      {!isAlone && waiting > 0 && <span className="red">{words.needed(waiting)}</span>}
      {all.map(({ tone, text }) => (
        <span key={text} className="nowrap">
          <Dot tone={tone} />
          {text}
        </span>
      ))}
      {branch && branch.delivery.closedBecause !== "NOT_CONNECTED" && (
        <span className="acts">
          <PauseButton {...{ branch, onChanged }} />
          <BusyButton label={words.kitchen} {...{ branch, onChanged }} />
        </span>
      )}
    </li>
  );
}

function keySaid(
  state: KeyState,
  words: { keyWorks: string; keyPaused: string; keyStopped: string },
): Said {
  const texts = { OK: words.keyWorks, CIRCUIT_OPEN: words.keyPaused, STOPPED: words.keyStopped };
  return { tone: KEY_TONES[state], text: texts[state] };
}

/**
 * When iiko and the till were last heard from, and whether the channels to the staff accept
 * messages.
 */
function useHeard(timeZone: string): (contact: Contact) => Said[] {
  const { now: words } = useWords();
  const moment = useMoment(timeZone, "short");
  return ({ posHeardAt, lastInTillAt, channels }) => [
    ...(posHeardAt === null
      ? []
      : [{ tone: "grey" as const, text: words.heardAt(moment(posHeardAt)) }]),
    ...(lastInTillAt === null
      ? []
      : [{ tone: "grey" as const, text: words.inTillAt(moment(lastInTillAt)) }]),
    ...channels.map(({ label, target, lastSentAt, waiting, error }): Said => {
      const name = `${label} ${target}`;
      if (waiting > 0 || error !== null) return { tone: "red", text: words.channelFails(name) };
      if (lastSentAt === null) return { tone: "grey", text: words.channelUnused(name) };
      return { tone: "green", text: words.channelWorks(name) };
    }),
  ];
}

function useSaid(timeZone: string): (state: State) => Said[] {
  const { now: words } = useWords();
  const moment = useMoment(timeZone, "short");
  const one = (what: string, isOpen: boolean, until: string | null, by: Hours): Said => {
    if (isOpen && by.closedBecause === "HOURS") {
      const text = words.outsideHours(what, by.opensAt && moment(by.opensAt));
      return { tone: "grey", text };
    }
    if (isOpen && by.closedBecause === "TILL_SILENT")
      return { tone: "amber", text: words.tillSilent(what) };
    if (isOpen) return { tone: "green", text: words.opened(what) };
    if (until === null) return { tone: "red", text: words.closed(what) };
    return { tone: "amber", text: words.paused(what, moment(until)) };
  };
  const slowness = useSlowness(timeZone);
  return (state) => {
    const { delivery, pickup } = state;
    if (delivery.closedBecause === "NOT_CONNECTED")
      return [{ tone: "grey", text: words.notConnected }];
    const slower = slowness(delivery);
    return [
      one(words.delivery, state.acceptingDelivery, state.deliveryPausedUntil, delivery),
      one(words.pickup, state.acceptingPickup, state.pickupPausedUntil, pickup),
      ...(slower === null ? [] : [{ tone: "amber" as const, text: `${words.kitchen}: ${slower}` }]),
    ];
  };
}
