import { useWords } from "../language/language";
import { Badge } from "../parts/badge";
import { Button } from "../parts/button";
import { useAge } from "../parts/use-age";
import { useMoment } from "../parts/use-moment";
import { useSession } from "../session/session";
import { useNow } from "../shell/use-clock";
import { type ApiKey } from "./api-key";

interface Props {
  readonly keys: readonly ApiKey[];
  /** Omitted when they have already ended. */
  readonly onEnd?: (apiKey: ApiKey) => void;
}

/** Keys with their owners, what they give access to and when they were last used. */
export function KeyTable({ keys, onEnd }: Props) {
  const { people: words } = useWords();
  return (
    <div className="card">
      <table className="tbl people-keys">
        <thead>
          <tr>
            <th>{words.name}</th>
            <th>{words.role}</th>
            <th>{words.where}</th>
            <th>{words.used}</th>
            <th>
              <span className="vh">{words.end}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {keys.map((apiKey) => (
            <KeyRow key={apiKey.id} apiKey={apiKey} onEnd={onEnd} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function KeyRow({ apiKey, onEnd }: { apiKey: ApiKey; onEnd: Props["onEnd"] }) {
  const { people: words } = useWords();
  const { branches, caller } = useSession();
  const moment = useMoment(undefined, "short");
  const age = useAge();
  const now = useNow(30_000);
  const { label, scope, prefix, branchIds, createdAt, lastUsedAt, revokedAt } = apiKey;
  const names = branchIds?.map((id) => branches?.find((one) => one.id === id)?.name ?? "…");
  return (
    <tr data-key={label}>
      <td>
        <b className="strong">{label}</b> {caller?.label === label && <small>({words.you})</small>}
        <small className="muted">
          <span className="mono">rrk_{prefix}_…</span> {words.madeOn(moment(createdAt))}
        </small>
      </td>
      <td>
        <Badge tone="grey" icon={scope === "ADMIN" ? "key" : "user"}>
          {words.roles[scope as "OPERATOR" | "ADMIN"]}
        </Badge>
      </td>
      <td className="soft">{names?.join(", ") ?? words.allBranches}</td>
      <td className="soft">
        {revokedAt !== null
          ? words.endedOn(moment(revokedAt))
          : lastUsedAt === null
            ? words.neverUsed
            : words.usedAgo(age(now - Date.parse(lastUsedAt)))}
      </td>
      <td className="r">
        {onEnd && (
          <Button small look="danger" onPress={() => onEnd(apiKey)}>
            {words.end}
          </Button>
        )}
      </td>
    </tr>
  );
}
