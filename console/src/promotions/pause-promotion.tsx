import { useAction } from "../gateway/use-action";
import { useWords } from "../language/language";
import { Button } from "../parts/button";
import { Outcome } from "../parts/outcome";
import { useToast } from "../parts/toasts";
import { SetPaused } from "./operations";
import { type Promotion } from "./promotion";

interface Props {
  readonly promotion: Promotion;
  readonly onChanged: () => void;
}

/** Pauses or resumes a promotion immediately, with an undo. */
export function PausePromotion({ promotion, onChanged }: Props) {
  const { promotions: words } = useWords();
  const { id, name, pausedAt } = promotion;
  const action = useAction(onChanged);
  const toast = useToast();
  const put = (paused: boolean) =>
    action.run(async (gateway) => {
      const { setPromotionPaused } = await gateway.ask(SetPaused, { id, paused });
      if (setPromotionPaused.userErrors.length === 0)
        toast(paused ? words.paused(name) : words.resumed(name), { onUndo: () => put(!paused) });
      return setPromotionPaused;
    });
  const isPaused = pausedAt !== null;
  return (
    <>
      <Button
        icon={isPaused ? "check" : "pause"}
        isPending={action.isRunning}
        onPress={() => put(!isPaused)}
      >
        {isPaused ? words.resume : words.pause}
      </Button>
      <Outcome of={action} />
    </>
  );
}
