import { useWords } from "../language/language";
import { Badge, type Tone } from "../parts/badge";
import { EmptyState } from "../parts/empty-state";
import { type IconName } from "../parts/icon";
import { RoomLink } from "../routing/room-link";
import { useBranchFilter } from "../session/branch-choice";
import { groupsOf, type Issue, type IssueGroup } from "./issue-groups";
import { type TabProps } from "./tab-props";

const LOOKS: Record<Issue["severity"], { readonly tone: Tone; readonly icon: IconName }> = {
  ERROR: { tone: "red", icon: "stop" },
  WARNING: { tone: "amber", icon: "warn" },
  INFO: { tone: "grey", icon: "question" },
};

/** Number of a group's issues shown at first: what fixes one fixes all. */
const SHOWN = 8;

/**
 * What is wrong between iiko's menu and the catalogue, grouped by what fixes it, most serious
 * first.
 */
export function IssuesTab({ head: { posMenu, catalogueIssues } }: TabProps) {
  const { catalogue: words } = useWords();
  if (!posMenu) return <EmptyState picture="begin" title={words.nothingCompared} />;
  if (catalogueIssues.length === 0) {
    const isFresh =
      posMenu.failingSince === null && posMenu.lastError === null && posMenu.heldBack === null;
    return (
      <EmptyState picture="done" title={words.noIssues}>
        {isFresh ? words.noIssuesLead : words.noIssuesThen}
      </EmptyState>
    );
  }
  return (
    <div className="stack">
      {groupsOf(catalogueIssues).map((group) => (
        <Group key={`${group.severity} ${group.code}`} group={group} />
      ))}
    </div>
  );
}

function Group({ group: { severity, code, fix, issues } }: { group: IssueGroup }) {
  const { catalogue: words } = useWords();
  const { tone, icon } = LOOKS[severity];
  const [first, rest] = [issues.slice(0, SHOWN), issues.slice(SHOWN)];
  return (
    <section className="card issue-group">
      <header>
        <Badge tone={tone} icon={icon}>
          {words.severities[severity]}
        </Badge>
        <h2>{fix ?? words.issueTitles[code] ?? words.eachSays}</h2>
        <span className="small muted end num">{issues.length}</span>
      </header>
      <ul>
        {first.map((issue) => (
          <IssueLine key={issue.message} issue={issue} hasOwnFix={fix === null} />
        ))}
      </ul>
      {rest.length > 0 && (
        <details className="fold">
          <summary>{words.moreIssues(rest.length)}</summary>
          <ul>
            {rest.map((issue) => (
              <IssueLine key={issue.message} issue={issue} hasOwnFix={fix === null} />
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}

function IssueLine({ issue, hasOwnFix }: { issue: Issue; hasOwnFix: boolean }) {
  const { article, message, fix } = issue;
  const branch = useBranchFilter();
  return (
    <li>
      {article !== null && (
        <RoomLink
          to="catalogue"
          rest={["iiko"]}
          filters={{ ...branch, q: article }}
          className="mono"
        >
          {article}
        </RoomLink>
      )}
      <span>
        {message}
        {hasOwnFix && fix !== null && <small className="soft"> {fix}</small>}
      </span>
    </li>
  );
}
