import { useWords } from "../language/language";
import { type GatewayFailure } from "./gateway-failure";

/** Describes why a call failed, in the current language. */
export function useFailureText(): (failure: GatewayFailure) => string {
  const { failures } = useWords();
  return ({ code }) => failures.byCode[code] ?? failures.other(code);
}
