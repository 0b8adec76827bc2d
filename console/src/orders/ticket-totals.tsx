import { useWords } from "../language/language";
import { useSum } from "../parts/use-sum";
import { type Story } from "./story";

/** What the order costs, and what the guest still has to pay. */
export function TicketTotals({ story: { totals, promotions, payment } }: { story: Story }) {
  const { order: words } = useWords();
  const sum = useSum();
  const codes = promotions.map(({ code, name }) => (code === null ? name : words.code(code)));
  const discount = [words.discount, ...codes].join(", ");
  const parts = [
    { name: discount, amount: totals.discount, sign: "−" },
    { name: words.points, amount: totals.pointsSpent, sign: "−" },
    { name: words.deliveryFee, amount: totals.deliveryFee, sign: "" },
  ].filter(({ amount }) => Number(amount.amount) > 0);
  return (
    <dl className="totals">
      <dt>{words.subtotal}</dt>
      <dd className="num">{sum(totals.subtotal)}</dd>
      {parts.map(({ name, amount, sign }) => (
        <div key={name} className="contents">
          <dt>{name}</dt>
          <dd className="num">
            {sign}
            {sum(amount)}
          </dd>
        </div>
      ))}
      <dt className="grand">{words.toPay}</dt>
      <dd className="grand num">{sum(totals.total)}</dd>
      <dt>{payment.paidOnline ? words.paidOnline : words.takes[payment.method]}</dt>
      <dd className="num">{sum(payment.toTake)}</dd>
      {payment.changeFrom && payment.change && (
        <>
          <dt>{words.changeFrom(sum(payment.changeFrom))}</dt>
          <dd className="num">{words.change(sum(payment.change))}</dd>
        </>
      )}
    </dl>
  );
}
