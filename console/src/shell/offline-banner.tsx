import { useWords } from "../language/language";
import { Banner } from "../parts/banner";
import { Button } from "../parts/button";
import { useMoment } from "../parts/use-moment";
import { useSession } from "../session/session";
import { useConnection } from "./connection";
import { useNow } from "./use-clock";

/** A connection that comes back immediately is not worth mentioning. */
const GRACE_MS = 2_000;

/** Says since when the screen has been out of date; what was known stays on it. */
export function OfflineBanner() {
  const { shell } = useWords();
  const { gateway } = useSession();
  const { lostAt } = useConnection();
  const moment = useMoment();
  const now = useNow();
  if (lostAt === undefined || now - lostAt < GRACE_MS) return null;
  const connect = (
    <Button small onPress={() => gateway.connectNow()}>
      {shell.offlineNow}
    </Button>
  );
  return (
    <Banner
      tone="amber"
      icon="off"
      lead={shell.offlineLead(moment(new Date(lostAt).toISOString()))}
      act={connect}
    >
      {shell.offline}
    </Banner>
  );
}
