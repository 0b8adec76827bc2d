import { useWords } from "../language/language";
import { type JobsAnswer } from "./operations";
import { Sparkline } from "./sparkline";

/** The last hour: orders taken per minute, and how long they took into the till. */
export function Flow({ minutes }: { minutes: JobsAnswer["orderFlow"] }) {
  const { jobs: words } = useWords();
  const accepted = minutes.map(({ accepted }) => accepted);
  const seconds = minutes.map(({ secondsToPos }) => secondsToPos);
  const known = seconds.filter((each) => each !== null);
  const total = accepted.reduce((sum, each) => sum + each, 0);
  return (
    <div className="sparklines">
      <Sparkline
        values={accepted}
        title={words.perMinute}
        summary={words.inTheHour(total, Math.max(0, ...accepted))}
      />
      <Sparkline
        values={seconds}
        title={words.toTill}
        summary={words.slowest(Math.max(0, ...known).toFixed(1))}
      />
    </div>
  );
}
