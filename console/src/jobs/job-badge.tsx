import { useWords } from "../language/language";
import { Badge, type Tone } from "../parts/badge";
import { type IconName } from "../parts/icon";
import { useAge } from "../parts/use-age";
import { useMoment } from "../parts/use-moment";
import { useScope } from "../session/scope";
import { useNow } from "../shell/use-clock";
import { type JobRow } from "./operations";

/** A job that became due this recently is in the queue, and does not wait for a time. */
const SOON_MS = 5_000;

interface Look {
  readonly tone: Tone;
  readonly icon: IconName;
  readonly text: string;
}

/** What a job is doing, and since or until when. */
export function JobBadge({ job }: { job: JobRow }) {
  const { tone, icon, text } = useLook(job);
  return (
    <Badge tone={tone} icon={icon}>
      {text}
    </Badge>
  );
}

function useLook({ state, runAt, branch }: JobRow): Look {
  const { jobs: words } = useWords();
  const { branches } = useScope();
  const moment = useMoment(branch?.timeZone ?? branches[0]?.timeZone, "short");
  const age = useAge();
  const now = useNow(5_000);
  const due = Date.parse(runAt);
  switch (state) {
    case "DEAD":
      return { tone: "red", icon: "stop", text: words.stopped };
    case "RUNNING":
      return { tone: "blue", icon: "refresh", text: words.runs(age(Math.max(0, now - due))) };
    case "RETRYING":
      return { tone: "amber", icon: "refresh", text: words.again(moment(runAt)) };
    case "SUCCEEDED":
      return { tone: "green", icon: "check", text: words.done };
    case "QUEUED":
      return due > now + SOON_MS
        ? { tone: "grey", icon: "clock", text: words.atTime(moment(runAt)) }
        : { tone: "blue", icon: "clock", text: words.queued };
  }
}
