import { useState } from "react";

import { type Gateway } from "../gateway/gateway";
import { useAction } from "../gateway/use-action";
import { useWords } from "../language/language";
import { Button } from "../parts/button";
import { Outcome } from "../parts/outcome";
import { Question } from "../parts/question";
import { useToast } from "../parts/toasts";
import { RetryAll } from "./operations";
import { type Row } from "./story";

/**
 * Not reported, because it is nothing new to the user: these orders were never meant to be retried.
 */
const LEFT_TO_STAFF = "NOT_RETRYABLE";

/** Shown while there are orders that nobody has: sends all of them again. */
export function RetryAllButton({ orders, onDone }: { orders: readonly Row[]; onDone: () => void }) {
  const { order: words } = useWords();
  const [isAsking, setIsAsking] = useState(false);
  const action = useAction(onDone);
  const toast = useToast();
  const dead = orders.filter(({ injection }) => injection.state === "DEAD_LETTERED");
  const branchIds = [...new Set(dead.map(({ branch }) => branch.id))];
  const retry = () => {
    setIsAsking(false);
    action.run(async (gateway) => {
      const { retried, left } = await retryBranches(gateway, branchIds);
      toast(words.retriedAll(retried));
      return { userErrors: left };
    });
  };
  if (dead.length === 0) return <Outcome of={action} />;
  return (
    <div className="row">
      <Button icon="refresh" isPending={action.isRunning} onPress={() => setIsAsking(true)}>
        {words.retryAll(dead.length)}
      </Button>
      <Outcome of={action} />
      {isAsking && (
        <Question
          title={words.retryAll(dead.length)}
          consequence={words.retryAllConsequence}
          no={words.retryNo}
          yes={words.retry}
          onNo={() => setIsAsking(false)}
          onYes={retry}
        />
      )}
    </div>
  );
}

async function retryBranches(gateway: Gateway, branchIds: readonly string[]) {
  const left: { message: string }[] = [];
  let retried = 0;
  for (const branchId of branchIds) {
    const { retryDeadLetters } = await gateway.ask(RetryAll, { branchId });
    const { orders, skipped, userErrors } = retryDeadLetters;
    retried += orders.length;
    left.push(...userErrors, ...skipped.filter(({ code }) => code !== LEFT_TO_STAFF));
  }
  return { retried, left };
}
