import { type GatewayFailure } from "../gateway/gateway-failure";
import { useWords } from "../language/language";
import { type SearchAnswer } from "../now/operations";
import { REASONS } from "../now/reasons";
import { Badge } from "../parts/badge";
import { Button } from "../parts/button";
import { FailureNote } from "../parts/failure-note";
import { useMoment } from "../parts/use-moment";
import { useSum } from "../parts/use-sum";
import { writtenPhone } from "../parts/written-phone";
import { RoomLink } from "../routing/room-link";

type Found = SearchAnswer["orders"]["nodes"][number];

interface Props {
  readonly text: string;
  readonly orders: readonly Found[];
  readonly failure: GatewayFailure | undefined;
  readonly onOpen: () => void;
  /** undefined when all branches have already been searched. */
  readonly onEverywhere: (() => void) | undefined;
}

/**
 * Shown below the field while text is in it: each result with its state, and where the search
 * looked.
 */
export function SearchResults({ text, orders, failure, onOpen, onEverywhere }: Props) {
  const { now: words } = useWords();
  return (
    <div className="pop results" aria-live="polite">
      <FailureNote failure={failure} />
      {!failure && <h3>{orders.length > 0 ? words.found(text) : words.notFound(text)}</h3>}
      {orders.map((order) => (
        <Result key={order.id} order={order} onOpen={onOpen} />
      ))}
      {!failure && orders.length === 0 && <p className="small muted">{words.notFoundWhat}</p>}
      {onEverywhere && (
        <Button look="quiet" small onPress={onEverywhere}>
          {words.everywhere}
        </Button>
      )}
    </div>
  );
}

function Result({ order, onOpen }: { order: Found; onOpen: () => void }) {
  const { now: words, orders: states } = useWords();
  const sum = useSum();
  const { number, branch, customer, createdAt, totals, attention, status } = order;
  const moment = useMoment(branch.timeZone, "short");
  const about = [
    customer && writtenPhone(customer.phone),
    moment(createdAt),
    sum(totals.total),
    branch.name,
  ];
  return (
    <RoomLink to="orders" rest={[number]} onClick={onOpen}>
      <b className="strong num">{number}</b>
      <span>
        {customer?.name ?? words.erased}
        <small>{about.filter(Boolean).join(" · ")}</small>
      </span>
      {attention ? (
        <Badge {...REASONS[attention.reason]}>{words.reasons[attention.reason].badge}</Badge>
      ) : (
        <Badge tone="grey" icon="check">
          {states.statuses[status]}
        </Badge>
      )}
    </RoomLink>
  );
}
