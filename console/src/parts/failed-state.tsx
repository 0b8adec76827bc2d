import { type GatewayFailure } from "../gateway/gateway-failure";
import { useFailureText } from "../gateway/use-failure-text";
import { useWords } from "../language/language";
import { Button } from "./button";
import { EmptyState } from "./empty-state";

interface Props {
  readonly failure: GatewayFailure;
  /** What failed to load: «Заказы не загрузились». */
  readonly title: string;
  readonly onAgain: () => void;
}

/** A part of a room that failed to load; what is shown next to it stays as fresh as before. */
export function FailedState({ failure, title, onAgain }: Props) {
  const { failures, parts } = useWords();
  const failureText = useFailureText();
  const again = (
    <Button icon="refresh" onPress={onAgain}>
      {parts.again}
    </Button>
  );
  return (
    <div role="alert">
      <EmptyState
        picture={failure.code === "FORBIDDEN" ? "forbidden" : "failed"}
        title={title}
        acts={again}
      >
        {failureText(failure)}
        {failure.requestId !== undefined && (
          <small className="mono"> {failures.requestId(failure.requestId)}</small>
        )}
      </EmptyState>
    </div>
  );
}
