import { useWords } from "../language/language";
import { Segments } from "../parts/segments";
import { SHOWN, type Shown, type useJobFilter } from "./job-filter";
import { type JobCountsAnswer } from "./operations";

interface Props {
  readonly filter: ReturnType<typeof useJobFilter>;
  readonly counts: JobCountsAnswer | undefined;
}

/** Filters by state, with the number of jobs in each, and by kind. */
export function JobFilters({ filter: { shown, show, kind, chooseKind }, counts }: Props) {
  const { jobs: words } = useWords();
  const kinds = Object.entries(words.kinds);
  return (
    <div className="row filters">
      <Segments
        label={words.states}
        value={shown}
        among={SHOWN.map((value) => {
          const label = words.shown[value];
          const count = countOf(value, counts);
          return { value, label, look: count === undefined ? label : `${label} ${count}` };
        })}
        onChoose={show}
      />
      <select
        className="inp kind"
        aria-label={words.kind}
        value={kind}
        onChange={({ target }) => chooseKind(target.value)}
      >
        <option value="">
          {words.kind}: {words.allKinds.toLowerCase()}
        </option>
        {kinds.map(([value, { name }]) => (
          <option key={value} value={value}>
            {name}
          </option>
        ))}
      </select>
    </div>
  );
}

function countOf(shown: Shown, counts: JobCountsAnswer | undefined): number | undefined {
  if (!counts) return undefined;
  const { dead, running, waiting } = counts;
  if (shown === "all") return dead.totalCount + running.totalCount + waiting.totalCount;
  return counts[shown].totalCount;
}
