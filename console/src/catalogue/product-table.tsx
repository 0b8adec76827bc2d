import { useWords } from "../language/language";
import { Badge } from "../parts/badge";
import { Icon } from "../parts/icon";
import { useSum } from "../parts/use-sum";
import { LocksButton } from "./locks-button";
import { type OurProduct } from "./operations";
import { Thumb } from "./thumb";

interface Props {
  readonly products: readonly OurProduct[];
  readonly onChanged: () => void;
}

/** Products of the catalogue: section, price, whether guests can order them, and their locks. */
export function ProductTable({ products, onChanged }: Props) {
  const { catalogue: words } = useWords();
  return (
    <table className="tbl cards plain ours-t">
      <thead>
        <tr>
          <th scope="col">{words.columns.product}</th>
          <th scope="col">{words.columns.section}</th>
          <th scope="col">{words.columns.sold}</th>
          <th scope="col" className="r">
            {words.columns.ourPrice}
          </th>
          <th scope="col">{words.columns.locks}</th>
        </tr>
      </thead>
      <tbody>
        {products.map((product) => (
          <tr key={product.id} data-article={product.article}>
            <td>
              <NameOf product={product} />
            </td>
            <td className="sub soft">{product.section?.name ?? "–"}</td>
            <td className="sub">
              <SoldOf product={product} />
            </td>
            <td className="r num top-r">
              <PriceOf product={product} />
            </td>
            <td className="sub">
              <LocksButton product={product} onChanged={onChanged} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function NameOf({ product: { name, article, sizes } }: { product: OurProduct }) {
  const named = sizes.flatMap((size) => size.name ?? []).join(", ");
  return (
    <span className="prod">
      <Thumb name={name} article={article} shelf="catalogue" />
      <span>
        <b>{name}</b>
        <small>
          <span className="mono">{article}</span> {named !== "" && `· ${named}`}
        </small>
      </span>
    </span>
  );
}

export function SoldOf({ product: { availability } }: { product: OurProduct }) {
  const { catalogue: words } = useWords();
  if (availability.available) {
    return (
      <span className="row presence">
        <Icon name="check" small />
        {words.sold}
      </span>
    );
  }
  const { reason } = availability;
  const isStopped = reason === "STOP_LIST";
  return (
    <Badge tone={isStopped ? "amber" : "grey"} icon={isStopped ? "pause" : "minus"}>
      {reason === null ? words.notSold : words.reasons[reason]}
    </Badge>
  );
}

function PriceOf({ product: { priceRange } }: { product: OurProduct }) {
  const sum = useSum();
  if (!priceRange) return <span className="muted">–</span>;
  const { min, max } = priceRange;
  return <>{min.amount === max.amount ? sum(min) : `${sum(min)} … ${sum(max)}`}</>;
}
