import { useWords } from "../../language/language";
import { useSum } from "../../parts/use-sum";
import { type Zone } from "./drawn-zone";

/** What is delivered where and at what price, in the order in which overlapping zones win. */
export function ZoneTable({ zones }: { zones: readonly Zone[] }) {
  const { zones: words } = useWords().branches;
  const { columns } = words;
  return (
    <table className="tbl cards plain zones-t" aria-label={words.title}>
      <thead>
        <tr>
          <th scope="col">{columns.name}</th>
          <th scope="col" className="r">
            {columns.fee}
          </th>
          <th scope="col" className="r">
            {columns.freeFrom}
          </th>
          <th scope="col" className="r">
            {columns.minimum}
          </th>
          <th scope="col" className="r">
            {columns.minutes}
          </th>
        </tr>
      </thead>
      <tbody>
        {zones.map((zone, index) => (
          <Row key={index} zone={zone} />
        ))}
      </tbody>
    </table>
  );
}

function Row({ zone: { name, fee, freeFrom, minimumSum, minutes } }: { zone: Zone }) {
  const { zones: words } = useWords().branches;
  const { columns } = words;
  const sum = useSum();
  const written = (money: Zone["fee"], none: string) => (money === null ? none : sum(money));
  return (
    <tr data-zone={name}>
      <td className="strong">{name}</td>
      <td className="r num top-r">{written(fee, words.ofBranch)}</td>
      <td className="sub r num" data-l={columns.freeFrom}>
        {written(freeFrom, "–")}
      </td>
      <td className="sub r num" data-l={columns.minimum}>
        {written(minimumSum, "–")}
      </td>
      <td className="sub r num" data-l={columns.minutes}>
        {minutes ?? "–"}
      </td>
    </tr>
  );
}
