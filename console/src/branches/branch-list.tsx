import { useAnswer } from "../gateway/use-answer";
import { useEvery } from "../jobs/use-every";
import { useWords } from "../language/language";
import { Badge, Dot, type Tone } from "../parts/badge";
import { EmptyState } from "../parts/empty-state";
import { FailedState } from "../parts/failed-state";
import { Icon, type IconName } from "../parts/icon";
import { Skeleton } from "../parts/skeleton";
import { useAge } from "../parts/use-age";
import { RoomLink } from "../routing/room-link";
import { shownIds, useScope } from "../session/scope";
import { useSession } from "../session/session";
import { useNow } from "../shell/use-clock";
import { Acceptance } from "./acceptance";
import { BranchList as Branches, type BranchListAnswer } from "./operations";

type Listed = BranchListAnswer["branches"]["nodes"][number];
type Contact = BranchListAnswer["branchContacts"][number];
type Key = BranchListAnswer["posKeys"][number];

const ASK_EVERY_MS = 20_000;

/**
 * Lists every branch: does it accept orders, does its till answer, and can its staff be reached?
 */
export function BranchList() {
  const { shell, branches } = useWords();
  const { list: words } = branches;
  const { isAdmin } = useSession();
  const { answer, failure, ask } = useBranches();
  const begin = isAdmin ? (
    <RoomLink to="branches" rest={["new"]} className="btn main-act">
      {words.connect}
    </RoomLink>
  ) : undefined;
  return (
    <>
      <div className="head">
        <h1>{shell.rooms.branches}</h1>
        <span className="end">{(answer?.branches.nodes.length ?? 0) > 0 && begin}</span>
      </div>
      {failure && <FailedState failure={failure} title={words.notLoaded} onAgain={ask} />}
      {!answer && !failure && <Skeleton rows={4} label={shell.loading} />}
      {answer?.branches.nodes.length === 0 && (
        <EmptyState picture="begin" title={words.none} acts={begin}>
          {isAdmin ? words.noneWhat : words.noneForOperator}
        </EmptyState>
      )}
      <ul className="branch-list">
        {answer?.branches.nodes.map((branch) => (
          <li key={branch.id}>
            <BranchCard
              branch={branch}
              contact={answer.branchContacts.find(({ branchId }) => branchId === branch.id)}
              posKey={answer.posKeys.find(({ branchIds }) => branchIds.includes(branch.id))}
              onChanged={ask}
            />
          </li>
        ))}
      </ul>
    </>
  );
}

function useBranches() {
  const { company, offered } = useScope();
  const companyId = company?.id ?? null;
  const asked = useAnswer(Branches, { companyId, shownIds: shownIds(offered) });
  useEvery(ASK_EVERY_MS, asked.ask);
  return asked;
}

interface CardProps {
  readonly branch: Listed;
  readonly contact: Contact | undefined;
  readonly posKey: Key | undefined;
  readonly onChanged: () => void;
}

function BranchCard({ branch, contact, posKey, onChanged }: CardProps) {
  const { list: words } = useWords().branches;
  const { isAdmin } = useSession();
  const isConnected = branch.settings.pos !== "NONE";
  return (
    <article className="card branch-card" data-branch={branch.name}>
      <header>
        <h2>
          <RoomLink to="branches" rest={[branch.id, "connection"]}>
            {branch.name}
          </RoomLink>
        </h2>
        {!branch.published && (
          <Badge tone="amber" icon="lock">
            {words.hidden}
          </Badge>
        )}
        <StateBadge isConnected={isConnected} posKey={posKey} contact={contact} />
        {!isConnected && isAdmin && (
          <RoomLink to="branches" rest={[branch.id, "set-up", "key"]} className="btn sm end">
            {words.goOn}
          </RoomLink>
        )}
      </header>
      {isConnected && (
        <div className="body row accept">
          <Acceptance branch={branch} onChanged={onChanged} />
        </div>
      )}
      {contact && isConnected && (
        <footer>
          <Heard contact={contact} />
        </footer>
      )}
    </article>
  );
}

function StateBadge(props: {
  isConnected: boolean;
  posKey: Key | undefined;
  contact: Contact | undefined;
}) {
  const { list: words } = useWords().branches;
  const { isConnected, posKey, contact } = props;
  const [tone, icon, text] = ((): [Tone, IconName, string] => {
    if (!isConnected) return ["grey", "minus", words.notConnected];
    if (posKey?.state === "STOPPED") return ["red", "stop", words.keyStopped];
    if (posKey?.state === "CIRCUIT_OPEN") return ["amber", "warn", words.keyPaused];
    if (contact?.channels.length === 0) return ["amber", "warn", words.nobodyToTell];
    if (!contact?.posHeardAt) return ["grey", "question", words.notHeard];
    return ["green", "check", words.answers];
  })();
  return (
    <Badge tone={tone} icon={icon}>
      {text}
    </Badge>
  );
}

/** When the POS and the till were last heard from, and whether the channels to the staff work. */
function Heard({ contact: { posHeardAt, lastInTillAt, channels } }: { contact: Contact }) {
  const { list: words } = useWords().branches;
  const age = useAge();
  const now = useNow(10_000);
  const ago = (at: string) => age(now - Date.parse(at));
  return (
    <ul className="heard">
      {posHeardAt !== null && (
        <li>
          <Icon name="now" small />
          {words.heardAgo(ago(posHeardAt))}
        </li>
      )}
      {lastInTillAt !== null && (
        <li>
          <Icon name="till" small />
          {words.inTillAgo(ago(lastInTillAt))}
        </li>
      )}
      {channels.map(({ kind, label, target, lastSentAt, waiting, error }) => {
        const isBad = waiting > 0 || error !== null;
        const tone: Tone = isBad ? "red" : lastSentAt === null ? "grey" : "green";
        const state = isBad ? words.channelFails : lastSentAt === null ? "" : words.channelWorks;
        return (
          <li key={`${kind} ${target}`}>
            <Dot tone={tone} />
            {label} {target}
            {state !== "" && ` · ${state}`}
          </li>
        );
      })}
    </ul>
  );
}
