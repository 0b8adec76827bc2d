import { useRef } from "react";

import { useAnswer } from "../gateway/use-answer";
import { useEvery } from "../jobs/use-every";
import { useLanguage, useWords } from "../language/language";
import { Banner } from "../parts/banner";
import { CatalogueWorks, type CatalogueWorksAnswer } from "./operations";

type Work = NonNullable<CatalogueWorksAnswer["branch"]>["catalogueWorks"][number];

const LOOK_MS = 1_000;
/** How long an interruption that nobody saw is worth telling. */
const WORTH_TELLING_MS = 3_600_000;

/**
 * How far long work has come, whoever began it and wherever; how work ended that was seen running,
 * and what was interrupted lately.
 */
export function Works({ branchId }: { branchId: string }) {
  const { answer, ask } = useAnswer(CatalogueWorks, { branchId });
  useEvery(LOOK_MS, ask);
  const seen = useRef(new Set<string>());
  const works = answer?.branch?.catalogueWorks ?? [];
  for (const work of works) if (work.state === "RUNNING") seen.current.add(nameOf(work));
  return works
    .filter((work) => seen.current.has(nameOf(work)) || isLatelyInterrupted(work))
    .map((work) =>
      work.state === "RUNNING" ? (
        <Running key={nameOf(work)} work={work} />
      ) : (
        <Ended key={nameOf(work)} work={work} />
      ),
    );
}

function nameOf({ kind, begunAt }: Work): string {
  return `${kind} ${begunAt}`;
}

function isLatelyInterrupted({ state, begunAt }: Work): boolean {
  return state === "INTERRUPTED" && Date.now() - Date.parse(begunAt) < WORTH_TELLING_MS;
}

function Running({ work: { kind, done, total } }: { work: Work }) {
  const { works: words } = useWords().catalogue;
  const number = useNumber();
  const share = total === null || total === 0 ? undefined : Math.round((100 * done) / total);
  return (
    <section className="card work" aria-label={words.running[kind]} data-work={kind}>
      <div className="body stack">
        <div className="row">
          <b className="strong">{words.running[kind]}</b>
          <span className="end num soft">
            {total === null ? words.waiting : words.ofAll(number(done), number(total))}
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

function Ended({ work: { kind, state, total } }: { work: Work }) {
  const { works: words } = useWords().catalogue;
  const number = useNumber();
  if (state === "DONE")
    return (
      <Banner tone="green" icon="check" lead={words.done[kind]}>
        {total === null ? undefined : words.products(number(total))}
      </Banner>
    );
  const isFailed = state === "FAILED";
  return (
    <Banner
      tone={isFailed ? "red" : "amber"}
      icon="warn"
      lead={isFailed ? words.failed[kind] : words.interrupted[kind]}
    >
      {isFailed ? words.failedWhat : words.interruptedWhat}
    </Banner>
  );
}

function useNumber() {
  const { language } = useLanguage();
  return (value: number) => new Intl.NumberFormat(language).format(value);
}
