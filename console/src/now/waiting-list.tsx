import { useWords } from "../language/language";
import { Count } from "../parts/badge";
import { EmptyState } from "../parts/empty-state";
import { FailedState } from "../parts/failed-state";
import { Skeleton } from "../parts/skeleton";
import { useMoment } from "../parts/use-moment";
import { RoomLink } from "../routing/room-link";
import { useScope } from "../session/scope";
import { useConnection } from "../shell/connection";
import { useWaiting } from "./waiting";
import { WaitingOrderCard } from "./waiting-order-card";

/**
 * Everything that waits for a person, whatever its age; if nothing waits, says so with the time.
 */
export function WaitingList() {
  const { now: words, shell } = useWords();
  const { orders, total, failure, ask } = useWaiting();
  if (orders === undefined)
    return failure ? (
      <FailedState failure={failure} title={words.failed} onAgain={ask} />
    ) : (
      <Skeleton rows={2} label={shell.loading} />
    );
  if (orders.length === 0) return <NobodyWaits />;
  return (
    <section aria-labelledby="waiting">
      <div className="section-h">
        <h2 id="waiting">{words.waiting}</h2>
        <Count of={total} heat="hot" />
      </div>
      <ul className="attn">
        {orders.map((order) => (
          <WaitingOrderCard key={order.id} order={order} />
        ))}
      </ul>
      {total > orders.length && (
        <p>
          <RoomLink to="orders" filters={{ needs: "person" }}>
            {words.moreHere(total - orders.length)}
          </RoomLink>
        </p>
      )}
    </section>
  );
}

/** Green only while it is true; without a connection it is unknown, and therefore grey. */
function NobodyWaits() {
  const { now: words } = useWords();
  const { trueAt } = useWaiting();
  const { isLive } = useConnection();
  const { branches } = useScope();
  const moment = useMoment(branches[0]?.timeZone);
  const time = trueAt === undefined ? "" : moment(new Date(trueAt).toISOString());
  return (
    <div className="nobody-waits" data-true={isLive}>
      <EmptyState picture={isLive ? "done" : "nothing"} title={words.nobodyWaits}>
        {isLive ? words.trueAt(time) : words.notTrueSince(time)}
      </EmptyState>
    </div>
  );
}
