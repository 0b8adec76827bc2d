import { useWords } from "../language/language";
import { Badge, type Tone } from "../parts/badge";
import { type IconName } from "../parts/icon";
import { type Row } from "./story";

type Badged = Pick<Row, "status" | "fulfilment" | "injection" | "attention">;

interface Shown {
  readonly tone: Tone;
  readonly icon: IconName;
}

const OF_STATE: Record<Row["injection"]["state"], Shown> = {
  DEAD_LETTERED: { tone: "red", icon: "stop" },
  FALLBACK_SENT: { tone: "amber", icon: "hand" },
  OUTCOME_UNKNOWN: { tone: "amber", icon: "question" },
  RETRY_SCHEDULED: { tone: "blue", icon: "refresh" },
  QUEUED: { tone: "blue", icon: "send" },
  SENDING: { tone: "blue", icon: "send" },
  AWAITING_POS: { tone: "blue", icon: "clock" },
  CANCELLED_BEFORE_SEND: { tone: "grey", icon: "x" },
  ENTERED_BY_HAND: { tone: "green", icon: "hand" },
  IN_POS: { tone: "green", icon: "check" },
  NOT_REQUIRED: { tone: "grey", icon: "check" },
};

const OF_STATUS: Record<Row["status"], Shown> = {
  UNCONFIRMED: { tone: "amber", icon: "question" },
  NEW: { tone: "blue", icon: "send" },
  ACCEPTED: { tone: "green", icon: "check" },
  QUEUED_FOR_COOKING: { tone: "green", icon: "clock" },
  COOKING: { tone: "green", icon: "flame" },
  READY: { tone: "green", icon: "bag" },
  WAITING_FOR_COURIER: { tone: "green", icon: "bike" },
  ON_THE_WAY: { tone: "green", icon: "bike" },
  DELIVERED: { tone: "green", icon: "check" },
  CLOSED: { tone: "green", icon: "check" },
  CANCELLED: { tone: "grey", icon: "x" },
};

/** The most serious thing that is true of an order; everything else is written next to it. */
export function OrderBadge({ order }: { order: Badged }) {
  const { orders, order: words } = useWords();
  const { attention, injection, status, fulfilment } = order;
  const late = attention?.reason === "LATE";
  const byHand = attention?.reason === "CANCEL_BY_HAND";
  if (byHand) return <Say tone="red" icon="warn" text={words.reasons.CANCEL_BY_HAND} />;
  if (late) return <Say tone="amber" icon="clock" text={words.reasons.LATE} />;
  if (status === "CANCELLED")
    return <Say {...OF_STATUS.CANCELLED} text={orders.statuses.CANCELLED} />;
  if (injection.state === "IN_POS") {
    const text = fulfilment === "DELIVERY" ? orders.statuses[status] : words.pickup[status];
    return <Say {...OF_STATUS[status]} text={text ?? orders.statuses[status]} />;
  }
  return <Say {...OF_STATE[injection.state]} text={orders.states[injection.state]} />;
}

function Say({ tone, icon, text }: Shown & { text: string }) {
  return (
    <Badge tone={tone} icon={icon}>
      {text}
    </Badge>
  );
}
