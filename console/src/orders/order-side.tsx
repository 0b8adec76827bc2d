import { useWords } from "../language/language";
import { Button } from "../parts/button";
import { FailedState } from "../parts/failed-state";
import { Skeleton } from "../parts/skeleton";
import { RoomLink } from "../routing/room-link";
import { EnterByHand } from "./enter-by-hand";
import { OrderBadge } from "./order-badge";
import { Ticket } from "./ticket";
import { useOrder } from "./use-order";
import { useTicks } from "./use-ticks";

/** One order next to the list; its page shows the rest. */
export function OrderSide({ number, onClose }: { number: string; onClose: () => void }) {
  const { shell, order: words } = useWords();
  const { story, failure, ask } = useOrder(number);
  const ticks = useTicks(story?.id ?? "");
  if (failure && !story)
    return <FailedState failure={failure} title={words.notLoaded} onAgain={ask} />;
  if (!story) return <Skeleton rows={4} label={shell.loading} />;
  return (
    <aside className="side stack" aria-label={words.title(number)}>
      <section className="card">
        <header>
          <h2>{words.title(number)}</h2>
          <OrderBadge order={story} />
          <span className="end row">
            <RoomLink to="orders" rest={[number]} className="btn sm quiet">
              {words.whole}
            </RoomLink>
            <Button look="quiet" small icon="x" aria-label={words.close} onPress={onClose} />
          </span>
        </header>
      </section>
      <EnterByHand story={story} onDone={ask} />
      <Ticket story={story} ticks={ticks} />
    </aside>
  );
}
