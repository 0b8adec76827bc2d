import { useWords } from "../language/language";
import { Icon, type IconName } from "../parts/icon";
import { Segments } from "../parts/segments";
import { useFilter } from "../routing/use-filter";
import { dueOf, type LaneName, laneOf, LANES, type WorkingOrder } from "./lanes";
import { OrderTile } from "./order-tile";

const SHOWN = 30;
const ICONS: Record<LaneName, IconName> = {
  till: "till",
  kitchen: "flame",
  ready: "clock",
  way: "bike",
};

/** Orders that progress on their own, grouped by where they are; what is due first comes first. */
export function LanesView({ orders }: { orders: readonly WorkingOrder[] }) {
  const { now: words } = useWords();
  const [way, chooseWay] = useFilter("way");
  const shown = orders.filter(({ fulfilment }) => way === "" || fulfilment === way);
  const among = [
    { value: "", label: words.all },
    { value: "DELIVERY", label: words.fulfilments.DELIVERY },
    { value: "PICKUP", label: words.fulfilments.PICKUP },
  ].map((one) => ({ ...one, value: one.value || "all" }));
  return (
    <section aria-labelledby="lanes">
      <div className="section-h">
        <h2 id="lanes">{words.working}</h2>
        <span className="count">{shown.length}</span>
        <span className="end">
          <Segments
            label={words.ways}
            value={way || "all"}
            among={among}
            onChoose={(value) => chooseWay(value === "all" ? "" : value)}
          />
        </span>
      </div>
      <div className="lanes">
        {LANES.map((lane) => (
          <Lane key={lane} lane={lane} orders={shown.filter((order) => laneOf(order) === lane)} />
        ))}
      </div>
    </section>
  );
}

function Lane({ lane, orders }: { lane: LaneName; orders: readonly WorkingOrder[] }) {
  const { now: words } = useWords();
  const byDue = [...orders].sort(
    (one, other) =>
      (dueOf(one) ?? Infinity) - (dueOf(other) ?? Infinity) ||
      one.createdAt.localeCompare(other.createdAt),
  );
  return (
    <section className="lane" data-lane={lane}>
      <h3>
        <Icon name={ICONS[lane]} small />
        {words.lanes[lane]}
        <span className="count">{orders.length}</span>
      </h3>
      {orders.length === 0 && <p className="small muted lane-empty">{words.laneEmpty}</p>}
      {byDue.slice(0, SHOWN).map((order) => (
        <OrderTile key={order.id} order={order} lane={lane} />
      ))}
      {orders.length > SHOWN && (
        <p className="small muted lane-empty">{words.moreHere(orders.length - SHOWN)}</p>
      )}
    </section>
  );
}
