import { type GatewayFailure } from "../gateway/gateway-failure";
import { useFailureText } from "../gateway/use-failure-text";
import { useWords } from "../language/language";

/** Why the gateway did not answer, in words. */
export function FailureNote({ failure }: { failure: GatewayFailure | undefined }) {
  const { failures } = useWords();
  const failureText = useFailureText();
  if (!failure) return null;
  return (
    <p className="note bad" role="alert">
      {failureText(failure)}
      {failure.requestId !== undefined && <small> {failures.requestId(failure.requestId)}</small>}
    </p>
  );
}
