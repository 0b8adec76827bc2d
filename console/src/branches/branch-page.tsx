import { useWords } from "../language/language";
import { Badge } from "../parts/badge";
import { EmptyState } from "../parts/empty-state";
import { FailedState } from "../parts/failed-state";
import { FailureNote } from "../parts/failure-note";
import { Skeleton } from "../parts/skeleton";
import { RoomLink } from "../routing/room-link";
import { Acceptance } from "./acceptance";
import { ConnectionTab } from "./connection-tab";
import { DoctorCard } from "./doctor-card";
import { ListsProvider, useLists } from "./form/dictionaries";
import { GroupCard } from "./form/group-card";
import { SaveBar } from "./form/save-bar";
import { type Branch, type SettingField } from "./form/setting-value";
import { type SettingsForm, useSettingsForm } from "./form/use-settings-form";
import { History } from "./history";
import { TimeAndDelivery } from "./time-and-delivery";
import { useBranch } from "./use-branch";
import { type DoctorVisit, isWrong, useDoctor } from "./use-doctor";
import { WebHooks } from "./web-hooks";

const TABS = ["connection", "hours", "fallback", "hooks", "history"] as const;
type Tab = (typeof TABS)[number];

/** One branch: is everything green, and if not, which field is the problem? */
export function BranchPage({ id, tab: wanted }: { id: string; tab: string | undefined }) {
  const { shell, branches } = useWords();
  const { page: words } = branches;
  const { answer, failure, ask, renew } = useBranch(id);
  if (failure && !answer)
    return <FailedState failure={failure} title={words.notLoaded} onAgain={ask} />;
  if (!answer)
    return (
      <>
        <h1 className="vh">{shell.rooms.branches}</h1>
        <Skeleton rows={6} label={shell.loading} />
      </>
    );
  if (!answer.branch)
    return (
      <>
        <h1>{shell.rooms.branches}</h1>
        <EmptyState picture="nothing" title={words.noSuch} acts={<BackLink />} />
      </>
    );
  const tab = TABS.find((one) => one === wanted) ?? "connection";
  const { branch, branchSettingFields: fields } = answer;
  // Typed values stay, whatever the next answer is.
  return (
    <>
      <FailureNote failure={failure} />
      <OneBranch {...{ branch, fields, tab, renew }} onChanged={ask} />
    </>
  );
}

function BackLink() {
  const { page: words } = useWords().branches;
  return (
    <RoomLink to="branches" className="btn">
      {words.all}
    </RoomLink>
  );
}

interface Props {
  readonly branch: Branch;
  readonly fields: readonly SettingField[];
  readonly tab: Tab;
  readonly onChanged: () => void;
}

function OneBranch({ renew, ...shown }: Props & { readonly renew: () => Promise<void> }) {
  const form = useSettingsForm(shown.branch, shown.fields, renew);
  return (
    <ListsProvider form={form}>
      <Opened {...shown} form={form} />
    </ListsProvider>
  );
}

/** Its lists load first: if the doctor ran at the same time, both would wait for iiko's budget. */
function Opened({ branch, fields, tab, onChanged, form }: Props & { readonly form: SettingsForm }) {
  const { page: words } = useWords().branches;
  const { areKnown } = useLists();
  const isConnected = branch.settings.pos !== "NONE";
  const visit = useDoctor(branch.id, isConnected, areKnown);
  return (
    <>
      <Head branch={branch} visit={visit} />
      {isConnected && (
        <section className="card acceptance" aria-label={words.acceptance}>
          <div className="body row accept">
            <Acceptance branch={branch} onChanged={onChanged} />
          </div>
        </section>
      )}
      <Tabs branch={branch} tab={tab} />
      {tab === "history" ? (
        <History branch={branch} fields={fields} />
      ) : (
        <div className="two keep">
          <div className="stack">
            {tab === "connection" && <ConnectionTab form={form} visit={visit} />}
            {tab === "hours" && <TimeAndDelivery form={form} />}
            {tab === "fallback" && <GroupCard form={form} groups={["FALLBACK"]} />}
            {tab === "fallback" && <GroupCard form={form} groups={["INJECTION"]} />}
            {tab === "hooks" && <WebHooks branch={branch} visit={visit} />}
            <SaveBar form={form} onChecks={visit.take} />
          </div>
          <aside className="side first">
            <DoctorCard branchId={branch.id} tab={tab} visit={visit} />
          </aside>
        </div>
      )}
    </>
  );
}

function Tabs({ branch, tab }: { branch: Branch; tab: Tab }) {
  const { page: words } = useWords().branches;
  return (
    <nav className="tabs" aria-label={branch.name}>
      {TABS.map((one) => (
        <RoomLink
          key={one}
          to="branches"
          rest={[branch.id, one]}
          aria-current={one === tab ? "page" : undefined}
        >
          {words.tabs[one]}
        </RoomLink>
      ))}
    </nav>
  );
}

function Head({ branch, visit }: { branch: Branch; visit: DoctorVisit }) {
  const { page: words, list } = useWords().branches;
  const wrong = visit.checks?.filter(isWrong).length;
  return (
    <div className="head">
      <h1>{branch.name}</h1>
      {branch.settings.pos === "NONE" && (
        <>
          <Badge tone="grey" icon="minus">
            {list.notConnected}
          </Badge>
          <RoomLink to="branches" rest={[branch.id, "set-up", "key"]} className="btn main-act">
            {list.goOn}
          </RoomLink>
        </>
      )}
      {wrong !== undefined && wrong > 0 && (
        <Badge tone="amber" icon="warn">
          {words.remarks(wrong)}
        </Badge>
      )}
      {wrong === 0 && (
        <Badge tone="green" icon="check">
          {words.well}
        </Badge>
      )}
      <span className="end">
        <RoomLink to="branches" className="small">
          {words.all}
        </RoomLink>
      </span>
    </div>
  );
}
