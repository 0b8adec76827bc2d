import { useState } from "react";
import { useAnswer } from "../gateway/use-answer";
import { useWords } from "../language/language";
import { BranchPanel } from "../parts/branch-panel";
import { FaultNote } from "../parts/fault-note";
import { LiveFeed } from "./live-feed";
import { Board } from "./operations";
import { OrderDetails } from "./order-details";
import { OrderList } from "./order-list";
import { RetryAllButton } from "./retry-all-button";
import { type Cell, isIn, TwoAxes } from "./two-axes";
import { useBranchEvents } from "./use-branch-events";
import { useSoon } from "./use-soon";

/** The orders of a branch, live, and what can be done about each. */
export function OrdersPanel() {
  return <BranchPanel name="orders" of={Orders} />;
}

function Orders({ branchId }: { branchId: string }) {
  const { orders: words } = useWords();
  const { answer, fault, ask } = useAnswer(Board, { branchId });
  const { events, isLive } = useBranchEvents(branchId, useSoon(ask));
  const [cell, setCell] = useState<Cell>();
  const [openId, setOpenId] = useState<string>();
  const orders = answer?.orders.nodes ?? [];
  if (openId !== undefined) {
    return <OrderDetails id={openId} events={events} onBack={() => setOpenId(undefined)} />;
  }
  const listed = cell ? orders.filter((order) => isIn(cell, order)) : orders;
  return (
    <>
      <FaultNote fault={fault} />
      <LiveFeed events={events} isLive={isLive} orders={orders} />
      {answer && orders.length === 0 && <p className="note">{words.none}</p>}
      {orders.length > 0 && (
        <>
          <TwoAxes orders={orders} chosen={cell} onChoose={setCell} />
          <RetryAllButton branchId={branchId} orders={orders} onDone={ask} />
          <OrderList orders={listed} onOpen={setOpenId} />
        </>
      )}
    </>
  );
}
