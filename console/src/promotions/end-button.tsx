import { useState } from "react";

import { useAction } from "../gateway/use-action";
import { useWords } from "../language/language";
import { Button } from "../parts/button";
import { Outcome } from "../parts/outcome";
import { Question } from "../parts/question";
import { useToast } from "../parts/toasts";
import { EndPromotion } from "./operations";
import { type Promotion } from "./promotion";

/** Cannot be undone, so it asks once and says what happens to codes and orders. */
export function EndButton({ promotion, onEnded }: { promotion: Promotion; onEnded: () => void }) {
  const { promotions: words } = useWords();
  const { id, name, codeCount } = promotion;
  const [isAsking, setIsAsking] = useState(false);
  const action = useAction(onEnded);
  const toast = useToast();
  const end = () => {
    setIsAsking(false);
    action.run(async (gateway) => {
      const { disablePromotion } = await gateway.ask(EndPromotion, { id });
      if (disablePromotion.userErrors.length === 0) toast(words.ended(name));
      return disablePromotion;
    });
  };
  return (
    <>
      <Button look="danger" isPending={action.isRunning} onPress={() => setIsAsking(true)}>
        {words.end}
      </Button>
      <Outcome of={action} />
      {isAsking && (
        <Question
          title={words.endTitle(name)}
          consequence={words.endWhat(codeCount)}
          no={words.endNo}
          yes={words.endYes}
          isDangerous
          onNo={() => setIsAsking(false)}
          onYes={end}
        />
      )}
    </>
  );
}
