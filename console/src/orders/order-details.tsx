import { useEffect } from "react";
import { useAnswer } from "../gateway/use-answer";
import { useWords } from "../language/language";
import { FaultNote } from "../parts/fault-note";
import { useMoment } from "../parts/use-moment";
import { Attempts } from "./attempts";
import { OrderActions } from "./order-actions";
import { OrderStory } from "./operations";
import { type Story } from "./story";
import { Ticket } from "./ticket";
import { Timeline } from "./timeline";
import { INJECTION_TONES, STATUS_TONES } from "./tones";
import { type LiveEvent } from "./use-branch-events";

interface Props {
  readonly id: string;
  readonly events: readonly LiveEvent[];
  readonly onBack: () => void;
}

/** One order: both axes, what the till said, everything that happened, and what can be done. */
export function OrderDetails({ id, events, onBack }: Props) {
  const { orders: words } = useWords();
  const { answer, fault, ask } = useAnswer(OrderStory, { id });
  const newest = events.find(({ orderId }) => orderId === id)?.id;
  useEffect(() => {
    if (newest !== undefined) ask();
  }, [newest, ask]);
  return (
    <>
      <p>
        <button type="button" onClick={onBack}>
          {words.back}
        </button>
      </p>
      <FaultNote fault={fault} />
      {answer?.order && (
        <>
          <Summary story={answer.order} />
          <OrderActions key={id} story={answer.order} onDone={ask} />
          <Ticket story={answer.order} />
          <Attempts injection={answer.order.injection} timeZone={answer.order.branch.timeZone} />
          <Timeline events={answer.order.timeline.nodes} timeZone={answer.order.branch.timeZone} />
        </>
      )}
    </>
  );
}

function Summary({
  story: { number, status, summary, createdAt, branch, injection },
}: {
  story: Story;
}) {
  const { orders: words } = useWords();
  const moment = useMoment(branch.timeZone, "short");
  const { state, posNumber, lastError } = injection;
  return (
    <>
      <h2>{words.order(number)}</h2>
      <p>
        <span className={`badge ${INJECTION_TONES[state]}`}>{words.states[state]}</span>{" "}
        <span className={`badge ${STATUS_TONES[status]}`}>{words.statuses[status]}</span>{" "}
        {posNumber !== null && words.posNumber(posNumber)}
      </p>
      <p>
        {words.placedAt(moment(createdAt), branch.name)}
        <br />
        {words.guestSees(summary)}
      </p>
      {lastError && (
        <p className="note warn">
          {lastError.message} {lastError.fix}
        </p>
      )}
    </>
  );
}
