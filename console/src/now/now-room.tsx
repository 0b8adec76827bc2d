import { useEffect, useMemo } from "react";

import { AskToNotify } from "../calls/ask-to-notify";
import { useAnswer } from "../gateway/use-answer";
import { useEvery } from "../jobs/use-every";
import { useWords } from "../language/language";
import { Badge } from "../parts/badge";
import { FailedState } from "../parts/failed-state";
import { Skeleton } from "../parts/skeleton";
import { shownIds, useScope } from "../session/scope";
import { useConnection } from "../shell/connection";
import { BranchStates } from "./branch-states";
import { laneOf } from "./lanes";
import { LanesView } from "./lanes-view";
import { Working } from "./operations";
import { Pulse } from "./pulse";
import { useKeepAwake } from "./use-keep-awake";
import { useWaiting } from "./waiting";
import { WaitingList } from "./waiting-list";

const ASK_EVERY_MS = 20_000;
const DAY_MS = 24 * 60 * 60 * 1000;

/**
 * What is happening right now: which orders wait for a person, how the branches are doing, and what
 * is under way.
 */
export function NowRoom() {
  const { shell, now: words } = useWords();
  const { branches, isAll } = useScope();
  const { news } = useWaiting();
  // Once per visit: an order that is older than a day and still under way waits for a person
  // anyway.
  const since = useMemo(() => new Date(Date.now() - DAY_MS).toISOString(), []);
  const branchIds = useMemo(() => branches.map(({ id }) => id), [branches]);
  const { answer, failure, ask } = useAnswer(Working, {
    branchIds: isAll ? null : branchIds,
    shownIds: shownIds(branches),
    since,
  });
  useEffect(() => ask(), [news, ask]);
  // A pause or a stopped key causes no order event.
  useEvery(ASK_EVERY_MS, ask);
  useKeepAwake();
  const working = (answer?.orders.nodes ?? []).filter((order) => laneOf(order) !== undefined);
  return (
    <div className="now">
      <div className="head">
        <h1>{shell.rooms.now}</h1>
        <BranchStates states={answer} onChanged={ask} />
        <span className="end">
          <LiveBadge />
        </span>
      </div>
      <Pulse orders={working} />
      <WaitingList />
      <AskToNotify />
      {failure && <FailedState failure={failure} title={words.working} onAgain={ask} />}
      {answer ? (
        <LanesView orders={working} />
      ) : (
        !failure && <Skeleton rows={3} label={shell.loading} />
      )}
    </div>
  );
}

function LiveBadge() {
  const { now: words } = useWords();
  const { isLive } = useConnection();
  const { trueAt } = useWaiting();
  if (trueAt === undefined && !isLive) return null;
  return isLive ? (
    <Badge tone="green" icon="check">
      {words.live}
    </Badge>
  ) : (
    <Badge tone="grey" icon="off">
      {words.stale}
    </Badge>
  );
}
