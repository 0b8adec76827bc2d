import { useWrite } from "../gateway/use-write";
import { useWords } from "../language/language";
import { Question } from "../parts/question";
import { useToast } from "../parts/toasts";
import { useSession } from "../session/session";
import { type ApiKey } from "./api-key";
import { EndKey } from "./operations";

interface Props {
  readonly apiKey: ApiKey;
  readonly onEnded: () => void;
  readonly onClose: () => void;
}

/** Asks before a key is ended for good. */
export function EndKeyQuestion({ apiKey: { id, label }, onEnded, onClose }: Props) {
  const { people: words } = useWords();
  const { caller } = useSession();
  const toast = useToast();
  const write = useWrite(onEnded);
  const end = async () => {
    onClose();
    const isDone = await write(async (gateway) => (await gateway.ask(EndKey, { id })).revokeApiKey);
    if (isDone) toast(words.endDone(label));
  };
  const own = caller?.label === label ? ` ${words.endOwn}` : "";
  return (
    <Question
      title={words.endTitle(label)}
      consequence={`${words.endWhat}${own}`}
      no={words.endNo}
      yes={words.endYes}
      isDangerous
      onNo={onClose}
      onYes={() => void end()}
    />
  );
}
