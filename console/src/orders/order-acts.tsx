import { useState } from "react";

import { useAction } from "../gateway/use-action";
import { useWords } from "../language/language";
import { Button } from "../parts/button";
import { Outcome } from "../parts/outcome";
import { Question } from "../parts/question";
import { useToast } from "../parts/toasts";
import { writtenIn } from "../parts/written-in";
import { isWithPeople, mayBeRetried } from "./may-be";
import { Cancel, Retry } from "./operations";
import { type Story } from "./story";

/**
 * What can be done about an order besides entering it; each action states its consequence first.
 */
export function OrderActs({ story, onDone }: { story: Story; onDone: () => void }) {
  const { order: words } = useWords();
  const { injection } = story;
  const [asked, setAsked] = useState<"retry" | "cancel">();
  const { action, retry, cancel } = useActs(story, () => setAsked(undefined), onDone);
  return (
    <span className="end row no-print acts-of-order">
      <Button onPress={() => window.print()}>{words.print}</Button>
      {mayBeRetried(injection) && (
        <Button icon="refresh" isPending={action.isRunning} onPress={() => setAsked("retry")}>
          {words.retry}
        </Button>
      )}
      {story.cancellable && (
        <Button look="danger" isPending={action.isRunning} onPress={() => setAsked("cancel")}>
          {words.cancel}
        </Button>
      )}
      <Outcome of={action} />
      <Questions
        story={story}
        asked={asked}
        onNo={() => setAsked(undefined)}
        onRetry={retry}
        onCancel={cancel}
      />
    </span>
  );
}

interface QuestionsProps {
  readonly story: Story;
  readonly asked: "retry" | "cancel" | undefined;
  readonly onNo: () => void;
  readonly onRetry: () => void;
  readonly onCancel: (reason: string) => void;
}

function Questions({ story: { number }, asked, onNo, onRetry, onCancel }: QuestionsProps) {
  const { order: words } = useWords();
  if (asked === undefined) return null;
  if (asked === "retry")
    return (
      <Question
        title={words.retryTitle(number)}
        consequence={words.retryConsequence}
        no={words.retryNo}
        yes={words.retry}
        onNo={onNo}
        onYes={onRetry}
      />
    );
  return (
    <Question
      title={words.cancelTitle(number)}
      consequence={words.cancelConsequence}
      no={words.cancelNo}
      yes={words.cancelYes}
      isDangerous
      onNo={onNo}
      onYes={(fields) => onCancel(writtenIn(fields, "reason"))}
    >
      <label className="field">
        {words.reason}
        <select className="inp" name="reason">
          {words.reasonChoices.map((choice) => (
            <option key={choice}>{choice}</option>
          ))}
        </select>
      </label>
    </Question>
  );
}

function useActs({ id, number, injection }: Story, onStart: () => void, onDone: () => void) {
  const { order: words } = useWords();
  const action = useAction(onDone);
  const toast = useToast();
  const force = isWithPeople(injection) || injection.state === "OUTCOME_UNKNOWN";
  const retry = () => {
    onStart();
    action.run(async (gateway) => {
      const { retryOrder } = await gateway.ask(Retry, { id, force });
      if (retryOrder.userErrors.length === 0) toast(words.retried(number));
      return retryOrder;
    });
  };
  const cancel = (reason: string) => {
    onStart();
    action.run(async (gateway) => {
      const { cancelOrder } = await gateway.ask(Cancel, { id, reason });
      if (cancelOrder.userErrors.length === 0) toast(words.cancelled(number));
      return cancelOrder;
    });
  };
  return { action, retry, cancel };
}
