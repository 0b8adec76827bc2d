import { useAnswer } from "../gateway/use-answer";
import { useWords } from "../language/language";
import { Button } from "../parts/button";
import { FailedState } from "../parts/failed-state";
import { Skeleton } from "../parts/skeleton";
import { useAddress } from "../routing/use-address";
import { useFilter } from "../routing/use-filter";
import { ExportButton } from "./export-button";
import { FilterChips, PeriodChoice, SoughtChip } from "./filters";
import { NothingFound } from "./nothing-found";
import { OrdersPage } from "./operations";
import { useOrderFilter } from "./order-filter";
import { OrderPage } from "./order-page";
import { OrderSide } from "./order-side";
import { OrderTable } from "./order-table";
import { RetryAllButton } from "./retry-all-button";
import { useMorePages } from "./use-more-pages";
import { useOrderNews } from "./use-order-news";
import { useWide } from "./use-wide";

/** The list of orders, or the one whose number is in the address. */
export function OrdersRoom() {
  const { rest } = useAddress();
  const [number] = rest;
  return number === undefined ? <Orders /> : <OrderPage key={number} number={number} />;
}

function Orders() {
  const { shell, order: words } = useWords();
  const asked = useOrderFilter();
  const { answer, failure, ask } = useAnswer(OrdersPage, asked);
  useOrderNews(ask);
  const { orders, all, more } = useMorePages(asked, answer?.orders);
  const [open, choose] = useFilter("open");
  const isWide = useWide();
  const isBeside = isWide && open !== "";
  return (
    <section className="room orders" data-panel="orders">
      <Head filter={asked.filter} count={all} />
      <FilterChips />
      {failure && <FailedState failure={failure} title={words.notLoaded} onAgain={ask} />}
      {!answer && !failure && <Skeleton rows={8} label={shell.loading} />}
      {answer && orders.length === 0 && <NothingFound />}
      {orders.length > 0 && (
        <div className={isBeside ? "two" : "stack"}>
          <div className="stack">
            <RetryAllButton orders={orders} onDone={ask} />
            <OrderTable
              orders={orders}
              open={isBeside ? open : ""}
              onOpen={isWide ? choose : null}
            />
            {more && (
              <Button isPending={more.isAsking} onPress={more.ask}>
                {words.more(orders.length, all)}
              </Button>
            )}
          </div>
          {isBeside && <OrderSide key={open} number={open} onClose={() => choose("")} />}
        </div>
      )}
    </section>
  );
}

function Head({ filter, count }: Parameters<typeof ExportButton>[0]) {
  const { shell } = useWords();
  return (
    <div className="head">
      <h1>{shell.rooms.orders}</h1>
      <PeriodChoice />
      <SoughtChip />
      <span className="end desk-only">
        <ExportButton filter={filter} count={count} />
      </span>
    </div>
  );
}
