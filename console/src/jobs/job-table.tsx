import { type MouseEvent } from "react";

import { useWords } from "../language/language";
import { RoomLink } from "../routing/room-link";
import { JobBadge } from "./job-badge";
import { kindWords } from "./kind-words";
import { type JobRow } from "./operations";

interface Props {
  readonly jobs: readonly JobRow[];
  /** Id of the job that is open next to the list. */
  readonly open: string;
  /** null when a press opens the job's page. */
  readonly onOpen: ((id: string) => void) | null;
}

/** Jobs described in words, newest first; shown as cards on a phone. */
export function JobTable({ jobs, open, onOpen }: Props) {
  const { jobs: words } = useWords();
  return (
    <table className="tbl cards plain jobs-t" aria-label={words.list}>
      <thead>
        <tr>
          <th scope="col">{words.columns.job}</th>
          <th scope="col">{words.columns.about}</th>
          <th scope="col">{words.columns.state}</th>
          <th scope="col" className="r">
            {words.columns.begun}
          </th>
        </tr>
      </thead>
      <tbody>
        {jobs.map((job) => (
          <Row key={job.id} job={job} isOpen={job.id === open} onOpen={onOpen} />
        ))}
      </tbody>
    </table>
  );
}

function Row({ job, isOpen, onOpen }: Pick<Props, "onOpen"> & { job: JobRow; isOpen: boolean }) {
  const { jobs: words } = useWords();
  const { id, kind, attempts, branch, order } = job;
  const press = (event: MouseEvent) => {
    if (!onOpen || event.metaKey || event.ctrlKey || event.shiftKey) return;
    event.preventDefault();
    onOpen(id);
  };
  return (
    <tr className={isOpen ? "on" : undefined} data-job={id} data-kind={kind}>
      <td className="strong">
        <RoomLink to="jobs" rest={[id]} onClick={press}>
          {kindWords(words, kind).name}
        </RoomLink>
      </td>
      <td className="sub soft">
        {order && (
          <RoomLink to="orders" rest={[order.number]} className="num nowrap">
            № {order.number}
          </RoomLink>
        )}
        {order && branch && " · "}
        {branch?.name ?? (order ? "" : <span className="muted">{words.noBranch}</span>)}
      </td>
      <td className="sub">
        <JobBadge job={job} />
      </td>
      <td className={attempts === 0 ? "r num muted hide" : "r num top-r muted"}>
        {attempts === 0 ? "–" : words.times(attempts)}
      </td>
    </tr>
  );
}
