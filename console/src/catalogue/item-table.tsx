import { useWords } from "../language/language";
import { ItemRow } from "./item-row";
import { type PosItem } from "./operations";
import { type Chosen } from "./use-chosen";

/** One page of iiko's menu next to the catalogue; shown as cards on a phone. */
export function ItemTable({ items, chosen }: { items: readonly PosItem[]; chosen: Chosen }) {
  const { catalogue: words } = useWords();
  const articles = items.flatMap(({ article }) => article ?? []);
  const ticked = articles.filter((article) => chosen.articles.has(article)).length;
  const isAll = ticked > 0 && ticked === articles.length;
  return (
    <table className="tbl cards menu-t">
      <thead>
        <tr>
          <th>
            <input
              className={ticked > 0 && !isAll ? "tick some" : "tick"}
              type="checkbox"
              aria-label={words.tickAll}
              checked={isAll}
              onChange={({ target }) => chosen.tick(articles, target.checked)}
            />
          </th>
          <th scope="col">{words.columns.item}</th>
          <th scope="col">{words.columns.ours}</th>
          <th scope="col" className="r">
            {words.columns.price}
          </th>
          <th scope="col" className="r">
            ±
          </th>
          <th scope="col">{words.columns.changes}</th>
        </tr>
      </thead>
      <tbody>
        {items.map((item) => (
          <ItemRow key={item.id} item={item} chosen={chosen} />
        ))}
      </tbody>
    </table>
  );
}
