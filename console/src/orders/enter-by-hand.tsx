import { type FormEvent } from "react";

import { type Action, useAction } from "../gateway/use-action";
import { useWords } from "../language/language";
import { Banner } from "../parts/banner";
import { Button } from "../parts/button";
import { Icon } from "../parts/icon";
import { Outcome } from "../parts/outcome";
import { useToast } from "../parts/toasts";
import { writtenIn } from "../parts/written-in";
import { ClaimBar } from "./claim-bar";
import { isWithPeople } from "./may-be";
import { EnteredByHand } from "./operations";
import { type Story } from "./story";

interface Props {
  readonly story: Story;
  readonly onDone: () => void;
}

/** Why the order waits, what to do about it, and the one form to respond with. */
export function EnterByHand({ story, onDone }: Props) {
  const { order: words } = useWords();
  const action = useAction(onDone);
  const { attention, injection, claim } = story;
  const reason = attention?.reason ?? (isWithPeople(injection) ? "WITH_PEOPLE" : undefined);
  if (reason === undefined) return <Outcome of={action} />;
  const [lead, next] = words.leads[reason];
  if (!isWithPeople(injection))
    return (
      <Banner tone="amber" icon="warn" lead={lead}>
        {next}
      </Banner>
    );
  const isOthers = claim !== null && !claim.mine;
  return (
    <section className={`banner entering t-${reason === "NOBODY_HAS_IT" ? "red" : "amber"}`}>
      <Icon name="warn" />
      <div>
        <b className="lead">{lead}</b>
        <p className="soft">{injection.lastError?.message}</p>
        <p className="soft">{next}</p>
        <ClaimBar story={story} onDone={onDone} />
        {!isOthers && <EnterForm story={story} action={action} />}
        <Outcome of={action} />
      </div>
    </section>
  );
}

function EnterForm({ story: { id, number }, action }: { story: Story; action: Action }) {
  const { order: words } = useWords();
  const toast = useToast();
  const enter = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const fields = new FormData(event.currentTarget);
    const posNumber = writtenIn(fields, "posNumber");
    const note = writtenIn(fields, "note") || null;
    action.run(async (gateway) => {
      const { markOrderEnteredByHand: entered } = await gateway.ask(EnteredByHand, {
        id,
        posNumber,
        note,
      });
      if (entered.userErrors.length === 0) toast(words.entered(number));
      return entered;
    });
  };
  return (
    <form className="row enter-form" onSubmit={enter}>
      <EnterFields />
      <Button type="submit" look="main" isPending={action.isRunning}>
        {words.enter}
      </Button>
    </form>
  );
}

function EnterFields() {
  const { order: words } = useWords();
  return (
    <>
      <label className="field short">
        {words.posNumber}
        <input
          className="inp"
          name="posNumber"
          inputMode="numeric"
          autoComplete="off"
          required
          placeholder={words.posNumberHint}
        />
      </label>
      <label className="field">
        <span>
          {words.note} <span className="muted">{words.optional}</span>
        </span>
        <input className="inp" name="note" autoComplete="off" placeholder={words.noteHint} />
      </label>
    </>
  );
}
