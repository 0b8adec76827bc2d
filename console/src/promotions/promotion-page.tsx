import { useState } from "react";

import { useAnswer } from "../gateway/use-answer";
import { useWords } from "../language/language";
import { EmptyState } from "../parts/empty-state";
import { FailedState } from "../parts/failed-state";
import { Skeleton } from "../parts/skeleton";
import { EndButton } from "./end-button";
import { OnePromotion } from "./operations";
import { PausePromotion } from "./pause-promotion";
import { PromoCodes } from "./promo-codes";
import { PromotionBadge } from "./promotion-badge";
import { isOver, stateOf } from "./promotion-state";
import { PromotionTerms } from "./promotion-terms";
import { useToday } from "./use-today";

/** One promotion: its terms and its codes, and buttons to pause and end it. */
export function PromotionPage({ id }: { id: string }) {
  const { shell, promotions: words } = useWords();
  const { answer, failure, ask } = useAnswer(OnePromotion, { id });
  const today = useToday();
  // Reloads the list after codes were made.
  const [made, setMade] = useState(0);
  const promotion = answer?.promotion;
  if (failure && !promotion)
    return <FailedState failure={failure} title={words.notLoaded} onAgain={ask} />;
  if (promotion === undefined) return <Skeleton rows={6} label={shell.loading} />;
  if (promotion === null) return <EmptyState picture="nothing" title={words.gone} />;
  const changed = () => {
    ask();
    setMade(made + 1);
  };
  return (
    <div className="two">
      <PromoCodes
        key={made}
        promotion={promotion}
        isOver={isOver(stateOf(promotion, today))}
        onMade={changed}
      />
      <aside className="side">
        <section className="card">
          <header>
            <h2>{promotion.name}</h2>
            <PromotionBadge promotion={promotion} />
          </header>
          <PromotionTerms promotion={promotion} />
          {promotion.disabledAt === null && (
            <footer className="row">
              <PausePromotion promotion={promotion} onChanged={ask} />
              <EndButton promotion={promotion} onEnded={ask} />
            </footer>
          )}
        </section>
      </aside>
    </div>
  );
}
