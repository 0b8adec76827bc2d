import { useState } from "react";

import { useAction } from "../gateway/use-action";
import { useWords } from "../language/language";
import { Button } from "../parts/button";
import { Icon } from "../parts/icon";
import { Outcome } from "../parts/outcome";
import { useToast } from "../parts/toasts";
import { RoomLink } from "../routing/room-link";
import { ByHandQuestion, SendAgainQuestion, TakeOverQuestion } from "./act-questions";
import { type AttentionReason, ByHand, Claim, Release, SendAgain } from "./operations";
import { REASONS } from "./reasons";
import { useWaiting, type WaitingOrder } from "./waiting";

type Asked = "byHand" | "sendAgain" | "takeOver";

/** What the user can do about a waiting order: the step itself, and claiming the order. */
export function WaitingActs({ order, reason }: { order: WaitingOrder; reason: AttentionReason }) {
  const { now: words } = useWords();
  const { ask } = useWaiting();
  const action = useAction(ask);
  const [asked, setAsked] = useState<Asked>();
  const isTheirs = order.claim !== null && !order.claim.mine;
  const { retry } = REASONS[reason];
  return (
    <div className="acts">
      <Step order={order} reason={reason} isTheirs={isTheirs} onAsk={() => setAsked("byHand")} />
      {retry && !isTheirs && (
        <Button small onPress={() => setAsked("sendAgain")}>
          {words.sendAgain}
        </Button>
      )}
      <ClaimAct order={order} action={action} onTakeOver={() => setAsked("takeOver")} />
      <Outcome of={action} />
      {asked !== undefined && (
        <Asking order={order} asked={asked} action={action} onDone={() => setAsked(undefined)} />
      )}
    </div>
  );
}

interface StepProps {
  readonly order: WaitingOrder;
  readonly reason: AttentionReason;
  readonly isTheirs: boolean;
  readonly onAsk: () => void;
}

/**
 * The one thing to do now. An order that someone else works on is opened, not handled a second
 * time.
 */
function Step({ order, reason, isTheirs, onAsk }: StepProps) {
  const { now: words } = useWords();
  const { step } = REASONS[reason];
  if (step === "byHand" && !isTheirs)
    return (
      <Button small look="main" onPress={onAsk}>
        {words.byHand}
      </Button>
    );
  if (step === "call" && order.customer)
    return (
      <a className="btn sm main-act" href={`tel:${order.customer.phone}`}>
        <Icon name="phone" small />
        {words.call}
      </a>
    );
  return (
    <RoomLink
      className="btn sm main-act"
      to="orders"
      rest={[order.number]}
      filters={{ of: order.branch.id }}
    >
      {words.open}
    </RoomLink>
  );
}

interface ActProps {
  readonly order: WaitingOrder;
  readonly action: ReturnType<typeof useAction>;
}

function ClaimAct({ order, action, onTakeOver }: ActProps & { readonly onTakeOver: () => void }) {
  const { now: words } = useWords();
  const toast = useToast();
  const { id, number, claim } = order;
  if (claim !== null && !claim.mine)
    return (
      <Button small look="quiet" onPress={onTakeOver}>
        {words.takeOver}
      </Button>
    );
  const release = () =>
    action.run(async (gateway) => (await gateway.ask(Release, { id })).releaseOrder);
  if (claim !== null)
    return (
      <Button small look="quiet" onPress={release}>
        {words.release}
      </Button>
    );
  const take = () =>
    action.run(async (gateway) => {
      const { claimOrder } = await gateway.ask(Claim, { id, takeOver: false });
      if (claimOrder.userErrors.length === 0) toast(words.claimed(number), { onUndo: release });
      return claimOrder;
    });
  return (
    <Button small isPending={action.isRunning} onPress={take}>
      {words.claim}
    </Button>
  );
}

function Asking({
  order: { id, number, claim },
  asked,
  action: { run },
  onDone,
}: ActProps & { readonly asked: Asked; readonly onDone: () => void }) {
  const { now: words } = useWords();
  const toast = useToast();
  const enter = (posNumber: string, note: string | null) => {
    onDone();
    run(async (gateway) => {
      const { markOrderEnteredByHand: done } = await gateway.ask(ByHand, { id, posNumber, note });
      if (done.userErrors.length === 0) toast(words.byHandDone(number));
      return done;
    });
  };
  const sendAgain = () => {
    onDone();
    run(async (gateway) => {
      const { retryOrder: done } = await gateway.ask(SendAgain, { id, force: true });
      if (done.userErrors.length === 0) toast(words.sendAgainDone(number));
      return done;
    });
  };
  const takeOver = () => {
    onDone();
    run(async (gateway) => (await gateway.ask(Claim, { id, takeOver: true })).claimOrder);
  };
  if (asked === "byHand") return <ByHandQuestion number={number} onNo={onDone} onYes={enter} />;
  if (asked === "sendAgain")
    return <SendAgainQuestion number={number} onNo={onDone} onYes={sendAgain} />;
  return <TakeOverQuestion number={number} name={claim?.by ?? ""} onNo={onDone} onYes={takeOver} />;
}
