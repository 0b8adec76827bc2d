import { useAnswer } from "../gateway/use-answer";
import { useWords } from "../language/language";
import { FailureNote } from "../parts/failure-note";
import { useScope } from "../session/scope";
import { PosKeys as AllKeys } from "./operations";
import { PosKey } from "./pos-key";
import { useEvery } from "./use-every";

const NO_VARIABLES = {};

/** The keys to iiko: whether each works, and what waits for its turn. */
export function PosKeys({ everyMs }: { everyMs: number }) {
  const { jobs: words } = useWords();
  const { answer, failure, ask } = useAnswer(AllKeys, NO_VARIABLES);
  useEvery(everyMs, ask);
  const { company, offered } = useScope();
  const posKeys = (answer?.posKeys ?? []).filter(
    ({ branches }) =>
      company === null || branches.some(({ id }) => offered.some((one) => one.id === id)),
  );
  return (
    <section aria-label={words.keys}>
      <div className="section-h">
        <h2>{words.keys}</h2>
        <span className="small muted">{words.keysLead}</span>
      </div>
      <FailureNote failure={failure} />
      {answer && posKeys.length === 0 && <p className="soft">{words.noKeys}</p>}
      <ul className="pos-keys">
        {posKeys.map((posKey) => (
          <PosKey key={posKey.id} posKey={posKey} onDone={ask} />
        ))}
      </ul>
    </section>
  );
}
