import { useWords } from "../language/language";
import { Badge, type Tone } from "../parts/badge";
import { type IconName } from "../parts/icon";
import { type PromotionRow } from "./operations";
import { type PromotionState, stateOf } from "./promotion-state";
import { useDay } from "./promotion-texts";
import { useToday } from "./use-today";

const LOOKS: Record<PromotionState, { readonly tone: Tone; readonly icon: IconName }> = {
  live: { tone: "green", icon: "check" },
  soon: { tone: "blue", icon: "clock" },
  paused: { tone: "amber", icon: "pause" },
  codeless: { tone: "amber", icon: "warn" },
  usedUp: { tone: "grey", icon: "minus" },
  over: { tone: "grey", icon: "clock" },
  ended: { tone: "grey", icon: "off" },
};

export function PromotionBadge({ promotion }: { promotion: PromotionRow }) {
  const { promotions: words } = useWords();
  const day = useDay();
  const state = stateOf(promotion, useToday());
  return (
    <Badge {...LOOKS[state]}>
      {state === "soon" ? words.begins(day(promotion.startsOn ?? "")) : words.state[state]}
    </Badge>
  );
}
