import { useState } from "react";

import { type Action, useAction } from "../gateway/use-action";
import { useWords } from "../language/language";
import { Button } from "../parts/button";
import { Outcome } from "../parts/outcome";
import { Question } from "../parts/question";
import { useMoment } from "../parts/use-moment";
import { Claim, Release } from "./operations";
import { type Story } from "./story";

/** Who is working on the order: nobody, the current user, or a colleague. */
export function ClaimBar({ story, onDone }: { story: Story; onDone: () => void }) {
  const { order: words } = useWords();
  const { id, claim } = story;
  const action = useAction(onDone);
  const take = (takeOver: boolean) =>
    action.run(async (gateway) => (await gateway.ask(Claim, { id, takeOver })).claimOrder);
  return (
    <div className="row claim no-print">
      {claim === null && (
        <Button icon="hand" isPending={action.isRunning} onPress={() => take(false)}>
          {words.claim}
        </Button>
      )}
      {claim?.mine && <OwnClaim story={story} action={action} />}
      {claim && !claim.mine && (
        <OthersClaim story={story} claim={claim} action={action} onTake={() => take(true)} />
      )}
      <Outcome of={action} />
    </div>
  );
}

interface Props {
  readonly story: Story;
  readonly action: Action;
}

function OwnClaim({ story: { id, claim, branch }, action }: Props) {
  const { order: words } = useWords();
  const moment = useMoment(branch.timeZone, "short");
  const release = () =>
    action.run(async (gateway) => (await gateway.ask(Release, { id })).releaseOrder);
  return (
    <>
      <span role="status">{words.claimed(moment(claim?.until ?? ""))}</span>
      <Button look="quiet" small isPending={action.isRunning} onPress={release}>
        {words.release}
      </Button>
    </>
  );
}

interface OthersProps extends Props {
  readonly claim: NonNullable<Story["claim"]>;
  readonly onTake: () => void;
}

function OthersClaim({ story: { branch }, claim, action, onTake }: OthersProps) {
  const { order: words } = useWords();
  const moment = useMoment(branch.timeZone, "short");
  const [isAsking, setIsAsking] = useState(false);
  return (
    <>
      <span role="status">
        <strong>{words.claimedBy(claim.by, moment(claim.until))}.</strong> {words.claimedLead}
      </span>
      <Button small isPending={action.isRunning} onPress={() => setIsAsking(true)}>
        {words.takeOver}
      </Button>
      {isAsking && (
        <Question
          title={words.takeOverTitle(claim.by)}
          consequence={words.takeOverConsequence}
          no={words.takeOverNo}
          yes={words.takeOver.replace("…", "")}
          onNo={() => setIsAsking(false)}
          onYes={onTake}
        />
      )}
    </>
  );
}
