import { useWords } from "../language/language";
import { useMoment } from "../parts/use-moment";
import { useSum } from "../parts/use-sum";
import { useScope } from "../session/scope";
import { useSession } from "../session/session";
import { type Promotion } from "./promotion";
import { usePromotionTexts } from "./promotion-texts";

/** The terms agreed when the promotion was made; they cannot be changed. */
export function PromotionTerms({ promotion }: { promotion: Promotion }) {
  const { promotions: words } = useWords();
  const facts = useFacts(promotion);
  return (
    <dl className="body terms" aria-label={words.terms}>
      {facts.map(([name, value]) => (
        <div key={name}>
          <dt className="small muted">{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

function useFacts(promotion: Promotion): readonly (readonly [string, string])[] {
  const { promotions: words } = useWords();
  const { branches } = useSession();
  const scope = useScope();
  const texts = usePromotionTexts();
  const sum = useSum();
  const moment = useMoment(scope.branches[0]?.timeZone, "short");
  const { facts } = words;
  const { uses, usageLimit, usesPerCode, minimumSum, oncePerCustomer, firstOrderOnly } = promotion;
  const whom = [
    ...(oncePerCustomer ? [words.once] : []),
    ...(firstOrderOnly ? [words.firstOnly] : []),
  ];
  const names = (branches ?? [])
    .filter(({ id }) => promotion.branchIds.includes(id))
    .map(({ name }) => name);
  return [
    [facts.gives, texts.gives(promotion)],
    [facts.when, texts.when(promotion)],
    [words.columns.uses, words.uses(uses, usageLimit)],
    [facts.where, names.join(", ")],
    [facts.how, promotion.fulfilments.map((each) => words.fulfilments[each]).join(", ")],
    [facts.minimum, Number(minimumSum.amount) > 0 ? words.from(sum(minimumSum)) : words.anySum],
    [facts.whom, whom.length > 0 ? whom.join(", ") : words.anybody],
    [facts.combined, promotion.combinable ? words.combinable : words.alone],
    [facts.limit, words.limits(usageLimit, usesPerCode) || words.unlimited],
    [facts.made, moment(promotion.createdAt)],
  ];
}
