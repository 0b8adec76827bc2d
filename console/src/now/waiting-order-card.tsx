import { useWords } from "../language/language";
import { Badge } from "../parts/badge";
import { Icon, type IconName } from "../parts/icon";
import { useAge } from "../parts/use-age";
import { useMoment } from "../parts/use-moment";
import { useSum } from "../parts/use-sum";
import { writtenPhone } from "../parts/written-phone";
import { RoomLink } from "../routing/room-link";
import { useScope } from "../session/scope";
import { useNow } from "../shell/use-clock";
import { REASONS } from "./reasons";
import { type WaitingOrder } from "./waiting";
import { WaitingActs } from "./waiting-acts";

type Fulfilment = WaitingOrder["fulfilment"];

const WAYS: Record<Fulfilment, IconName> = { DELIVERY: "bike", PICKUP: "bag", DINE_IN: "branch" };

/** One waiting order: what happened, what to do, whom to call, and the button that does it. */
export function WaitingOrderCard({ order }: { order: WaitingOrder }) {
  const { now: words } = useWords();
  const sum = useSum();
  const reason = order.attention?.reason ?? "WITH_PEOPLE";
  const { tone, icon } = REASONS[reason];
  const { badge, why, todo } = words.reasons[reason];
  const { lastError } = order.injection;
  const tellsCause = lastError !== null && reason !== "LATE" && reason !== "APPROVAL_WANTED";
  return (
    <li>
      <article className={`card ask t-${tone}`} data-order={order.number}>
        <Age order={order} />
        <div>
          <div className="line">
            <Badge tone={tone} icon={icon}>
              {badge}
            </Badge>
            <span className="strong num">{sum(order.totals.total)}</span>
            <ClaimNote order={order} />
          </div>
          <p className="why">{tellsCause ? lastError.message : why}</p>
          <p className="todo">{todo}</p>
          <Who order={order} />
        </div>
        <WaitingActs order={order} reason={reason} />
      </article>
    </li>
  );
}

function Age({ order: { number, createdAt, attention, branch } }: { order: WaitingOrder }) {
  const age = useAge();
  const now = useNow();
  const moment = useMoment(branch.timeZone, "short");
  const since = attention?.since ?? createdAt;
  return (
    <div>
      <h3 className="no">
        <RoomLink to="orders" rest={[number]} filters={{ of: branch.id }}>
          {number}
        </RoomLink>
      </h3>
      <div className="small muted waits">
        <span>{moment(createdAt)}</span> <b>{age(now - Date.parse(since))}</b>
      </div>
    </div>
  );
}

function Who({
  order: { customer, fulfilment, address, wantedAt, promisedAt, branch },
}: {
  order: WaitingOrder;
}) {
  const { now: words } = useWords();
  const moment = useMoment(branch.timeZone, "short");
  const { branches } = useScope();
  const due = promisedAt ?? wantedAt;
  const way = [
    words.fulfilments[fulfilment].toLowerCase(),
    due === null ? undefined : words.wantedAt(moment(due)),
    address?.line,
    branches.length > 1 ? branch.name : undefined,
  ];
  return (
    <div className="who">
      <span>
        <Icon name="user" small />
        {customer?.name ?? words.erased}
      </span>
      {customer && (
        <a href={`tel:${customer.phone}`}>
          <Icon name="phone" small />
          {writtenPhone(customer.phone)}
        </a>
      )}
      <span>
        <Icon name={WAYS[fulfilment]} small />
        {way.filter(Boolean).join(" · ")}
      </span>
    </div>
  );
}

function ClaimNote({ order: { claim, branch } }: { order: WaitingOrder }) {
  const { now: words } = useWords();
  const moment = useMoment(branch.timeZone, "short");
  if (claim === null) return null;
  return (
    <span className="soft claim">
      {claim.mine ? words.mine(moment(claim.until)) : words.theirs(claim.by, moment(claim.at))}
    </span>
  );
}
