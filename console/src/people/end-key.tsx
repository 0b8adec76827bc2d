import { toFailure } from "../gateway/gateway-failure";
import { useFailureText } from "../gateway/use-failure-text";
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

/** Before a key is ended for good. */
export function EndKeyQuestion({ apiKey: { id, label }, onEnded, onClose }: Props) {
  const { people: words } = useWords();
  const failureText = useFailureText();
  const { gateway, caller } = useSession();
  const toast = useToast();
  const end = async () => {
    onClose();
    try {
      const { revokeApiKey: done } = await gateway.ask(EndKey, { id });
      for (const { message } of done.userErrors) toast(message, { isError: true });
      if (done.userErrors.length === 0) toast(words.endDone(label));
    } catch (error) {
      toast(failureText(toFailure(error)), { isError: true });
    }
    onEnded();
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
