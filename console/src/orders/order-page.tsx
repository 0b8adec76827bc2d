import { useWords } from "../language/language";
import { EmptyState } from "../parts/empty-state";
import { FailedState } from "../parts/failed-state";
import { Icon } from "../parts/icon";
import { Skeleton } from "../parts/skeleton";
import { RoomLink } from "../routing/room-link";
import { EnterByHand } from "./enter-by-hand";
import { OrderActs } from "./order-acts";
import { OrderBadge } from "./order-badge";
import { Cancellation, GuestSees, Happened, WhyNot } from "./order-story";
import { OrderWay } from "./order-way";
import { PrintedOrder } from "./printed-order";
import { type Story } from "./story";
import { Ticket } from "./ticket";
import { useOrder } from "./use-order";
import { useTicks } from "./use-ticks";

/** One order in full: who, where, what, how much, why it is stuck, and what can be done now. */
export function OrderPage({ number }: { number: string }) {
  const { shell, order: words } = useWords();
  const { story, failure, ask } = useOrder(number);
  return (
    <section className="room" data-panel="order">
      <div className="head no-print">
        <RoomLink to="orders" className="btn sm quiet">
          <span className="turned">
            <Icon name="right" small />
          </span>
          {words.back}
        </RoomLink>
      </div>
      {failure && !story && <FailedState failure={failure} title={words.notLoaded} onAgain={ask} />}
      {story === undefined && !failure && (
        <>
          <h1>{words.title(number)}</h1>
          <Skeleton rows={6} label={shell.loading} />
        </>
      )}
      {story === null && (
        <>
          <h1>{words.title(number)}</h1>
          <EmptyState picture="nothing" title={words.noSuch(number)}>
            {words.noSuchLead}
          </EmptyState>
        </>
      )}
      {story && <Whole story={story} onDone={ask} />}
    </section>
  );
}

function Whole({ story, onDone }: { story: Story; onDone: () => void }) {
  const { orders, order: words } = useWords();
  const ticks = useTicks(story.id);
  const money = story.payment.paidOnline ? words.paid : words.methods[story.payment.method];
  const till = story.injection.posNumber;
  const others = [
    orders.statuses[story.status],
    money,
    ...(till === null ? [] : [words.inTill(till)]),
  ];
  return (
    <>
      <div className="head">
        <h1 className="order-number">{words.title(story.number)}</h1>
        <OrderBadge order={story} />
        <span className="soft">{others.join(" · ")}</span>
        <OrderActs story={story} onDone={onDone} />
      </div>
      <OrderWay story={story} />
      <div className="two keep no-print">
        <div className="stack">
          <EnterByHand story={story} onDone={onDone} />
          <Ticket story={story} ticks={ticks} />
        </div>
        <div className="stack">
          <Cancellation story={story} />
          <WhyNot story={story} />
          <Happened story={story} />
          <GuestSees story={story} />
        </div>
      </div>
      <PrintedOrder story={story} />
    </>
  );
}
