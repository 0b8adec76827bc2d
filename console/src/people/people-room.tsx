import "./people.css";

import { useState } from "react";

import { useAnswer } from "../gateway/use-answer";
import { useWords } from "../language/language";
import { Button } from "../parts/button";
import { EmptyState } from "../parts/empty-state";
import { FailedState } from "../parts/failed-state";
import { Skeleton } from "../parts/skeleton";
import { useScope } from "../session/scope";
import { useSession } from "../session/session";
import { type ApiKey } from "./api-key";
import { EndKeyQuestion } from "./end-key";
import { KeyTable } from "./key-table";
import { NewKey } from "./new-key";
import { ApiKeys } from "./operations";

const NO_VARIABLES = {};

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

/** Of the company on the screen. */
function useKeys() {
  const { answer, fault, ask } = useAnswer(ApiKeys, NO_VARIABLES);
  const { company } = useScope();
  const ofCompany = (answer?.apiKeys ?? []).filter(
    ({ companyId }) => company === null || companyId === company.id,
  );
  const good = ofCompany.filter(({ revokedAt }) => revokedAt === null);
  const ended = ofCompany.filter(({ revokedAt }) => revokedAt !== null);
  return { answer, fault, ask, good, ended };
}

function Keys() {
  const { shell, people: words } = useWords();
  const { answer, fault, ask, good, ended } = useKeys();
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
      {fault && <FailedState fault={fault} title={words.notLoaded} onAgain={ask} />}
      {!answer && !fault && <Skeleton rows={4} label={shell.loading} />}
      {answer && good.length === 0 && (
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
      {isMaking && <NewKey onMade={ask} onClose={() => setIsMaking(false)} />}
      {ending && (
        <EndKeyQuestion apiKey={ending} onEnded={ask} onClose={() => setEnding(undefined)} />
      )}
    </>
  );
}
