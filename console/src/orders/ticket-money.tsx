import { type ReactNode } from "react";
import { useWords } from "../language/language";
import { useSum } from "../parts/use-sum";
import { type Story } from "./story";

/** What an order costs, which codes it has, and what is to be taken from the guest. */
export function Money({ story: { totals, promotions, payment } }: { story: Story }) {
  const { orders: words } = useWords();
  const sum = useSum();
  const { subtotal, discount, deliveryFee, bonusSpent, total } = totals;
  const [less, more] = [(part: typeof total) => `−${sum(part)}`, sum];
  const parts = [
    { name: words.discount, amount: discount, written: less },
    { name: words.deliveryFee, amount: deliveryFee, written: more },
    { name: words.points, amount: bonusSpent, written: less },
  ].filter(({ amount }) => Number(amount.amount) > 0);
  return (
    <dl className="money">
      <Row name={words.subtotal}>{sum(subtotal)}</Row>
      {parts.map(({ name, amount, written }) => (
        <Row key={name} name={name}>
          {written(amount)}
        </Row>
      ))}
      {promotions.map(({ code, source, name }) => (
        <Row
          key={code ?? name}
          name={code !== null && source === "IIKO" ? words.coupon : words.promoCode}
        >
          {code === null ? name : <code>{code}</code>}
        </Row>
      ))}
      <Row name={words.total} isSum>
        {sum(total)}
      </Row>
      <ToTake payment={payment} />
    </dl>
  );
}

function ToTake({
  payment: { method, paidOnline, toTake, changeFrom, change },
}: Pick<Story, "payment">) {
  const { orders: words } = useWords();
  const sum = useSum();
  if (paidOnline) {
    return (
      <Row name={words.paidOnline} isSum>
        {words.takeNothing}
      </Row>
    );
  }
  return (
    <Row name={words.methods[method]} isSum>
      {words.take(sum(toTake))}
      {changeFrom && change && <small>{words.change(sum(changeFrom), sum(change))}</small>}
    </Row>
  );
}

function Row({
  name,
  isSum = false,
  children,
}: {
  name: string;
  isSum?: boolean;
  children: ReactNode;
}) {
  return (
    <div className={isSum ? "total" : ""}>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
