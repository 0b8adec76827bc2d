import { useLanguage, useWords } from "../language/language";
import { RoomLink } from "../routing/room-link";
import { useBranchFilter } from "../session/branch-choice";
import { type PromotionRow } from "./operations";
import { PromotionBadge } from "./promotion-badge";
import { usePromotionTexts } from "./promotion-texts";

/** What each promotion gives, until when, and how much of it is used; shown as cards on a phone. */
export function PromotionTable({ promotions }: { promotions: readonly PromotionRow[] }) {
  const { promotions: words } = useWords();
  const { columns } = words;
  return (
    <table className="tbl cards plain promotions-t" aria-label={words.list}>
      <thead>
        <tr>
          <th scope="col">{columns.name}</th>
          <th scope="col">{columns.gives}</th>
          <th scope="col">{columns.when}</th>
          <th scope="col" className="r">
            {columns.uses}
          </th>
          <th scope="col" className="r">
            {columns.codes}
          </th>
          <th scope="col">{columns.state}</th>
        </tr>
      </thead>
      <tbody>
        {promotions.map((promotion) => (
          <Row key={promotion.id} promotion={promotion} />
        ))}
      </tbody>
    </table>
  );
}

function Row({ promotion }: { promotion: PromotionRow }) {
  const { promotions: words } = useWords();
  const { language } = useLanguage();
  const texts = usePromotionTexts();
  const branch = useBranchFilter();
  const { id, name, uses, usageLimit, codeCount } = promotion;
  return (
    <tr data-promotion={name}>
      <td className="strong">
        <RoomLink to="promotions" rest={[id]} filters={branch}>
          {name}
        </RoomLink>
      </td>
      <td className="num nowrap top-r">{texts.gives(promotion)}</td>
      <td className="sub soft">{texts.when(promotion)}</td>
      <td className="sub r num" data-l={words.columns.uses}>
        {words.uses(uses, usageLimit)}
      </td>
      <td className="sub r num" data-l={words.columns.codes}>
        {new Intl.NumberFormat(language).format(codeCount)}
      </td>
      <td className="sub">
        <PromotionBadge promotion={promotion} />
      </td>
    </tr>
  );
}
