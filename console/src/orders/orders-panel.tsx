import { useState } from "react";
import { useAnswer } from "../gateway/use-answer";
import { useWords } from "../language/language";
import { BranchRoom } from "../parts/branch-room";
import { FaultNote } from "../parts/fault-note";
import { LiveFeed } from "./live-feed";
import { Board } from "./operations";
import { OrderDetails } from "./order-details";
import { OrderList } from "./order-list";
import { RetryAllButton } from "./retry-all-button";
import { type Cell, isIn, TwoAxes } from "./two-axes";
import { useBranchEvents } from "./use-branch-events";
import { type NextPage, usePages } from "./use-pages";
import { useSoon } from "./use-soon";

/** The orders of a branch, live, and what can be done about each. */
export function OrdersPanel() {
  return <BranchRoom name="orders" of={Orders} />;
}

function Orders({ branchId }: { branchId: string }) {
  const { orders: words } = useWords();
  const { answer, fault, ask } = useAnswer(Board, { branchId });
  const { events, isLive } = useBranchEvents(branchId, useSoon(ask));
  const [cell, setCell] = useState<Cell>();
  const [openId, setOpenId] = useState<string>();
  const { orders, more } = usePages(branchId, answer?.orders);
  const timeZone = answer?.branch?.timeZone;
  if (openId !== undefined) {
    return <OrderDetails id={openId} events={events} onBack={() => setOpenId(undefined)} />;
  }
  const listed = cell ? orders.filter((order) => isIn(cell, order)) : orders;
  return (
    <>
      <FaultNote fault={fault} />
      <LiveFeed events={events} isLive={isLive} orders={orders} timeZone={timeZone} />
      <Waiting count={answer?.waiting.totalCount ?? 0} />
      {answer && orders.length === 0 && <p className="note">{words.none}</p>}
      {orders.length > 0 && (
        <>
          <TwoAxes orders={orders} chosen={cell} onChoose={setCell} />
          <RetryAllButton branchId={branchId} orders={orders} onDone={ask} />
          <OrderList orders={listed} timeZone={timeZone} onOpen={setOpenId} />
          {more && <More more={more} shown={orders.length} />}
        </>
      )}
    </>
  );
}

function Waiting({ count }: { count: number }) {
  const { orders: words } = useWords();
  if (count === 0) return null;
  return (
    <p className="note bad" role="status">
      {words.waiting(count)}
    </p>
  );
}

function More({ more, shown }: { more: NextPage; shown: number }) {
  const { orders: words } = useWords();
  return (
    <>
      <button type="button" disabled={more.isAsking} onClick={more.ask}>
        {words.more(shown)}
      </button>
      <FaultNote fault={more.fault} />
    </>
  );
}
