import { useLanguage, useWords } from "../language/language";
import { useAmount } from "./currency";
import { type Difference } from "./operations";

/** From this change on, a price looks like a mistake; the gateway's guard has the final say. */
const JUMP_PERCENT = 50;

/** Our price struck through, then iiko's; that of the first size when several change. */
export function PriceMove({ of: prices }: { of: readonly Difference[] }) {
  const [price] = prices;
  if (!price) return null;
  return (
    <>
      <span className="was">
        <Amount of={price.before} />
      </span>
      <Amount of={price.after} />
      {prices.length > 1 && <span className="muted small"> +{prices.length - 1}</span>}
    </>
  );
}

function Amount({ of: amount }: { of: string | null }) {
  const { catalogue: words } = useWords();
  const written = useAmount();
  return <>{amount === null ? words.noPrice : written(amount)}</>;
}

/** How much prices change; the largest change when there are several. */
export function Delta({ of: prices }: { of: readonly Difference[] }) {
  const { language } = useLanguage();
  const moves = prices.flatMap(({ changePercent }) =>
    changePercent === null ? [] : [Number(changePercent)],
  );
  if (moves.length === 0) return null;
  const furthest = moves.reduce((one, two) => (Math.abs(two) > Math.abs(one) ? two : one));
  const isJump = Math.abs(furthest) > JUMP_PERCENT;
  const look = isJump ? "jump" : furthest > 0 ? "up" : "down";
  return <span className={`delta ${look}`}>{percentText(furthest, language)}</span>;
}

/** "+60 %", "−5 %". */
function percentText(percent: number, language: string): string {
  return new Intl.NumberFormat(language, {
    style: "percent",
    signDisplay: "exceptZero",
    maximumFractionDigits: Math.abs(percent) < 10 ? 1 : 0,
  })
    .format(percent / 100)
    .replace("-", "−");
}
