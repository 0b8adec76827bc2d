import { useWords } from "../language/language";
import { type GatewayFailure } from "./gateway-failure";

/** Why a call failed, in the language that is spoken. */
export function useFailureText(): (failure: GatewayFailure) => string {
  const { failures } = useWords();
  return ({ code }) => failures.byCode[code] ?? failures.other(code);
}
