import { type Action, useAction } from "../gateway/use-action";
import { useWords } from "../language/language";
import { AskedOnce } from "../parts/asked-once";
import { Field } from "../parts/field";
import { Outcome } from "../parts/outcome";
import { writtenIn } from "../parts/written-in";
import { Cancel, EnteredByHand, Retry } from "./operations";
import { type Story } from "./story";

interface Props {
  readonly story: Story;
  readonly action: Action;
}

/** What people do about one order; each asks once, and the gateway has the last word. */
export function OrderActions({ story, onDone }: { story: Story; onDone: () => void }) {
  const action = useAction(onDone);
  const { state, stuck } = story.injection;
  // While the gateway goes on by itself, an order that is entered by hand as well would be there
  // twice.
  const isWithPeople = state === "FALLBACK_SENT" || state === "DEAD_LETTERED" || stuck;
  const mayBeRetried = isWithPeople || state === "RETRY_SCHEDULED" || state === "OUTCOME_UNKNOWN";
  return (
    <div className="actions">
      {mayBeRetried && <RetryAction story={story} action={action} />}
      {isWithPeople && <ByHandAction story={story} action={action} />}
      {story.cancellable && <CancelAction story={story} action={action} />}
      <Outcome of={action} />
    </div>
  );
}

function RetryAction({ story: { id, injection }, action: { run, isRunning } }: Props) {
  const { orders: words } = useWords();
  const tillMayHaveIt =
    injection.stuck || injection.state === "OUTCOME_UNKNOWN" || injection.state === "FALLBACK_SENT";
  const retry = (force: boolean) =>
    run(async (gateway) => (await gateway.ask(Retry, { id, force })).retryOrder);
  return (
    <AskedOnce
      label={words.retry}
      question={words.retryQuestion}
      disabled={isRunning}
      onYes={(fields) => retry(fields.has("force"))}
    >
      {tillMayHaveIt && (
        <label>
          <input type="checkbox" name="force" autoFocus /> {words.force}
        </label>
      )}
    </AskedOnce>
  );
}

function ByHandAction({ story: { id }, action: { run, isRunning } }: Props) {
  const { orders: words } = useWords();
  const enter = (posNumber: string, note: string | null) =>
    run(
      async (gateway) =>
        (await gateway.ask(EnteredByHand, { id, posNumber, note })).markOrderEnteredByHand,
    );
  return (
    <AskedOnce
      label={words.byHand}
      question={words.byHandQuestion}
      disabled={isRunning}
      onYes={(fields) => enter(writtenIn(fields, "posNumber"), writtenIn(fields, "note") || null)}
    >
      <Field label={words.posNumberField} name="posNumber" required autoFocus />
      <Field label={words.noteField} name="note" />
    </AskedOnce>
  );
}

function CancelAction({ story: { id }, action: { run, isRunning } }: Props) {
  const { orders: words } = useWords();
  const cancel = (reason: string) =>
    run(async (gateway) => (await gateway.ask(Cancel, { id, reason })).cancelOrder);
  return (
    <AskedOnce
      label={words.cancel}
      question={words.cancelQuestion}
      disabled={isRunning}
      onYes={(fields) => cancel(writtenIn(fields, "reason"))}
    >
      <Field label={words.reasonField} name="reason" required maxLength={250} autoFocus />
    </AskedOnce>
  );
}
