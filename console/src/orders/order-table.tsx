import { type MouseEvent } from "react";

import { useWords } from "../language/language";
import { Icon } from "../parts/icon";
import { useMoment } from "../parts/use-moment";
import { useSum } from "../parts/use-sum";
import { RoomLink } from "../routing/room-link";
import { useScope } from "../session/scope";
import { OrderBadge } from "./order-badge";
import { type Row } from "./story";

interface Props {
  readonly orders: readonly Row[];
  /** Number of the order that is open next to the list. */
  readonly open: string;
  /** null when a press opens the order's page. */
  readonly onOpen: ((number: string) => void) | null;
}

/** What waits for a person comes first, whatever its age; shown as cards on a phone. */
export function OrderTable({ orders, open, onOpen }: Props) {
  const { order: words } = useWords();
  const waiting = orders.filter(({ attention }) => attention !== null);
  const others = orders.filter(({ attention }) => attention === null);
  const groups = [
    { name: words.waitingGroup, rows: waiting },
    { name: words.others, rows: others },
  ].filter(({ rows }) => rows.length > 0);
  return (
    <section className="card orders-list">
      <table className="tbl cards orders">
        <TableHead />
        {groups.map(({ name, rows }) => (
          <tbody key={name}>
            {waiting.length > 0 && (
              <tr className="group">
                <th colSpan={7} scope="rowgroup">
                  {name} <span className="num">{rows.length}</span>
                </th>
              </tr>
            )}
            {rows.map((order) => (
              <OrderLine
                key={order.id}
                order={order}
                isOpen={order.number === open}
                onOpen={onOpen}
              />
            ))}
          </tbody>
        ))}
      </table>
    </section>
  );
}

function TableHead() {
  const { order: words } = useWords();
  return (
    <thead>
      <tr>
        {Object.entries(words.columns).map(([key, name]) => (
          <th key={key} scope="col" className={key === "sum" ? "r" : undefined}>
            {name}
          </th>
        ))}
      </tr>
    </thead>
  );
}

interface LineProps extends Pick<Props, "onOpen"> {
  readonly order: Row;
  readonly isOpen: boolean;
}

function OrderLine({ order, isOpen, onOpen }: LineProps) {
  const { number, createdAt, branch, totals, claim } = order;
  const moment = useMoment(branch.timeZone, "short");
  const sum = useSum();
  const press = (event: MouseEvent) => {
    if (!onOpen || event.metaKey || event.ctrlKey || event.shiftKey) return;
    event.preventDefault();
    onOpen(number);
  };
  return (
    <tr className={isOpen ? "on" : undefined} data-order={number}>
      <td className="strong num">
        <RoomLink to="orders" rest={[number]} onClick={press}>
          {number}
        </RoomLink>
      </td>
      <td className="num muted nowrap hide">{moment(createdAt)}</td>
      <td className="sub">
        <GuestOf order={order} />
      </td>
      <td className="sub soft">
        <Where order={order} />
      </td>
      <td className="sub">
        <OrderBadge order={order} />
        {claim && <span className="small muted"> {claim.by}</span>}
      </td>
      <td className="sub small soft">
        <Axes order={order} />
      </td>
      <td className="r num strong top-r">
        {sum(totals.total)}
        <div className="muted small phone-only">{moment(createdAt)}</div>
      </td>
    </tr>
  );
}

function Where({ order: { fulfilment, address, branch, wantedAt } }: { order: Row }) {
  const { order: words } = useWords();
  const { branches } = useScope();
  const moment = useMoment(branch.timeZone, "short");
  const where = address
    ? `${address.street}, ${address.house}`
    : wantedAt === null
      ? words.fulfilments[fulfilment]
      : words.wanted(moment(wantedAt)).toLowerCase();
  return (
    <span className="row where">
      <Icon name={fulfilment === "DELIVERY" ? "bike" : "bag"} small />
      <span>
        {where}
        {branches.length > 1 && <span className="muted small"> · {branch.name}</span>}
      </span>
    </span>
  );
}

/** The other states, in plain words. */
function Axes({ order: { injection, status, payment } }: { order: Row }) {
  const { orders, order: words } = useWords();
  const till = injection.posNumber === null ? [] : [words.inTill(injection.posNumber)];
  const kitchen = injection.state === "IN_POS" ? [] : [orders.statuses[status]];
  const money = payment.paidOnline ? words.paid : words.methods[payment.method];
  return <>{[...till, ...kitchen, money].join(" · ")}</>;
}

function GuestOf({ order: { customer } }: { order: Row }) {
  const { order: words } = useWords();
  if (!customer) return <span className="muted">{words.erased}</span>;
  return (
    <>
      <span className="strong">{customer.name}</span>{" "}
      <span className="muted small num nowrap">…{customer.phone.slice(-4)}</span>
    </>
  );
}
