import "./people.css";

import { useState } from "react";

import { useWords } from "../language/language";
import { Button } from "../parts/button";
import { EmptyState } from "../parts/empty-state";
import { FailedState } from "../parts/failed-state";
import { Pager } from "../parts/pager";
import { Skeleton } from "../parts/skeleton";
import { usePages } from "../parts/use-pages";
import { useScope } from "../session/scope";
import { useSession } from "../session/session";
import { type ApiKey } from "./api-key";
import { EndKeyQuestion } from "./end-key";
import { KeyTable } from "./key-table";
import { NewKey } from "./new-key";
import { ApiKeys, type ApiKeysAnswer } from "./operations";

const NO_VARIABLES = {};
/** As many as the operation requests per page. */
const PAGE = 100;

/** Who may do what: the keys of people and programs. */
export function PeopleRoom() {
  const { shell, people: words } = useWords();
  const { isAdmin } = useSession();
  return (
    <section className="room people" data-panel="people">
      {isAdmin ? (
        <Keys />
      ) : (
        <>
          <div className="head">
            <h1>{shell.rooms.people}</h1>
          </div>
          <EmptyState picture="forbidden" title={words.forbidden}>
            {words.forbiddenWhat}
          </EmptyState>
        </>
      )}
    </section>
  );
}

/** Keys of the company on the screen. */
function useKeys() {
  const { answer, rows, pages, failure, ask } = usePages(ApiKeys, NO_VARIABLES, pageOfKeys);
  const { company } = useScope();
  const ofCompany = rows.filter(({ companyId }) => company === null || companyId === company.id);
  const good = ofCompany.filter(({ revokedAt }) => revokedAt === null);
  const ended = ofCompany.filter(({ revokedAt }) => revokedAt !== null);
  return { answer, pages, failure, ask, good, ended };
}

function pageOfKeys({ apiKeys: nodes }: ApiKeysAnswer) {
  const hasNextPage = nodes.length === PAGE;
  return { nodes, pageInfo: { hasNextPage, endCursor: nodes.at(-1)?.id ?? null } };
}

function Keys() {
  const { shell, people: words } = useWords();
  const { answer, pages, failure, ask, good, ended } = useKeys();
  const [isMaking, setIsMaking] = useState(false);
  const [ending, setEnding] = useState<ApiKey>();
  const make = (
    <Button look="main" onPress={() => setIsMaking(true)}>
      {words.make}
    </Button>
  );
  return (
    <>
      <div className="head">
        <h1>{shell.rooms.people}</h1>
        <span className="end">{make}</span>
      </div>
      <p className="soft lead">{words.lead}</p>
      {failure && <FailedState failure={failure} title={words.notLoaded} onAgain={ask} />}
      {!answer && !failure && <Skeleton rows={4} label={shell.loading} />}
      {answer && good.length === 0 && pages.onPrevious === null && (
        <EmptyState picture="begin" title={words.none}>
          {words.noneWhat}
        </EmptyState>
      )}
      {good.length > 0 && <KeyTable keys={good} onEnd={setEnding} />}
      {ended.length > 0 && (
        <details className="ended">
          <summary>{words.endedCount(ended.length)}</summary>
          <KeyTable keys={ended} />
        </details>
      )}
      <Pager {...pages} />
      {isMaking && <NewKey onMade={ask} onClose={() => setIsMaking(false)} />}
      {ending && (
        <EndKeyQuestion apiKey={ending} onEnded={ask} onClose={() => setEnding(undefined)} />
      )}
    </>
  );
}
