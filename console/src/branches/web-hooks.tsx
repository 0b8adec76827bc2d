import { useState } from "react";

import { useAction } from "../gateway/use-action";
import { useWords } from "../language/language";
import { Badge, type Tone } from "../parts/badge";
import { Button } from "../parts/button";
import { Icon, type IconName } from "../parts/icon";
import { Outcome } from "../parts/outcome";
import { Question } from "../parts/question";
import { useToast } from "../parts/toasts";
import { useMoment } from "../parts/use-moment";
import { type Branch } from "./form/setting-value";
import { RegisterWebHook, RenewWebHookToken } from "./operations";
import { type DoctorVisit } from "./use-doctor";

type Asked = "take" | "renew";

interface Props {
  readonly branch: Branch;
  readonly visit: DoctorVisit;
}

/** Whether the POS reports changes on its own, and how to set that up. */
export function WebHooks({ branch, visit }: Props) {
  const { hooks: words } = useWords().branches;
  const { action, register, renew } = useHook(branch.id, visit.look);
  const [asked, setAsked] = useState<Asked>();
  const { health, isLooking } = visit;
  const isForeign = health?.webhookRegistered === true && !health.webhookMatches;
  const isOurs = health?.webhookMatches === true;
  const answer = (act?: () => void) => {
    setAsked(undefined);
    act?.();
  };
  return (
    <section className="card" aria-label={words.title} aria-busy={isLooking}>
      <header>
        <Icon name="send" />
        <h2>{words.title}</h2>
        <HookBadge visit={visit} />
      </header>
      <div className="body stack form">
        <p className="soft">{words.what}</p>
        <Heard branch={branch} visit={visit} />
        <Outcome of={action} />
        <div className="row">
          <Button
            look={isOurs ? "plain" : "main"}
            isPending={action.isRunning}
            onPress={() => (isForeign ? setAsked("take") : register(false))}
          >
            {isForeign ? words.take : words.register}
          </Button>
          {isOurs && <Button onPress={() => setAsked("renew")}>{words.renew}</Button>}
        </div>
      </div>
      {asked === "take" && <TakeQuestion answer={answer} onYes={() => register(true)} />}
      {asked === "renew" && <RenewQuestion answer={answer} onYes={renew} />}
    </section>
  );
}

function useHook(branchId: string, onDone: () => void) {
  const { hooks: words } = useWords().branches;
  const toast = useToast();
  const action = useAction(onDone);
  const register = (force: boolean) =>
    action.run(async (gateway) => {
      const { registerWebhook: done } = await gateway.ask(RegisterWebHook, { branchId, force });
      if (done.userErrors.length === 0) toast(words.registered);
      return done;
    });
  const renew = () =>
    action.run(async (gateway) => {
      const { renewWebhookToken: done } = await gateway.ask(RenewWebHookToken, { branchId });
      if (done.userErrors.length === 0) toast(words.renewed);
      return done;
    });
  return { action, register, renew };
}

interface QuestionProps {
  readonly answer: (act?: () => void) => void;
  readonly onYes: () => void;
}

function TakeQuestion({ answer, onYes }: QuestionProps) {
  const { hooks: words } = useWords().branches;
  return (
    <Question
      title={words.takeTitle}
      consequence={words.takeWhat}
      no={words.takeNo}
      yes={words.takeYes}
      isDangerous
      onNo={() => answer()}
      onYes={() => answer(onYes)}
    />
  );
}

function RenewQuestion({ answer, onYes }: QuestionProps) {
  const { hooks: words } = useWords().branches;
  return (
    <Question
      title={words.renewTitle}
      consequence={words.renewWhat}
      no={words.renewNo}
      yes={words.renewYes}
      onNo={() => answer()}
      onYes={() => answer(onYes)}
    />
  );
}

function HookBadge({ visit: { health } }: { visit: DoctorVisit }) {
  const { hooks: words } = useWords().branches;
  if (!health) return null;
  const [tone, icon, text]: [Tone, IconName, string] = health.webhookMatches
    ? ["green", "check", words.ours]
    : health.webhookRegistered
      ? ["amber", "warn", words.foreign]
      : ["grey", "minus", words.none];
  return (
    <Badge tone={tone} icon={icon}>
      {text}
    </Badge>
  );
}

function Heard({ branch, visit: { health } }: { branch: Branch; visit: DoctorVisit }) {
  const { hooks: words } = useWords().branches;
  const moment = useMoment(branch.timeZone, "short");
  if (!health) return null;
  const { lastWebhookAt, lastPollAt } = health;
  return (
    <dl className="facts">
      <dt>{words.toldAt}</dt>
      <dd>{lastWebhookAt === null ? words.never : moment(lastWebhookAt)}</dd>
      <dt>{words.askedAt}</dt>
      <dd>{lastPollAt === null ? words.never : moment(lastPollAt)}</dd>
    </dl>
  );
}
