import { useLanguage, useWords } from "../language/language";
import { Banner } from "../parts/banner";
import { nameOf, useWorks, type Work } from "./use-works";

interface Props {
  readonly branchId: string;
  /** A plan on screen reports by itself that it has been applied. */
  readonly isPlanShown: boolean;
  readonly onEnded: () => void;
}

/** How far long-running work has come, regardless of who started it and where, and how it ended. */
export function Works({ branchId, isPlanShown, onEnded }: Props) {
  return useWorks(branchId, onEnded).map((work) => {
    if (work.state === "RUNNING") return <Running key={nameOf(work)} work={work} />;
    if (work.state !== "DONE") return <Broken key={nameOf(work)} work={work} />;
    return !isPlanShown && <Done key={nameOf(work)} work={work} />;
  });
}

function Running({ work: { kind, done, total } }: { work: Work }) {
  const { works: words } = useWords().catalogue;
  const number = useNumber();
  const share = total === null || total === 0 ? undefined : Math.round((100 * done) / total);
  return (
    <section className="card" aria-label={words.running[kind]} data-work={kind}>
      <div className="body stack">
        <div className="row">
          <b className="strong">{words.running[kind]}</b>
          <span className="end num soft">
            {total === null
              ? words.waiting
              : words.ofAll(number(done), number(total), number(total - done))}
          </span>
        </div>
        <div
          className="prog"
          role="progressbar"
          aria-label={words.running[kind]}
          aria-valuemin={0}
          aria-valuemax={100}
          aria-valuenow={share}
        >
          <i style={{ width: `${share ?? 0}%` }} />
        </div>
        <span className="small soft">{words.meanwhile[kind]}</span>
      </div>
    </section>
  );
}

/** Shows nothing for a plan that has been worked out: whoever asked for it sees the plan itself. */
function Done({ work: { kind, total } }: { work: Work }) {
  const { works: words } = useWords().catalogue;
  const number = useNumber();
  if (kind === "PLAN") return null;
  return (
    <Banner tone="green" icon="check" lead={words.done[kind]}>
      {total === null ? undefined : words.products(number(total))}
    </Banner>
  );
}

function Broken({ work: { kind, state } }: { work: Work }) {
  const { works: words } = useWords().catalogue;
  const isFailed = state === "FAILED";
  return (
    <Banner tone="amber" icon="warn" lead={isFailed ? words.failed[kind] : words.interrupted[kind]}>
      {isFailed ? words.failedWhat : words.interruptedWhat}
    </Banner>
  );
}

function useNumber() {
  const { language } = useLanguage();
  return (value: number) => new Intl.NumberFormat(language).format(value);
}
