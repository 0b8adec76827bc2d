import { useEffect, useState } from "react";

import { toFailure } from "../gateway/gateway-failure";
import { useAnswer } from "../gateway/use-answer";
import { useFailureText } from "../gateway/use-failure-text";
import { useWords } from "../language/language";
import { Button } from "../parts/button";
import { EmptyState } from "../parts/empty-state";
import { FailedState } from "../parts/failed-state";
import { Skeleton } from "../parts/skeleton";
import { useToast } from "../parts/toasts";
import { useMoment } from "../parts/use-moment";
import { useSession } from "../session/session";
import { type Change, type ChangesPage } from "./change";
import { type Branch, type SettingField } from "./form/setting-value";
import { Changes } from "./operations";
import { useChangeText } from "./use-change-text";

interface Props {
  readonly branch: Branch;
  readonly fields: readonly SettingField[];
}

/** Who changed what in the branch, newest first. */
export function History({ branch, fields }: Props) {
  const { shell, branches } = useWords();
  const { history: words } = branches;
  const { first, pages, more, failure, ask } = usePages(branch.id);
  if (failure) return <FailedState failure={failure} title={words.notLoaded} onAgain={ask} />;
  if (!first) return <Skeleton rows={6} label={shell.loading} />;
  const changes = pages.flatMap(({ nodes }) => nodes);
  if (changes.length === 0)
    return (
      <EmptyState picture="nothing" title={words.none}>
        {words.noneWhat}
      </EmptyState>
    );
  return (
    <section className="card" aria-label={words.title}>
      <ol className="changes-list">
        {changes.map((change) => (
          <ChangeLine key={change.id} {...{ change, branch, fields }} />
        ))}
      </ol>
      {pages.at(-1)?.pageInfo.hasNextPage === true && (
        <footer>
          <Button onPress={more}>{words.more}</Button>
        </footer>
      )}
    </section>
  );
}

function usePages(id: string) {
  const { gateway } = useSession();
  const toast = useToast();
  const failureText = useFailureText();
  const { answer, failure, ask } = useAnswer(Changes, { id, after: null });
  const [older, setOlder] = useState<readonly ChangesPage[]>([]);
  useEffect(() => setOlder([]), [answer]);
  const first = answer?.branch?.changes;
  const pages = first ? [first, ...older] : [];
  const after = pages.at(-1)?.pageInfo.endCursor ?? null;
  const more = () =>
    void gateway
      .ask(Changes, { id, after })
      .then(({ branch }) => branch && setOlder((before) => [...before, branch.changes]))
      .catch((error: unknown) => toast(failureText(toFailure(error)), { isError: true }));
  return { first, pages, more, failure, ask };
}

function ChangeLine({ change, branch, fields }: Props & { change: Change }) {
  const moment = useMoment(branch.timeZone, "short");
  const { title, before, after } = useChangeText(fields, branch.timeZone)(change);
  return (
    <li>
      <time dateTime={change.at}>{moment(change.at)}</time>
      <div>
        <b>{title}</b>{" "}
        <span>
          {before !== "" && <span className="was">{before}</span>}
          {after}
        </span>
      </div>
      <span className="muted">{change.actor}</span>
    </li>
  );
}
