import { useId } from "react";

import { useWords } from "../language/language";
import { Badge } from "../parts/badge";
import { Icon } from "../parts/icon";
import { useSum } from "../parts/use-sum";
import { Delta, PriceMove } from "./difference";
import { fieldsOf, pricesOf } from "./import-fields";
import { type PosItem } from "./operations";
import { Thumb } from "./thumb";
import { type Chosen } from "./use-chosen";

interface Props {
  readonly item: PosItem;
  readonly chosen: Chosen;
}

/** A product of iiko's menu: whether we have it, and what an import would change in it. */
export function ItemRow({ item, chosen }: Props) {
  const { catalogue: words } = useWords();
  const id = useId();
  const { article, name } = item;
  const isOn = article !== null && chosen.articles.has(article);
  const prices = pricesOf(item.changes);
  return (
    <tr className={isOn ? "on" : undefined} data-article={article ?? undefined}>
      <td>
        <input
          id={id}
          className="tick"
          type="checkbox"
          aria-label={words.take(name)}
          checked={isOn}
          disabled={article === null}
          onChange={({ target }) => article !== null && chosen.tick([article], target.checked)}
        />
      </td>
      <td>
        <NameOf item={item} tick={id} />
      </td>
      <td className="sub">
        <Presence item={item} />
      </td>
      <td className="r num sub">
        {prices.length > 0 ? <PriceMove of={prices} /> : <IikoPrice item={item} />}
      </td>
      <td className="r hide-p">
        <Delta of={prices} />
      </td>
      <td className="sub small soft">
        <Changes item={item} chosen={chosen} />
      </td>
    </tr>
  );
}

function NameOf({ item, tick }: { item: PosItem; tick: string }) {
  const { catalogue: words } = useWords();
  const { article, name } = item;
  return (
    <label className="prod" htmlFor={tick}>
      <Thumb name={name} article={article} shelf="pos" />
      <span>
        <b>{name}</b>
        <small>
          <span className="mono">{article ?? words.noArticle}</span> {sizesText(item)}
        </small>
      </span>
    </label>
  );
}

function sizesText({ sizes }: PosItem): string {
  const named = sizes.flatMap(({ name }) => name ?? []);
  return named.length === 0 ? "" : `· ${named.join(", ")}`;
}

function IikoPrice({ item: { sizes } }: { item: PosItem }) {
  const sum = useSum();
  const prices = sizes.flatMap(({ price }) => price ?? []);
  const [first] = prices;
  const last = prices.at(-1);
  if (!first || !last) return <span className="muted">–</span>;
  return <>{first.amount === last.amount ? sum(first) : `${sum(first)} … ${sum(last)}`}</>;
}

/** The column «Наличие в CRM». */
function Presence({ item }: { item: PosItem }) {
  const { catalogue: words } = useWords();
  const { catalogueProduct, hidden, sizes } = item;
  const isStopped = sizes.every(({ availability: { reason } }) => reason === "STOP_LIST");
  return (
    <span className="row presence">
      {catalogueProduct ? (
        <>
          <Icon name="check" small />
          {catalogueProduct.section?.name ?? words.present}
        </>
      ) : (
        <span className="muted">{words.absent}</span>
      )}
      {isStopped && (
        <Badge tone="grey" icon="minus">
          {words.stopped}
        </Badge>
      )}
      {hidden && (
        <Badge tone="grey" icon="off">
          {words.hidden}
        </Badge>
      )}
    </span>
  );
}

function Changes({ item, chosen }: Props) {
  const { catalogue: words } = useWords();
  const { article, issues, changes, catalogueProduct } = item;
  const [error] = issues.filter(({ severity }) => severity === "ERROR");
  if (error) return <span className="red">{error.message}</span>;
  if (article === null) return null;
  const fields = fieldsOf(changes);
  if (fields.length === 0) return <>{catalogueProduct ? words.same : words.wouldAppear}</>;
  return (
    <span className="chips">
      {fields.map(({ field, isLocked }) =>
        isLocked ? (
          <span key={field} className="row lock">
            <Icon name="lock" small />
            {words.lockedField(words.fieldChips[field])}
          </span>
        ) : (
          <label key={field} className="chip xs">
            <input
              className="tick"
              type="checkbox"
              aria-label={words.takeField(words.fieldChips[field], item.name)}
              checked={chosen.fieldsOf(article).has(field)}
              onChange={({ target }) => chosen.tickFieldOf(article, field, target.checked)}
            />
            {words.fieldChips[field]}
          </label>
        ),
      )}
    </span>
  );
}
