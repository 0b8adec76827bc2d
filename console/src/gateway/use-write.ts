import { useToast } from "../parts/toasts";
import { useSession } from "../session/session";
import { type Gateway } from "./gateway";
import { toFailure } from "./gateway-failure";
import { useFailureText } from "./use-failure-text";

/** The answer of a mutation. */
interface Payload {
  readonly userErrors: readonly { readonly message: string }[];
}

/** Makes a change immediately on a press; a toast reports what prevents it. */
export function useWrite(onChanged: () => void) {
  const failureText = useFailureText();
  const { gateway } = useSession();
  const toast = useToast();
  /** @returns whether the change was made */
  return async (work: (gateway: Gateway) => Promise<Payload>): Promise<boolean> => {
    try {
      const { userErrors } = await work(gateway);
      for (const { message } of userErrors) toast(message, { isError: true });
      return userErrors.length === 0;
    } catch (error) {
      toast(failureText(toFailure(error)), { isError: true });
      return false;
    } finally {
      onChanged();
    }
  };
}
