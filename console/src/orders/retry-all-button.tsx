import { useAction } from "../gateway/use-action";
import { useWords } from "../language/language";
import { AskedOnce } from "../parts/asked-once";
import { Outcome } from "../parts/outcome";
import { RetryAll } from "./operations";
import { type BoardOrder } from "./tones";

interface Props {
  readonly branchId: string;
  readonly orders: readonly BoardOrder[];
  readonly onDone: () => void;
}

/** While there are dead letters: sends all of them again. */
export function RetryAllButton({ branchId, orders, onDone }: Props) {
  const { orders: words } = useWords();
  const action = useAction(onDone);
  const dead = orders.filter(({ injection }) => injection.state === "DEAD_LETTERED").length;
  return (
    <>
      {dead > 0 && (
        <p>
          <AskedOnce
            label={words.retryAll(dead)}
            question={words.retryAllQuestion}
            disabled={action.isRunning}
            onYes={() =>
              action.run(
                async (gateway) => (await gateway.ask(RetryAll, { branchId })).retryDeadLetters,
              )
            }
          />
        </p>
      )}
      <Outcome of={action} />
    </>
  );
}
