import { useEffect, useState } from "react";

import { type GatewayFailure } from "../gateway/gateway-failure";
import { useAnswer } from "../gateway/use-answer";
import { useSession } from "../session/session";
import { JobNews, type JobRow, OneJob } from "./operations";

interface KnownJob {
  /** undefined while it is loading; null if there is no such job, or it is done. */
  readonly job: JobRow | null | undefined;
  readonly failure: GatewayFailure | undefined;
  readonly ask: () => void;
}

/** One job in its present state, updated live until it is done. */
export function useJob(id: string): KnownJob {
  const { gateway } = useSession();
  const { answer, failure, ask } = useAnswer(OneJob, { id });
  const [newest, setNewest] = useState<JobRow>();
  const node = answer?.node;
  const asked = answer && (node && "kind" in node ? node : null);
  const isThere = asked !== null && asked !== undefined;
  useEffect(() => {
    if (!isThere) return undefined;
    return gateway.follow(
      JobNews,
      { id },
      {
        onEvent: ({ jobChanged }) => setNewest(jobChanged),
        onConnected: () => undefined,
        onLost: () => undefined,
      },
    );
  }, [gateway, id, isThere]);
  return { job: newest ?? asked, failure, ask };
}
