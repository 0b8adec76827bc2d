import { type GatewayFault } from "../gateway/gateway-fault";
import { useWords } from "../language/language";

/** Why the gateway did not answer, in words. */
export function FaultNote({ fault }: { fault: GatewayFault | undefined }) {
  const { faults } = useWords();
  if (!fault) return null;
  return (
    <p className="note bad" role="alert">
      {faults.byCode[fault.code] ?? faults.other(fault.code)}
      {fault.requestId !== undefined && <small> {faults.requestId(fault.requestId)}</small>}
    </p>
  );
}
