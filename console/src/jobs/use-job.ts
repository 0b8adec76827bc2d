import { useEffect, useState } from "react";

import { type GatewayFailure } from "../gateway/gateway-failure";
import { useAnswer } from "../gateway/use-answer";
import { useSession } from "../session/session";
import { JobNews, type JobRow, OneJob } from "./operations";

interface KnownJob {
  /** undefined: it is being asked for; null: there is none, or it is done. */
  readonly job: JobRow | null | undefined;
  readonly failure: GatewayFailure | undefined;
  readonly ask: () => void;
}

/** One job as it is now, live until it is done. */
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
