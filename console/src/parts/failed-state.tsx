import { type GatewayFault } from "../gateway/gateway-fault";
import { useWords } from "../language/language";
import { Button } from "./button";
import { EmptyState } from "./empty-state";

interface Props {
  readonly fault: GatewayFault;
  /** What did not load: «Заказы не загрузились». */
  readonly title: string;
  readonly onAgain: () => void;
}

/** A part of a room that did not load; what stands beside it is as fresh as before. */
export function FailedState({ fault, title, onAgain }: Props) {
  const { faults, parts } = useWords();
  const again = (
    <Button icon="refresh" onPress={onAgain}>
      {parts.again}
    </Button>
  );
  return (
    <div role="alert">
      <EmptyState
        picture={fault.code === "FORBIDDEN" ? "forbidden" : "failed"}
        title={title}
        acts={again}
      >
        {faults.byCode[fault.code] ?? faults.other(fault.code)}
        {fault.requestId !== undefined && (
          <small className="mono"> {faults.requestId(fault.requestId)}</small>
        )}
      </EmptyState>
    </div>
  );
}
