import { useWords } from "../language/language";
import { Icon } from "../parts/icon";
import { useAge } from "../parts/use-age";
import { useMoment } from "../parts/use-moment";
import { useSum } from "../parts/use-sum";
import { RoomLink } from "../routing/room-link";
import { useNow } from "../shell/use-clock";
import { dueOf, type LaneName, usedOf, type WorkingOrder } from "./lanes";

const SOON = 0.75;

/** One order in its lane: its remaining time as a figure and as a bar. */
export function OrderTile({ order, lane }: { order: WorkingOrder; lane: LaneName }) {
  const { now: words } = useWords();
  const sum = useSum();
  const now = useNow();
  const used = usedOf(order, now);
  const isLate = used >= 1;
  const { number, fulfilment, customer, totals } = order;
  return (
    <RoomLink className="tile" to="orders" rest={[number]} data-tile={number}>
      <b className="num">{number}</b>
      <span className={`due num ${isLate ? "late" : ""}`}>
        <Due order={order} lane={lane} now={now} />
      </span>
      <span className="sub">
        <span>
          <Icon name={fulfilment === "DELIVERY" ? "bike" : "bag"} small />
          <span className="vh">{words.fulfilments[fulfilment]}, </span>
          {customer?.name ?? words.erased}
        </span>
        <span className="num">{sum(totals.total)}</span>
      </span>
      <span className="bar">
        <i
          className={isLate ? "late" : used >= SOON ? "soon" : ""}
          style={{ width: `${used * 100}%` }}
        />
      </span>
    </RoomLink>
  );
}

function Due({ order, lane, now }: { order: WorkingOrder; lane: LaneName; now: number }) {
  const { now: words } = useWords();
  const age = useAge();
  const moment = useMoment(order.branch.timeZone, "short");
  const { nextAttemptAt, state } = order.injection;
  if (lane === "till") {
    if (state === "RETRY_SCHEDULED" && nextAttemptAt !== null)
      return words.retryIn(age(Math.max(0, Date.parse(nextAttemptAt) - now)));
    return age(now - Date.parse(order.createdAt));
  }
  const due = dueOf(order);
  if (due === null) return words.takenAt(moment(order.createdAt));
  return due < now ? words.lateBy(age(now - due)) : age(due - now);
}
