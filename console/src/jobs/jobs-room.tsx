import "./jobs.css";

import { useEffect } from "react";

import { useAnswer } from "../gateway/use-answer";
import { useWords } from "../language/language";
import { Banner } from "../parts/banner";
import { Button } from "../parts/button";
import { RoomLink } from "../routing/room-link";
import { useAddress } from "../routing/use-address";
import { useCounts } from "../shell/counts";
import { Flow } from "./flow";
import { JobDetails } from "./job-details";
import { useJobFilter } from "./job-filter";
import { JobFilters } from "./job-filters";
import { JobList } from "./job-list";
import { JobCounts } from "./operations";
import { PosKeys } from "./pos-keys";
import { useEvery } from "./use-every";

const ASK_EVERY_MS = 5_000;

/** What the gateway does automatically, or the one job whose id is in the address. */
export function JobsRoom() {
  const { shell, jobs: words } = useWords();
  const { rest } = useAddress();
  const [id] = rest;
  return (
    <section className="room jobs" data-panel="jobs">
      {id === undefined ? (
        <Jobs />
      ) : (
        <>
          <div className="head">
            <h1>{shell.rooms.jobs}</h1>
            <RoomLink to="jobs" className="btn sm">
              {words.back}
            </RoomLink>
          </div>
          <JobDetails key={id} id={id} onClose={null} />
        </>
      )}
    </section>
  );
}

function Jobs() {
  const { shell, jobs: words } = useWords();
  const filter = useJobFilter();
  const { answer: counts, ask } = useAnswer(JobCounts, filter.among);
  useEvery(ASK_EVERY_MS, ask);
  const dead = counts?.dead.totalCount;
  const { count } = useCounts();
  useEffect(() => {
    if (dead !== undefined && filter.kind === "") count("jobs", dead);
  }, [dead, count, filter.kind]);
  return (
    <>
      <div className="head">
        <h1>{shell.rooms.jobs}</h1>
        <span className="soft small">{words.lead}</span>
      </div>
      <div className="stack">
        {dead !== undefined && dead > 0 && filter.shown !== "dead" && (
          <Banner
            tone="red"
            icon="stop"
            lead={words.deadLead(dead)}
            act={<Button onPress={() => filter.show("dead")}>{words.showDead}</Button>}
          >
            {words.deadWhat}
          </Banner>
        )}
        <JobFilters filter={filter} counts={counts} />
        <JobList filter={filter} everyMs={ASK_EVERY_MS} />
        <PosKeys everyMs={ASK_EVERY_MS} />
        <Flow everyMs={ASK_EVERY_MS} />
      </div>
    </>
  );
}
